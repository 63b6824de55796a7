"""Checks credentials, and fetches suggestions, through commands that the manifest names."""

import shlex

from cometapi.cli.registry import command_data
from cometapi.cli.words import values
from cometapi.generated import program

# How it is asked when nothing else was given: once and not for long, because somebody is waiting.
PATIENCE = {"retries": 0, "timeout": program.SETTINGS["connect_timeout"]["default"]}


def ask(call, setting, settings):
    """Ask the service with a credential of these settings; raises what the command itself would when it is refused."""
    records(call, program.SETTINGS[setting]["check"], settings)


def offered(call, completion):
    """The words of a completion, fetched anew: a dict from each to the first thing that describes it."""
    source = program.COMPLETIONS[completion]
    remark = next(iter(source["describe"]), source["value"])
    found = records(call, source["from"], call.settings)
    return {one[source["value"]]: one.get(remark) or "" for one in found if one[source["value"]]}


def records(call, words, settings):
    """The records that a command prints, all of them; ``words`` are its words with its options."""
    name, argv = parted(shlex.split(words))
    command = command_data(name)
    patience = {one: least for one, least in PATIENCE.items() if call.given_option(one) is None}
    asking = call.another(command, values(command, argv, call.context.environ), doing=patience)
    asking.settings = settings
    result = asking.result()
    return list(result.records) if hasattr(result, "records") else [result.record]


def parted(words):
    """``(the words of the command, the rest)``: a command ends where its options begin."""
    end = next((number for number, word in enumerate(words) if word.startswith("-")), len(words))
    return " ".join(words[:end]), words[end:]
