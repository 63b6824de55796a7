"""A call that begins with a name of the user's own: a command, run as any other once it is agreed to, or an alias."""

from cometapi.generated import index
from cometapi.own import names

HELP_FLAGS = ("-h", "--help")


def answer(invocation, options, rest, find, follow, show):
    """The exit code of a call whose words behind the ``options`` are ``rest``, of which the first is none of the program.

    ``find`` steps over words, ``follow`` goes on with what it found, and ``show`` prints a help text (see ``main``).
    """
    context = invocation.context
    known = names.known(context.environ)
    groups = names.opening(known)
    line, typed = expanded(context, rest, {*known, *groups})
    found, more, left = find(line, {**index.COMMANDS, **known}, {*index.GROUPS, *groups})
    if callable(found):
        return found(context)
    behind = max(0, len(left) - typed)  # words of the alias behind its command, which are defaults
    alias, left = left[:behind], left[behind:]
    words = " ".join(found)
    if words not in known:
        return follow(invocation, found, [*options, *more], left, alias, lambda: names.callable_names(context.environ))
    if any(word in HELP_FLAGS for word in (left[: left.index("--")] if "--" in left else left)):
        return show_help(context, words, known[words]["stem"], show)
    invocation.command = words
    return run(invocation, known[words]["stem"], [*options, *more, *left], alias)


def expanded(context, rest, own):
    """Words with the command line in place of the alias that they begin with, and how many of them were typed. ``own`` are
    the words of own commands, which come before aliases.
    """
    if rest[0] in own:
        return rest, len(rest)
    from cometapi.own.expand import command_line

    line = command_line(context, rest[0])
    return ([*line, *rest[1:]], len(rest) - 1) if line else (rest, len(rest))


def show_help(context, words, stem, show):
    """Print the help of an own command, as it was kept with it where nothing is known of a width."""
    from cometapi.own import commands

    bundle = commands.load(context.environ, stem).bundle
    return show(context, lambda page: commands.help_text(bundle, page), bundle["help"])


def run(invocation, stem, argv, alias):
    """Run an own command, once its user has agreed to it; ``alias`` are words that its own replace."""
    from cometapi.calling import call
    from cometapi.own import commands

    context = invocation.context
    own = commands.load(context.environ, stem)
    context.debug = any(word in index.FLAGS.get("debug", ()) for word in argv)
    context.no_input = any(word in index.FLAGS.get("no_input", ()) for word in argv)
    if own.state(context.environ) != "trusted":
        from cometapi.commands.trusting import check

        check(context, own)
    return call(own.data(), argv, invocation, alias=alias, is_own=True, bundle=own.bundle)
