"""The arguments of a command or of an option set compiled: names made, choices resolved, places split into keys."""

from cometapi.manifest.arguments import name_of
from cometapi.manifest.moments import MOMENTS
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.select import selector
from cometapi.manifest.value_types import ON_DISK

METAVARS = {"integer": "N", "number": "NUMBER", "file": "FILE", "json": "JSON", "url": "URL"}
METAVARS |= {
    **dict.fromkeys(MOMENTS, "DATE"),
    **dict.fromkeys(("upload", "lines", "every_line", "json_lines"), "FILE|-"),
}


def dest(item):
    """The name under which a value is known: a positional's name, or the first long flag."""
    return item["name"] if "name" in item else name_of(main_flag(item["flags"]))


def main_flag(flags):
    """The flag by which an option is known: the first long one, else the first."""
    return next((flag for flag in flags if flag.startswith("--")), flags[0])


def names_of(flags):
    """The names of options, of which some have a word behind them."""
    return {name_of(flag): word for flag, word in flags.items()} if isinstance(flags, dict) else [*map(name_of, flags)]


def shared_arguments(sets, program):
    """The data of the arguments of some option sets, by name."""
    items = [item for name in sets for item in program["options"][name]["arguments"]]
    return arguments(items, program)


def arguments(items, program):
    """The data of arguments, by name."""
    return {dest(item): argument(item, program) for item in items}


def argument(item, program):
    """The data of one entry of ``arguments``: as the file has it, where COMPILED knows no other form."""
    facts = sending(item, program)
    facts.pop("name", None)
    sentence = facts.pop("help")
    if not {"switch", "stands_for"} & item.keys():
        facts["metavar"] = "-" if "secret" in item and "metavar" not in item else metavar(item)
    if "use" in item.get("deprecated", {}):  # both go to the same place
        facts["excludes"] = [*facts.get("excludes", []), name_of(item["deprecated"]["use"])]
    return {**facts, **completion(item, program), "help": sentence}


def sending(item, program):
    """The compiled keys of an argument about how it is sent."""
    return {key: COMPILED[key](value, program) if key in COMPILED else value for key, value in item.items()}


def completion(item, program):
    """What a Tab offers for an argument or a setting beside its own words, as ``complete``: what is said of it or of its
    setting, else what its type has on the disk.
    """
    said = program["settings"].get(item.get("default_from"), {}).get("complete")
    found = item.get("complete") or said or ON_DISK.get(item.get("type"))
    return {"complete": found} if found else {}


def metavar(item):
    """The word that stands for a value in help: the one said, an option's by its type, else the name in capitals."""
    by_type = METAVARS.get(item.get("type")) if "flags" in item else None
    return item.get("metavar") or by_type or dest(item).upper()


def choices(value, program=None):
    """The choices of an argument or a setting; ``$formats`` are the output formats that have writers, ``$protocols``
    the words for the protocols that a command speaks, each with the protocol's name, ``$agents`` the names of agents.
    """
    if value == "$agents":
        return sorted(program["agents"])
    if value == "$protocols":
        return {one.get("endpoint", name): name for name, one in program["protocols"].items() if "command" in one}
    return list(FORMATS) if value == "$formats" else value


def shape(value, program):
    """A shape, or the shared one that ``$name`` stands for."""
    shared = program.get("shapes", {})
    return shared.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value


COMPILED = {  # key of an argument to the function that compiles its value
    "choices": choices,
    "stands_for": lambda value, program: next(iter(names_of(value).items())),
    "to": lambda value, program: tuple(value.split("/")),
    "several_to": lambda value, program: tuple(value.split("/")),
    "taken_from": lambda value, program: tuple(value.split("/")),
    "as": shape,
    "media": lambda value, program: {**value, "as": shape(value["as"], program)},
    "keywords": lambda value, program: {word: word for word in value} if isinstance(value, list) else value,
    "or_from": lambda value, program: names_of(value),
    "selects": lambda value, program: {way: selector(one) for way, one in value.items()},
    "filter": lambda value, program: {**value, "in": [selector(one) for one in value["in"]]},
    "needs": lambda value, program: names_of(value if isinstance(value, dict) else dict.fromkeys(value)),
    "excludes": lambda value, program: names_of(value),
    "pixels_of": lambda value, program: name_of(value),
    "at_most": lambda value, program: name_of(value),
    "less_than": lambda value, program: name_of(value),
    "assignments_to": lambda value, program: name_of(value),
}


def lay_in(own, rules):
    """Lay what ``choose`` says of options into what they exclude and need."""
    for rule in rules:
        [(kind, flags)] = rule.items()
        names = names_of(flags)
        for name in names:
            facts, others = own[name], [other for other in names if other != name]
            if kind in ("one", "most_one"):
                facts["excludes"] = list(dict.fromkeys([*facts.get("excludes", []), *others]))
            elif kind == "all":
                facts["needs"] = {**dict.fromkeys(others), **facts.get("needs", {})}
