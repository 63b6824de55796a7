"""A call of a command of the user's own: found, agreed to, and run as any other; or its help, or that of its group."""

from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.own import commands
from cometapi.suggest import meant

HELP_FLAGS = ("-h", "--help")


def answer(invocation, options, rest, show, is_bare):
    """The exit code of a call whose words behind the ``options`` are ``rest``; None where they begin no own command.

    ``show`` prints a help text in a context, ``is_bare`` tells that it goes where nothing is known of width and styles.
    """
    context = invocation.context
    plain = rest[: next((at for at, word in enumerate(rest) if word.startswith("-")), len(rest))]
    words, is_group = commands.begun(context.environ, plain)
    if words is None and not is_group:
        return None
    behind = rest[len(words.split(" ")) if words else 1 :]
    asks = any(word in HELP_FLAGS for word in (behind[: behind.index("--")] if "--" in behind else behind))
    if words is None and behind and not behind[0].startswith("-"):
        raise unknown(context.environ, plain)
    if words is None or asks:
        return show_help(context, words or plain[0], words is None, show, is_bare)
    invocation.command = words
    return run(invocation, words, [*options, *behind])


def show_help(context, words, is_group, show, is_bare):
    """Print the help of an own command, as it was kept where nothing is known of a width; or that of a group of them."""
    if not is_group and is_bare:
        own = commands.load(context.environ, commands.known(context.environ)[words]["stem"])
        context.print(own.bundle["help"])
        return 0
    from cometapi.own.help import of_own

    return show(context, of_own(context, words))


def run(invocation, words, argv):
    """Run an own command, once its user has agreed to it."""
    from cometapi.calling import call
    from cometapi.commands.trusting import check

    context = invocation.context
    own = commands.load(context.environ, commands.known(context.environ)[words]["stem"])
    context.debug = any(word in index.FLAGS.get("debug", ()) for word in argv)
    context.no_input = any(word in index.FLAGS.get("no_input", ()) for word in argv)
    check(context, own)
    return call(own.data(), argv, invocation, is_own=True, bundle=own.bundle)


def unknown(environ, plain):
    """The UsageError about a word that continues a group of own commands to none of them."""
    names = [name for name in commands.known(environ) if name.startswith(f"{plain[0]} ")]
    near = [name.removeprefix(f"{plain[0]} ") for name in names]
    guess = meant(plain[1], near)
    end = f"; after {plain[0]} comes one of {', '.join(near)}." if guess == "." else guess
    return UsageError(f"Unknown command {' '.join(plain[:2])!r}{end}")
