"""One call of a command: its words become values, with what aliases and templates say beneath them, and it is run."""

import sys

from cometapi.cli.words import behaviours, values_and_notes
from cometapi.generated import index
from cometapi.manifest.arguments import deprecation
from cometapi.manifest.explaining import EXPLAINS

ABOUT_SETTINGS = ("config", "profiles:", "doctor")  # what runs commands that show and change settings of all kinds


def call(command, argv, invocation, *, alias=(), is_own=False, bundle=None):
    """Parse the words of one command and run the operation that they describe; returns the exit code.

    ``alias`` are words that those replace, ``is_own`` is whether the user may have names of their own. ``bundle`` is what a command of theirs was compiled to.
    """
    context = invocation.context
    invocation.command = command["name"]
    if is_own and command.get("run", "").startswith(ABOUT_SETTINGS):
        from cometapi.own.commands import register_all

        register_all(context.environ)
    context.debug = not invocation.guard and names(argv, "debug")  # before parsing, so that it can be debugged
    explains = EXPLAINS.get(command.get("run"))
    if explains:
        from cometapi.cli.registry import with_shared

        if len(argv) == 1 and argv[0].startswith("-") and any("dashes" in one for one in command["arguments"].values()):
            from cometapi.commands.help import explain

            return explain(context, argv)  # an option that is asked about
        command = with_shared(command)
    guard = invocation.guard
    if guard:
        guard.admit(command)
    layers = defaults(command, argv, alias, context)
    given, notes = values_and_notes(command, argv, context.environ, read=guard and guard.read, defaults=layers)
    if guard:
        given = guard.judged(command, given)
    if is_own and not explains:
        from cometapi.own.expand import with_models

        given = with_models(command, given, context)
    does = behaviours(command["arguments"])
    invocation.given = {behaviour: given[name] for behaviour, name in does.items() if name in given}
    context.take(invocation.given)
    warn(command, context)
    for sentence in notes:
        context.note(sentence)
    if explains:
        name = f"cometapi.commands.{explains}"
        __import__(name)
        return sys.modules[name].answer(context, invocation.given)
    return run(command, given, invocation, is_own, bundle)


def run(command, given, invocation, is_own, bundle=None):
    """Run a command with these values in a session of its own."""
    from cometapi import signals
    from cometapi.session import Session

    signals.heed()
    signals.keep_off_the_disk()
    profile, is_sandboxed = invocation.given.get("profile"), bool(invocation.given.get("sandbox"))
    with Session(invocation.context, profile=profile, is_sandboxed=is_sandboxed, run=invocation.run) as session:
        if bundle:
            session.take_own(bundle)
        invocation.operation = operation = session.operation(command, given)
        if invocation.guard:
            invocation.guard.begin(operation)
        code = operation.run()
        if is_own:
            from cometapi.own.help import tell_behind

            tell_behind(operation)
        return code


def names(argv, behaviour):
    """Whether words give the option that does this, as far as can be told before they are parsed."""
    options = argv[: argv.index("--")] if "--" in argv else argv
    return any(word.partition("=")[0] in index.FLAGS.get(behaviour, ()) for word in options)


def defaults(command, argv, alias, context):
    """The layers of words that those of a call replace: what an alias and a template say."""
    if not alias and not names(argv, "template"):
        return ()
    from cometapi.own.expand import defaults_of

    return defaults_of(command, argv, alias, context.environ)


def warn(command, context):
    """Warn about a deprecated command."""
    if "deprecated" in command:
        name = f"{index.PROGRAM} {command['name']}"
        context.note(deprecation(name, command["deprecated"], f"{index.PROGRAM} "))
