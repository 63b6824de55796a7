"""Rules about options and positionals: within one, within a command, and between commands."""

from cometapi.manifest.compile import choices, dest
from cometapi.manifest.traverse import (
    all_flags,
    arguments_of,
    declared_arguments,
    every_argument,
    placed_routes,
    whole_routes,
)

RESERVED = {"-h", "--help", "-V", "--version"}
# The letters that the vendor's command reference itself uses for several options (seed 000_bdfd0fa72880ae9b.txt).
COMMAND_REFERENCE = {
    "-s": {"system", "search", "source"},
    "-t": {"temperature", "type"},
    "-l": {"limit"},
    "-p": {"page", "prompt"},  # of the vendor's `run`
    "-f": {"format", "field"},  # of `gh api`, which `api` follows
}
SCALES = {"timestamp": "time", "end_timestamp": "time", "integer": "number", "number": "number"}  # what has an order
PLAIN = ("text", "integer", "number")  # types whose values stand in the manifest as they are
VALUE_KEYS = ("type", "range", "choices", "default", "default_from", "repeat", "split", "metavar")


def option_sets_stand_once(sources):
    """An option set that a command names twice."""
    for source in sources.commands.values():
        use = source.data.get("use", [])
        for number, name in enumerate(use):
            if name in use[:number]:
                yield source.finding(("use", number), f"{name} stands twice.")


def flags_are_single(sources):
    """Two arguments of one command with one flag, one name or one place, and flags that belong to the program."""
    for source in sources.commands.values():
        seen = {}
        for number, (path, item) in enumerate(every_argument(source.data, sources.program.data)):
            words = [*all_flags(item), dest(item)]
            for word in RESERVED.intersection(words):
                yield source.finding(path, f"{word} belongs to the program itself.")
            taken = [word for word in words if seen.setdefault(word, number) != number]
            if taken:
                yield source.finding(path, f"{taken[0]} is taken by another argument of this command.")
            place = item.get("to")
            if place and place != "body" and not place.endswith("/-") and seen.setdefault(place, number) != number:
                yield source.finding((*path, "to"), f"Another argument already goes to {place}.")


def flags_are_declared(sources):
    """Flags named by ``needs``, ``excludes``, ``not_after``, ``stands_for``, ``when``, ``given``, ``stream``, ``words``, ``wait`` or ``then`` that the command lacks."""
    for source in sources.commands.values():
        arguments = every_argument(source.data, sources.program.data)
        known = {flag: item for _, item in arguments for flag in all_flags(item)}
        for path, flag, word in named_flags(source.data, sources.program.data):
            if flag not in known:
                yield source.finding(path, f"This command has no option {flag}.")
                continue
            words = choices_of(known[flag])
            if word is not None and isinstance(words, list | dict) and word not in words:
                yield source.finding(path, f"{flag} has no choice {word!r}; its choices are {', '.join(words)}.")


def named_flags(data, program):
    """Every place where a command file names one of its own flags: (path, flag, the word it is to have or None)."""
    for path, item in every_argument(data, program):
        for key in ("needs", "excludes", "stands_for"):
            flags = item.get(key, {})
            for flag in flags:
                at = path if path == ("use",) else (*path, key)
                yield at, flag, flags[flag] if isinstance(flags, dict) else None
        if "not_after" in item:
            yield (*path, "not_after"), item["not_after"], None
    for prefix, one in placed_routes(data):
        for flag, word in one.get("when", {}).items():
            yield (*prefix, "when"), flag, word
        if "given" in one:
            yield (*prefix, "given"), one["given"], None
        for number, column in enumerate(one.get("response", {}).get("columns", [])):
            for key in ("words", "reveal"):
                if isinstance(column.get(key), str):
                    yield (*prefix, "response", "columns", number, key), column[key], None
    if "stream" in data:
        yield ("stream", "switch"), data["stream"]["switch"], None
    if "if" in data.get("wait", {}):
        yield ("wait", "if"), data["wait"]["if"], None
    for number, step in enumerate(data.get("then", [])):
        if "if" in step:
            yield ("then", number, "if"), step["if"], None
        for name, value in step["give"].items():
            if value.startswith("-"):
                yield ("then", number, "give", name), value, None


