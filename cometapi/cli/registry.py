"""The program's own commands: their data, by their words."""

import sys

from cometapi.generated import index

LOADED: dict[str, dict] = {}  # commands of the user's own, once they were loaded


def command_data(words):
    """The data of a command; imports its module and no other."""
    if words in LOADED and words not in index.COMMANDS:
        return LOADED[words]
    name = f"cometapi.generated.{index.COMMANDS[words][0]}"
    __import__(name)  # importlib would import more than this does
    return sys.modules[name].COMMAND


def with_shared(command):
    """A command that takes the options that most commands share as well, so that they may stand in a call for help."""
    from cometapi.generated.options import SETS

    arguments = {}
    for one in SETS.values():
        arguments |= one["arguments"] if one.get("topic") == "options" else {}
    return {**command, "arguments": arguments | command["arguments"]}
