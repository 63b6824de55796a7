"""What the completion scripts hold: words, the arguments of each command, and those of each option set once."""

from functools import cache, lru_cache

from codegen import escapes
from cometapi.cli.completion import offered
from cometapi.manifest.arguments import Argument


def phrases(model):
    """Maps every command, group and help subject to its summary."""
    opened = model.group_meanings
    found = {}
    for command in model.commands:
        found[command.words] = command.brief
        for one in filter(is_phrased, command.positionals):
            subjects = {**opened, **model.named_choices[one.choices]}
            found |= {f"{command.words} {words}": meaning for words, meaning in subjects.items()}
    return {**opened, **found}


def following(model):
    """Maps every phrase that begins longer ones, and that of no words, to the words that may come next."""
    found = {}
    for words in map(str.split, phrases(model)):
        for number, word in enumerate(words):
            found.setdefault(" ".join(words[:number]), {})[word] = None
    return found


def is_phrased(one):
    """Whether the values of a positional are the names of commands and topics, which may have several words."""
    return one.positional and one.choices in ("$help", "$commands")


@lru_cache(maxsize=1)
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


@lru_cache(maxsize=64)
def neighbours(model, block):
    """The options of every command that has this block, without duplicates."""
    users = [command for command in model.commands if block in blocks_of(model, command)]
    return tuple({tuple(one.shown): one for command in users for one in visible(command.options)}.values())


def positionals(command):
    """The positionals of a command, with the words that may stand in the place of each."""
    return offered(command.positionals)


def visible(options):
    """The options that completion offers."""
    return tuple(one for one in options if not one.hidden)


@cache  # the scripts of all shells ask
def rivals(one, options):
    """Flags, and flags with a value, that exclude an option once they are on the line."""
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
    """The values of an argument in one word: its words, ``@`` and the name of a kept list, ``$`` and what every program
    has, ``*`` for anything, ``-`` for none; behind a comma where a value may be several of them, behind an equals sign
    where it only follows one. Words of a list and others are its name behind a plus sign, then those.
    """
    if not one.has_value:
        return "-"
    found = marked(" ".join(words(model, one))) or source(one) or "*"
    if beside(one):
        return f"+{beside(one)} {found}"
    if one.bare:
        return f"={found}"
    return f",{found}" if one.type == "words" and found != "*" else found


def marked(found):
    """Words that the first sign of does not make something else of: behind a blank where it would."""
    return f" {found}" if found.startswith(tuple("*,@$=-+")) else found


def words(model, one):
    """The words of an argument that the manifest says."""
    return [] if is_phrased(one) else model.choices(one) or one.known


KEPT = {"$templates": "templates", "$aliases": "aliases"}  # lists that are kept of what the user has made


def source(one):
    """Where other words come from: the name of a kept list behind ``@``, or what every program has; None for nowhere."""
    if one.complete in KEPT:
        return f"@{KEPT[one.complete]}"
    return one.complete if one.complete is None or one.complete.startswith("$") else f"@{one.complete}"


def beside(one):
    """The kept list whose words an argument takes beside those of the manifest: settings of own commands; None without one."""
    return "own-settings" if one.choices == "$settings" else None


def columns(command):
    """The names of the columns of a command's results, in any of its routes."""
    routes = [route.get("response", {}).get("columns", ()) for route in command.routes]
    return list(dict.fromkeys(column["name"] for route in routes for column in route))


def stepped_over(model):
    """Flags with a value that may stand in front of a word of a command: those before every command, and those of the
    commands that open others.
    """
    openers = [one for command in model.commands if command.words in model.groups for one in command.options]
    options = [one for one in [*model.root_options, *openers] if one.takes_value]
    return list(dict.fromkeys(flag for one in options for flag in one.flags))


def settings(model):
    """The settings that have values to offer, each as the argument that it would be."""
    found = [Argument(name, facts) for name, facts in model.program["settings"].items() if not facts.get("secret")]
    return [one for one in found if kind(model, one) != "*"]


# Where words come from to what offers them, in zsh as an action and in fish as options of ``complete``; {0} is the
# program, {1} the name of a kept list. A value of several is built around the same.
ZSH = {
    "$files": "_files",
    "$folders": "_files -/",
    "$profiles": " _{0}_profiles",
    "$values": " _{0}_values",
    "$columns": " _{0}_columns",
    "$own_commands": " _{0}_ask",
}
ZSH_KEPT, ZSH_SEVERAL, ZSH_BESIDE = " _{0}_list {1}", " _sequence{0}", " _{0}_beside {1}"
FISH = {
    "$files": " -F",
    "$folders": " -a '(__fish_complete_directories)'",
    "$profiles": " -a '(__{0}_profiles)'",
    "$columns": " -a '(__{0}_columns | __{0}_joined)'",
    "$own_commands": " -a '(__{0}_ask)'",
}
FISH_KEPT, FISH_SEVERAL = " -a '(__{0}_list {1})'", " -a '(__{0}_list {1} | __{0}_joined)'"


def zsh_action(model, one):
    """What completes the values of an argument in zsh, as the end of a spec of ``_arguments``."""
    found = words(model, one)
    if beside(one):
        return " ".join([ZSH_BESIDE.format(model.name, beside(one)), *found])
    if found:
        return f"({' '.join(escapes.shell_part(escapes.escaped(word)) for word in found)})"
    if one.complete is None:
        return "()" if one.positional else " "  # beside a message, zsh inserts no option
    action = ZSH.get(one.complete, ZSH_KEPT).format(model.name, KEPT.get(one.complete, one.complete))
    return ZSH_SEVERAL.format(action) if one.type == "words" else action


def zsh_joint(one, flag):
    """What zsh is told of where a value stands: in the next word too, or behind an equals sign alone."""
    is_long = flag.startswith("--")
    if one.bare:
        return "=-" if is_long else ""
    return "" if not one.takes_value else "=" if is_long else "+"


def zsh_call(model, one):
    """The same as a command of its own, for a value of the setting ``one``."""
    found = words(model, one)
    return f"compadd -- {' '.join(map(escapes.shell, found))}" if found else zsh_action(model, one).strip()


def fish_values(model, one):
    """What completes the values of an argument in fish: options of ``complete``. A word's own description is empty,
    so that the option's is not said again behind each.
    """
    found = words(model, one)
    if found:
        more = f" (__{model.name}_list {beside(one)})" if beside(one) else ""
        return " -a '" + " ".join(f"{escapes.fish_part(escapes.escaped(word))}\\t" for word in found) + f"{more}'"
    if one.complete is None or is_phrased(one):
        return ""
    several = FISH_SEVERAL if one.type == "words" else FISH_KEPT
    return FISH.get(one.complete, several).format(model.name, KEPT.get(one.complete, one.complete))


def fish_positionals(model, command):
    """What completes the positionals of a command in fish: conditions, each with the values that it has."""
    for number, one in enumerate(positionals(command)):
        place = f'"{command.words}" {number}'
        if one.complete == "$values":
            for setting in settings(model):
                yield f"after {place} {setting.dest}", fish_values(model, setting)
        elif values := fish_values(model, one):
            yield f"place {place}{' more' if one.repeat else ''}", values


def fish_takes(one):
    """How fish is told that a value follows: only files are offered by fish itself. Behind an equals sign alone none has to."""
    if one.bare:
        return ""
    return " -r" if one.complete == "$files" else " -x"
