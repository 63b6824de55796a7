"""``cometapi help``: the texts that the press made, by command or topic."""

from cometapi.cli.registry import help_of_command, help_of_group
from cometapi.errors import UsageError
from cometapi.generated import index, options, topics
from cometapi.suggest import meant


def run(call):
    """Print the help of a command or a topic; the program's own without one."""
    words = " ".join(call.argument("subject") or [])
    call.context.print(text(words))


def text(words):
    """The help text of a command, a group of commands or a topic; raises UsageError for anything else."""
    if not words:
        return options.HELP
    if words in index.COMMANDS:
        return help_of_command(words)
    found = [help_of_group(words)] if words in index.GROUPS else []
    found += [topics.TOPICS[words]] if words in topics.TOPICS else []
    if not found:
        known = [*index.COMMANDS, *index.GROUPS, *topics.TOPICS]
        raise UsageError(
            f"There is no command or topic {words!r}{meant(words, known)}", hint=f"Try: {index.PROGRAM} help"
        )
    return "\n".join(found)  # a word such as config opens commands and is a topic as well
