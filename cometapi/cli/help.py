"""The help texts of commands and of the words that open them, from the generated data."""

from cometapi.generated import index
from cometapi.manifest import help


def of_command(words):
    """The help text of a command."""
    from cometapi.cli.registry import command_data
    from cometapi.generated import options, program

    return help.command_help(index.PROGRAM, command_data(words), options.SETS, program.SETTINGS)


def of_group(words):
    """The help text of the commands that begin with these words."""
    summaries = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    return help.group_help(index.PROGRAM, words, summaries)
