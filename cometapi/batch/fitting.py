"""Which commands, and which of their options, can say what is done with a row."""

from cometapi.cli.registry import command_data
from cometapi.cli.unknown import unknown_command
from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.manifest.arguments import flag_of
from cometapi.own import names

SENT = {"to", "attach_to"}  # keys of arguments that become a part of the request


def command_of(line, environ):
    """``(data of the command that a line begins with, the words behind it)``; one of the user's own is loaded already.

    Raises UsageError for a command that is not a paid one with a single request.
    """
    own = names.known(environ)
    name, words = names.split(line, own)
    if name not in index.COMMANDS and name not in own:
        raise unknown(name, words, own, environ)
    command = command_data(name)
    if command["cost"] != "paid":
        hint = "Run it for each row in a loop of the shell, or of a script."
        raise UsageError(f"A batch is for paid commands, each row once; {name} costs nothing.", hint=hint)
    if not is_single(command):
        raise UsageError(f"A batch runs paid commands that send one request, not {name!r}.")
    return command, words


def unknown(name, words, own, environ):
    """The UsageError about words that name no command, or an alias, which is not expanded in a batch."""
    word = (*words, "")[0]
    line = names.aliases(environ).get(word) if not name else None
    if line:
        return UsageError(f"{word} is your alias for {line}; a batch takes the command itself behind --.")
    return unknown_command(name, word, [*own, *names.opening(own)])


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
