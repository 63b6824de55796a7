"""Which commands, and which of their options, can say what is done with a row."""

from cometapi.cli.registry import command_data
from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.manifest.arguments import flag_of

SENT = {"to", "attach_to"}  # keys of arguments that become a part of the request


def command_of(line):
    """``(data of the command that a line begins with, the words behind it)``.

    Raises UsageError for a command that is not a paid one with a single request.
    """
    count = next((count for count in range(len(line), 0, -1) if " ".join(line[:count]) in index.COMMANDS), 0)
    command = command_data(" ".join(line[:count])) if count else None
    if command is None or command["cost"] != "paid" or not is_single(command):
        raise UsageError(f"A batch runs paid commands that send one request, not {' '.join(line[: count or 1])!r}.")
    return command, line[count:]


def check_given(command, given):
    """Raise UsageError for an option that says nothing about the request: those of the run stand before ``--``."""
    for name in given:
        facts = command["arguments"][name]
        if "does" in facts and facts["does"] not in ("message", "template", "param") and not SENT & facts.keys():
            raise UsageError(f"{flag_of(facts)} says nothing about the request of a row, so it cannot stand behind --.")


def is_single(command):
    """Whether a command sends one request, or groups texts into several that can as well be sent one by one."""
    answers = any(route.get("response", {}).get("is") == "answer" for route in command["routes"])
    return "run" not in command or answers or bool({"batches", "creates"} & command.keys())
