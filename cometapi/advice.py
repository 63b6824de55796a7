"""Names of commands and options in messages, as the manifest has them."""

from cometapi.generated.index import COMMANDS, FLAGS, PROGRAM, SHORT_FOR
from cometapi.manifest.command_names import CALL, leads_to_command


def flag(behaviour):
    """The flag of the option with this behaviour."""
    return FLAGS[behaviour][0]


def advice(text, **values):
    """A hint with names and values filled in; None if it names something that this program does not have.

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
    """Like ``advice``, as the end of a sentence: empty if it names something that this program does not have."""
    return advice(text, **values) or ""
