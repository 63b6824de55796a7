"""What the completion scripts hold: words, the arguments of each command, and those of each option set once."""

from cometapi.manifest.value_types import FILE_TYPES


def phrases(model):
    """Everything that words of a line may name, to its meaning: commands, what leads to them, what ``help`` explains."""
    opened = model.group_meanings
    found = {}
    for command in model.commands:
        found[command.words] = command.brief
        if any(is_phrased(one) for one in command.positionals):
            subjects = {**opened, **model.named_choices["$help"]}
            found |= {f"{command.words} {words}": meaning for words, meaning in subjects.items()}
    return {**opened, **found}


def is_phrased(one):
    """Whether the values of a positional are the names of commands and topics, which may have several words."""
    return one.positional and one.choices == "$help"


def blocks(model):
    """The options that commands share: a dict from the name of a block to its options.

    A set with options for a request beside others is two blocks, because only the others may stand before a command.
    """
    found = {}
    for name, arguments in model.set_arguments.items():
        options = visible(arguments)
        found[name] = [one for one in options if one.to is None]
        found[f"{name}-request"] = [one for one in options if one.to is not None]
    return {name: options for name, options in found.items() if options}


def blocks_of(model, command):
    """Names of the blocks of a command."""
    known = blocks(model)
    return [block for name in command.data["use"] for block in (name, f"{name}-request") if block in known]


def neighbours(model, block):
    """The options of every command that has this block, those that are written alike once."""
    users = [command for command in model.commands if block in blocks_of(model, command)]
    return list({tuple(one.spellings): one for command in users for one in visible(command.options)}.values())


def visible(options):
    """The options that completion offers."""
    return [one for one in options if not one.hidden]


def rivals(one, options):
    """What makes an option impossible once it is on the line: flags, and flags with a value."""
    words = []
    for other in options:
        if is_rival(one, other):
            words += [] if one.repeat and one.dest == other.dest else other.shown
        elif one.needs.get(other.dest):
            words += [f"{other.flag}={word}" for word in other.choices or () if word != one.needs[other.dest]]
    return words


def is_rival(one, other):
    """Whether two options cannot both be given: the same one, or one that the other excludes."""
    return target(one) == target(other) or other.dest in one.excludes or one.dest in other.excludes


def target(one):
    """The name of the value that an option gives."""
    return one.stands_for[0] if one.stands_for else one.dest


def kind(model, one):
    """The values of an argument in one word: its choices, ``@`` and the name of a list, ``*`` for anything, ``-`` for none."""
    if not one.takes_value:
        return "-"
    if is_phrased(one):
        return "*"
    choices = model.choices(one)
    return (
        " ".join(choices)
        if choices
        else "@file"
        if one.type in FILE_TYPES
        else f"@{one.complete}"
        if one.complete
        else "*"
    )
