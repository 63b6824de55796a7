"""Asking before something is destroyed, or run that a stranger wants to have run."""

from cometapi.advice import flag
from cometapi.errors import UsageError
from cometapi.terminal.visible import named, seen


def check(call, question=None):
    """Raise UsageError unless the user agrees to what a call destroys. ``question`` is that of its command, with the names
    of arguments in braces. Nothing is asked where the request is only shown.
    """
    if call.option("yes") or call.preview:
        return
    asked = named(question or call.command["asks"], call.values)
    if call.context.silence():
        raise UsageError(f"{asked} Confirm with {flag('yes')}: nobody can be asked here.")
    if not agreed(call.context, asked.removesuffix("?")):
        raise UsageError("Cancelled.", hint="")  # who says no needs no help


def agreed(context, deed):
    """Whether the user agrees, asked on the terminal."""
    context.stderr.write(f"{seen(deed)}? [y/N] ")
    context.stderr.flush()
    line = context.stdin.readline()
    if not line.endswith("\n"):  # Ctrl-D leaves the cursor behind the question
        context.stderr.write("\n")
    return line.strip().lower() in ("y", "yes")
