"""The program's own commands: their data and their help, by their words."""

import sys

from cometapi.generated import index


def command_data(words):
    """The data of a command; imports its module and no other."""
    name = f"cometapi.generated.{index.COMMANDS[words][0]}"
    __import__(name)  # importlib would import more than this does
    return sys.modules[name].COMMAND


def help_of_command(words):
    """The help text of a command."""
    from cometapi.generated.options import SETS
    from cometapi.generated.settings import SETTINGS
    from cometapi.manifest.help import command_help

    return command_help(index.PROGRAM, command_data(words), SETS, SETTINGS)


def help_of_group(words):
    """The help text of the commands that begin with these words."""
    from cometapi.manifest.help import group_help

    return group_help(index.PROGRAM, words, {name: summary for name, (_, summary) in index.COMMANDS.items()})
