"""The next step that a message names: a command of this program, under the name that the program has."""

from cometapi.generated.index import COMMANDS, PROGRAM
from cometapi.manifest.command_names import CALL, leads_to_command


def advice(text, **values):
    """The text with ``{program}`` and the values filled in; None where it names a command that this program lacks."""
    if all(leads_to_command(words, COMMANDS) for words in CALL.findall(text)):
        return text.format(program=PROGRAM, **values)
    return None
