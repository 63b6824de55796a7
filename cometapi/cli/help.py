"""The help texts of the program's own commands, groups of commands and topics: functions of the page to lay them out on."""

from cometapi.cli.registry import command_data
from cometapi.generated import index
from cometapi.manifest import help as texts


def alone(page):
    """What the program says when it is called without a word."""
    from cometapi.generated.overview import OVERVIEW

    return texts.overview(page, index.PROGRAM, OVERVIEW, {})


def of_program(page):
    """The help text of the program."""
    from cometapi.generated.overview import OVERVIEW

    commands = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    return texts.program_help(page, index.PROGRAM, OVERVIEW, commands)


def of_command(words):
    """What lays out the help text of a command."""
    from cometapi.generated.options import SETS
    from cometapi.generated.settings import REACH, SETTINGS

    return lambda page: texts.command_help(page, index.PROGRAM, command_data(words), SETS, SETTINGS, REACH)


def of_group(words):
    """What lays out the help text of the commands that begin with these words."""
    commands = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    return lambda page: texts.group_help(page, index.PROGRAM, words, commands, index.GROUPS[words])


def of_topic(name):
    """What lays out the help text of a topic."""
    from cometapi.generated.topics import TOPICS

    return lambda page: texts.topic_help(page, TOPICS[name])


OF_PROGRAM = {"ALONE": alone, "HELP": of_program}
