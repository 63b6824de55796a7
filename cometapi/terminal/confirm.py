"""Asking before something is destroyed, or run that a stranger wants to have run."""

from cometapi.errors import UsageError
from cometapi.terminal.visible import visible


def check(call, deed, noun):
    """Raise UsageError unless the user agrees to a deed such as "Remove it". ``noun`` begins the sentence that it needs
    ``--yes`` where nobody can be asked.
    """
    if call.option("yes"):
        return
    if call.context.silence():
        raise UsageError(f"{noun} needs --yes where nobody can be asked.")
    if not agreed(call.context, deed):
        raise UsageError("Nothing was done.")


def agreed(context, deed):
    """Whether the user agrees, asked on the terminal."""
    context.stderr.write(f"{visible(deed, keep='')}? [y/N] ")
    context.stderr.flush()
    return context.stdin.readline().strip().lower() in ("y", "yes")
