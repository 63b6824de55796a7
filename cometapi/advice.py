"""What a message names: commands and options of this program, under the names that its manifest gives them."""

from cometapi.generated.index import COMMANDS, FLAGS, PROGRAM, SHORT_FOR
from cometapi.manifest.command_names import CALL, leads_to_command


def flag(behaviour):
    """What the option is called that does this for the program."""
    return FLAGS[behaviour][0]


def advice(text, **values):
    """The next step, with the names and the values filled in; None where it names what this program lacks.

    ``{program}`` is the program, ``{dry_run}`` the option that does this, ``{json}`` the option that is short for another
    one with this value.
    """
    names = {"program": PROGRAM, **{behaviour: flags[0] for behaviour, flags in FLAGS.items()}}
    names |= {value: short for short, (_, value) in SHORT_FOR.items()} | values
    if not all(leads_to_command(words, COMMANDS) for words in CALL.findall(text)):
        return None
    try:
        return text.format_map(names)
    except KeyError:
        return None


def also(text, **values):
    """The same as the end of a sentence: empty where the program lacks what it names."""
    return advice(text, **values) or ""
