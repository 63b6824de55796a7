"""``cometapi help``: the texts that the manifest gives, by command or topic."""

from cometapi.cli import help as texts
from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.suggest import meant
from cometapi.terminal.pager import show


def run(call):
    """Print the help of a command or a topic; the program's own without one."""
    explain(call.context, call.argument("subject") or [])


def explain(context, subject):
    """Print the help of what these words name; returns the exit code."""
    return show(context, about(" ".join(subject)))


def about(words):
    """What lays out the help text of a command, a group of commands or a topic; raises UsageError for anything else."""
    if not words:
        return texts.of_program
    if words in index.COMMANDS:
        return texts.of_command(words)
    from cometapi.generated.topics import TOPICS

    found = [texts.of_group(words)] if words in index.GROUPS else []
    found += [texts.of_topic(words)] if words in TOPICS else []
    if not found:
        known = [*index.COMMANDS, *index.GROUPS, *TOPICS]
        raise UsageError(
            f"There is no command or topic {words!r}{meant(words, known)}", hint=f"Try: {index.PROGRAM} help"
        )
    return lambda page: "\n".join(
        one(page) for one in found
    )  # a word such as config opens commands and is a topic as well