def orders_compare(sources):
    """An argument that is not to come after one of another kind."""
    for source in sources.commands.values():
        arguments = every_argument(source.data, sources.program.data)
        known = {flag: item for _, item in arguments for flag in all_flags(item)}
        for path, item in arguments:
            other = known.get(item.get("not_after"))
            if other and {SCALES.get(one.get("type")) for one in (item, other)} not in ({"time"}, {"number"}):
                yield source.finding((*path, "not_after"), "Only two dates or two numbers have an order.")


def words_are_mapped(sources):
    """Columns that take their words from an option whose choices name no raw values."""
    for source in sources.commands.values():
        own = {flag: item for _, item in arguments_of(source.data) for flag in item.get("flags", [])}
        shared = {flag for _, item in every_argument(source.data, sources.program.data) for flag in all_flags(item)}
        for whole, at in whole_routes(source.data):
            for number, column in enumerate(whole.get("response", {}).get("columns", [])):
                flag = column.get("words")
                if isinstance(flag, str) and flag in shared and not isinstance(own.get(flag, {}).get("choices"), dict):
                    path = at("response", "columns", number, "words")
                    yield source.finding(path, f"No option {flag} of this file has choices that map words to values.")


def arguments_make_sense(sources):
    """Keys of one argument that contradict each other."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            for key, sentence in contradictions(item):
                yield source.finding((*path, *key), sentence)


def contradictions(item):
    """What is wrong with one argument on its own: (key as a path, sentence)."""
    valueless = next((key for key in ("switch", "stands_for") if key in item), None)
    for key in VALUE_KEYS:
        if valueless and key in item:
            yield (key,), f"An option with {valueless} takes no value, so it has no {key}."
    if item.get("switch") == "pair" and not any(flag.startswith("--") for flag in item["flags"]):
        yield ("switch",), "A pair needs a long flag to make its --no- form of."
    if "range" in item:
        yield from range_faults(item)
    if "default" in item and not valueless:
        yield from default_faults(item)
    if "split" in item and ("choices" in item or item.get("type", "text") != "text"):
        yield ("split",), "What is split is a list of any words, so it has no type and no choices."


def choices_of(item):
    """The choices of an argument or a setting: words, or the name of a list that is known only when it runs."""
    return choices(item["choices"]) if "choices" in item else None


def range_faults(item):
    """What is wrong with a range: (key as a path, sentence)."""
    low, high = item["range"]
    if item.get("type") not in ("integer", "number"):
        yield ("range",), "Only integers and numbers have a range."
    elif low is not None and high is not None and low > high:
        yield ("range",), "The range ends before it begins."


def default_faults(item):
    """What is wrong with a default: (key as a path, sentence)."""
    value, words, kind = item["default"], choices_of(item), item.get("type", "text")
    low, high = item.get("range", (None, None))
    if isinstance(words, list | dict):
        if value not in words:
            yield ("default",), f"{value!r} is not one of the choices."
    elif kind not in PLAIN:
        yield ("default",), f"A default is sent as it stands here, so an option of type {kind} cannot have one."
    elif isinstance(value, str) != (kind == "text") or (kind == "integer" and not isinstance(value, int)):
        yield ("default",), f"{value!r} is no {kind}."
    elif kind != "text" and ((low is not None and value < low) or (high is not None and value > high)):
        yield ("default",), f"{value} is outside the range."


def short_letters_agree(sources):
    """A short letter that means one thing in one command and another in the next, unless the command reference gives it so."""
    meanings = {}
    for source in sources.commands.values():
        for path, item in every_argument(source.data, sources.program.data):
            for flag in item.get("flags", []):
                if len(flag) == 2:
                    meaning = dest(item)
                    allowed = COMMAND_REFERENCE.get(flag, set())
                    first_seen = meanings.setdefault(flag, meaning)
                    if meaning != first_seen and not {meaning, first_seen} <= allowed:
                        yield source.finding(path, f"{flag} means --{first_seen.replace('_', '-')} in another command.")
