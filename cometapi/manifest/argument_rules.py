"""Rules about what options and positionals say of themselves, and of values that they are compared with."""

from cometapi.manifest.moments import MOMENTS
from cometapi.manifest.traverse import (
    all_flags,
    arguments_of,
    choices_of,
    declared_arguments,
    every_argument,
    whole_routes,
)

SCALES = {**dict.fromkeys(MOMENTS, "time"), "integer": "number", "number": "number"}  # what has an order
PLAIN = ("text", "integer", "number")  # types whose values stand in the manifest as they are
VALUE_KEYS = ("type", "range", "begins", "choices", "known", "complete", "default", "default_from", "repeat", "metavar")
NAMING_KEYS = {
    "needs",
    "excludes",
    "stands_for",
    "at_most",
    "less_than",
    "assignments_to",
}  # by which one option names others


def orders_compare(sources):
    """An argument that is not to come after one of another kind."""
    for source in sources.commands.values():
        arguments = every_argument(source.data, sources.program.data)
        known = {flag: item for _, item in arguments for flag in all_flags(item)}
        for path, item in arguments:
            for key in ("at_most", "less_than"):
                other = known.get(item.get(key))
                if other and {SCALES.get(one.get("type")) for one in (item, other)} not in ({"time"}, {"number"}):
                    yield source.finding((*path, key), "Only two dates or two numbers have an order.")


def assignments_are_taken(sources):
    """Options that leave KEY=VALUE to an option that takes none, or that have no letter for it to stand behind."""
    for source in sources.commands.values():
        known = {
            flag: item for _, item in every_argument(source.data, sources.program.data) for flag in all_flags(item)
        }
        for path, item in arguments_of(source.data):
            if "assignments_to" not in item:
                continue
            taker = known.get(item["assignments_to"], {"type": "assignment"})  # else another rule says so
            if taker.get("type") != "assignment":
                fault = f"{item['assignments_to']} is not of the type assignment, so it takes no KEY=VALUE."
                yield source.finding((*path, "assignments_to"), fault)
            elif not any(len(flag) == 2 for flag in item["flags"]):
                yield source.finding(
                    (*path, "assignments_to"), "Only behind a letter is it taken so, and this has none."
                )


def words_can_be_typed(sources):
    """Choices and known words that are no single word: none that a shell takes apart, nor one that completion would."""
    for source in [sources.program, *sources.commands.values()]:
        settings = [(("settings", name), one) for name, one in source.data.get("settings", {}).items()]
        for path, item in [*settings, *declared_arguments(source.data)]:
            for key in ("choices", "known"):
                words = item.get(key, ())
                for word in words if isinstance(words, list | dict) else ():
                    if not word.isprintable() or not word or set(word) & {" ", ";"}:
                        sentence = f"{word!r} is not one word: no blanks, semicolons and control characters."
                        yield source.finding((*path, key), sentence)


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


def values_follow_settings(sources):
    """Values of a setting that no word before them names."""
    for source in [sources.program, *sources.commands.values()]:
        entries = list(declared_arguments(source.data))
        places = [item for _, item in entries if "name" in item]
        fitting = places[1:2] if places and places[0].get("choices") == "$settings" else []
        for path, item in entries:
            if item.get("complete") == "$values" and item not in fitting:
                sentence = "$values is for the second positional, behind one whose choices are $settings."
                yield source.finding((*path, "complete"), sentence)


def contradictions(item):
    """What is wrong with one argument on its own: (key as a path, sentence)."""
    valueless = next((key for key in ("switch", "stands_for") if key in item), None)
    for key in NAMING_KEYS & item.keys():
        if names_itself(item, item[key]):
            yield (key,), "An option cannot name itself here."
    if "attach_to" in item and "to" in item:
        yield ("attach_to",), "What joins another argument goes where that goes, so it has no to."
    for key in VALUE_KEYS:
        if valueless and key in item:
            yield (key,), f"An option with {valueless} takes no value, so it has no {key}."
    if item.get("switch") == "pair" and not any(flag.startswith("--") for flag in item["flags"]):
        yield ("switch",), "A pair needs a long flag to make its --no- form of."
    if "bare" in item:
        yield from bare_faults(item, valueless)
    if "begins" in item and item.get("type", "text") != "text":
        yield ("begins",), "Only a text begins with another."
    if "range" in item:
        yield from range_faults(item)
    if "default" in item and not valueless:
        yield from default_faults(item)
    for key in {"known", "complete"} & item.keys() if "choices" in item else ():
        yield (key,), f"Tab offers the choices, so there is no {key}."
    for key in ("choices", "repeat"):
        if item.get("type") == "words" and key in item:
            yield (key,), f"Words are any words in one value, separated by commas, so they have no {key}."


def bare_faults(item, valueless):
    """What is wrong with an option that may stand alone: (key as a path, sentence)."""
    if valueless:
        yield ("bare",), f"An option with {valueless} never has a value, so it has no bare."
        return
    if not any(flag.startswith("--") for flag in item["flags"]):
        yield ("bare",), "Its value stands behind the equals sign of a long flag, and it has none."
    for key in ("repeat", "default", "default_from", "to"):
        if key in item:
            yield (key,), f"An option that may stand alone is true then, so it has no {key}."


def names_itself(item, flags):
    """Whether one flag, or some, are those of the option that names them."""
    return bool(set(item.get("flags", ())).intersection([flags] if isinstance(flags, str) else flags))


def range_faults(item):
    """What is wrong with a range: (key as a path, sentence)."""
    low, high = item["range"]
    if item.get("type") not in ("integer", "number"):
        yield ("range",), "Only integers and numbers have a range."
    elif low is not None and high is not None and low > high:
        yield ("range",), "The start of the range is larger than its end."


def moment_faults(kind, value):
    """What is wrong with a default that is a moment: (key as a path, sentence)."""
    try:
        MOMENTS[kind](str(value))
    except ValueError as error:
        yield ("default",), f"The default {error}."


def default_faults(item):
    """What is wrong with a default: (key as a path, sentence)."""
    value, words, kind = item["default"], choices_of(item), item.get("type", "text")
    low, high = item.get("range", (None, None))
    if isinstance(words, list | dict):
        if value not in words:
            yield ("default",), f"{value!r} is not one of the choices."
    elif kind in MOMENTS:
        yield from moment_faults(kind, value)
    elif kind not in PLAIN:
        yield ("default",), f"A default is sent as it stands here, so an option of type {kind} cannot have one."
    elif isinstance(value, str) != (kind == "text") or (kind == "integer" and not isinstance(value, int)):
        yield ("default",), f"{value!r} is not of type {kind}."
    elif kind != "text" and ((low is not None and value < low) or (high is not None and value > high)):
        yield ("default",), f"{value} is outside the range."
