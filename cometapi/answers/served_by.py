"""The command that a model is asked through, by what the catalog says of it."""

from cometapi.generated import program
from cometapi.output import served

USUAL = "chat"  # the protocol that gateways speak for every model


def command_of(facts):
    """The name of the command that asks a model; ``facts`` is its item of the catalog, empty where that has none."""
    asking = {one["command"]: name for name, one in program.PROTOCOLS.items() if "turn" in one}
    fitting = [name for name in served.commands(facts) if name in asking]
    usual = next(command for command, name in asking.items() if name == USUAL)
    return fitting[0] if fitting else usual
