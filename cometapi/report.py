"""A failure told to people or to machines: the only place where an error becomes words."""

from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, UsageError
from cometapi.generated import index
from cometapi.manifest.output_formats import is_for_machines

OF_FRAMES = (" ", "\n", "Traceback ")  # begin what a traceback holds beside messages


def report(error, invocation):
    """Say on stderr what failed and what to do next, and return the exit code of its kind.

    ``invocation`` is what is known of the call: its context, the words of its command, its operation once there is one.
    """
    failure = as_error(error)
    operation = invocation.operation
    context = operation.context if operation else invocation.context
    hint = failure.hint
    if hint is None and isinstance(failure, UsageError):
        hint = f"Try: {index.PROGRAM} {invocation.command + ' ' if invocation.command else ''}--help"
    trace = traceback(error, invocation, context) if context.debug else None
    hint = hint or None
    code = index.EXITS[failure.exit]
    if wants_machine_format(failure, invocation):
        from cometapi.output.as_json import error_object

        context.put(error_object(failure, hint, code, trace))
        return code
    tell(failure, context, hint, trace)
    return code


def tell(error, context, hint=None, trace=None):
    """Say a CometError in words, with the next step behind it."""
    if trace:
        context.put(trace)
    context.fault(error.sentence)
    hint = hint or error.hint
    if hint:
        context.say(f"  {hint}")


def as_error(error):
    """Any exception as a CometError; what the program did not foresee is a fault of its own."""
    if isinstance(error, CometError):
        return error
    if isinstance(error, RecursionError):
        return ReplyNotUnderstood("The service's reply is nested too deeply.")
    if isinstance(error, MemoryError):
        return CometError("Out of memory.")
    if isinstance(error, OSError):
        return OutputFailed(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.")
    sentence = f"Internal error ({type(error).__name__})."
    from cometapi.advice import advice

    return CometError(sentence, hint=advice("Please report it with the output of {debug}."))


def traceback(error, invocation, context):
    """The traceback of an exception as text; whatever it holds of the settings' secrets is masked from now on."""
    try:
        context.hide(settings(invocation).secrets())
    except Exception:  # what is wrong with them is not what is being reported
        pass
    return context.hidden(frames(error))


def frames(error):
    """The traceback of an exception, what its message holds behind a line's end further in: no message makes a line of its own."""
    from traceback import format_exception

    return "\n".join(
        piece.rstrip() if piece.startswith(OF_FRAMES) else told(piece) for piece in format_exception(error)
    )


def told(piece):
    """The lines of an exception's message in its traceback."""
    return "\n  ".join(piece.splitlines())


def settings(invocation):
    """The settings of a call, also of one that did not come so far as to have them."""
    if invocation.operation:
        return invocation.operation.settings
    from cometapi.generated import program
    from cometapi.settings.values import Settings

    return Settings(program.SETTINGS, invocation.context.environ, profile=invocation.given.get("profile"))


def wants_machine_format(error, invocation):
    """Whether errors are told as JSON: a machine format was asked for, even where parsing did not get that far."""
    operation = invocation.operation
    known = (operation and operation.format_name) or invocation.given.get("format")
    if known:
        return is_for_machines(known)
    asked = typed_formats(invocation.context.argv)
    if asked or isinstance(error, UsageError):  # a usage error comes before any file is read
        return any(is_for_machines(value.lower()) for value in asked)
    return is_for_machines(usual_format(invocation))


def typed_formats(argv):
    """The formats that the words name, as far as they can be told before parsing."""
    from itertools import pairwise

    words = argv[: argv.index("--")] if "--" in argv else argv
    asked = []
    for word, following in pairwise([*words, ""]):
        for flag in index.FLAGS["format"]:
            joined = f"{flag}=" if flag.startswith("--") else flag
            asked += [following] * (word == flag) + [word.removeprefix(joined)] * (
                word != flag and word.startswith(joined)
            )
        does, value = index.SHORT_FOR.get(word, (None, None))
        asked += [value] * (does == "format")
    return asked


def usual_format(invocation):
    """The format that the settings say, None where they cannot be read."""
    try:
        return settings(invocation).get("output_format")
    except Exception:  # what is wrong with them is not what is being reported
        return None
