"""The help texts of commands and of the words that open them, from the generated data."""

from importlib import import_module

from cometapi.generated import index, options, program
from cometapi.manifest import help


def of_command(words):
    """The help text of a command."""
    command = import_module(f"cometapi.generated.{index.COMMANDS[words][0]}").COMMAND
    return help.command_help(index.PROGRAM, command, options.SETS, program.SETTINGS)


def of_group(words):
    """The help text of the commands that begin with these words."""
    summaries = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    return help.group_help(index.PROGRAM, words, summaries)
