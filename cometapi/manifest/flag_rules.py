"""Rules about flags: each is there once, means one thing, and is there where another argument names it."""

from cometapi.manifest.arguments import name_of
from cometapi.manifest.compile import used_sets
from cometapi.manifest.compile_arguments import dest
from cometapi.manifest.routes import placed_routes
from cometapi.manifest.traverse import all_flags, arguments_of, choices_of, every_argument

RESERVED = {"-h", "--help", "-V", "--version"}


def option_sets_stand_once(sources):
    """An option set that a command names twice."""
    for source in sources.commands.values():
        use = source.data.get("use", [])
        for number, name in enumerate(use):
            if name in use[:number]:
                yield source.finding(("use", number), f"Duplicate {name}.")


def flags_are_single(sources):
    """Two arguments of one command with one flag, one name or one place, and flags that belong to the program."""
    for source in sources.commands.values():
        seen: dict = {}
        for number, (path, item) in enumerate(every_argument(source.data, sources.program.data)):
            words = [*all_flags(item), dest(item)]
            for word in RESERVED.intersection(words):
                yield source.finding(path, f"{word} belongs to the program itself.")
            taken = [word for word in words if seen.setdefault(word, number) != number]
            if taken:
                yield source.finding(path, f"{taken[0]} is taken by another argument of this command.")
                continue
            place = None if "deprecated" in item else item.get("to")  # which the option to use instead has as well
            if not place or place == "body" or place.endswith("/-"):
                continue
            before = seen.setdefault(place, item)
            if before is not item and not are_rivals(before, item):
                at = path if path == ("use",) else (*path, "to")
                yield source.finding(at, f"Another argument already goes to {place}.")


def are_rivals(one, other):
    """Whether two arguments are never given together, because one of them excludes the other."""
    flags = [all_flags(one), all_flags(other)]
    return any(set(flags[1 - side]) & set(item.get("excludes", ())) for side, item in enumerate((one, other)))


def flags_are_declared(sources):
    """Flags that a command file names and that the command lacks, or of which it expects what they cannot be."""
    for source in sources.commands.values():
        known = known_flags(item for _, item in every_argument(source.data, sources.program.data))
        for path, flag, word in named_flags(source.data):
            fault = f"This command has no option {flag}." if flag not in known else flag_fault(flag, known[flag], word)
            if fault:
                yield source.finding(path, fault)


def known_flags(items):
    """Flag to the argument that has it."""
    return {flag: item for item in items for flag in all_flags(item)}


def spellings_are_of_sets(sources):
    """Other spellings of an option that the command declares itself, where they belong."""
    for source in sources.commands.values():
        own = known_flags(item for _, item in arguments_of(source.data))
        for flag in source.data.get("spellings", {}):
            if flag in own:
                sentence = f"{flag} is an option of this file; give it these flags there, and hide them."
                yield source.finding(("spellings", flag), sentence)


def flag_fault(flag, item, word):
    """Why an argument cannot be named by this flag or be this word (None for any), None when it can."""
    if "stands_for" in item:
        return f"{flag} is short for {next(iter(item['stands_for']))}; use that."
    if dest({"flags": [flag]}) != dest(item):
        return f"Name this option by its first long flag, --{dest(item).replace('_', '-')}."
    return None if word is None else word_fault(flag, item, word)


def word_fault(flag, item, word):
    """Why the value of an argument is never this word, None when it may be."""
    choices, kind = choices_of(item), item.get("type", "text")
    if "switch" in item and not isinstance(word, bool):
        return f"{flag} is a switch, which is true or false and never {word!r}."
    if "switch" in item:
        return f"{flag} is on or not given, so it is never false." if item["switch"] == "on" and not word else None
    if isinstance(word, bool):
        return f"{flag} takes a value, which is never {str(word).lower()}."
    if isinstance(choices, list | dict):
        told = f"{flag} has no choice {word!r}; its choices are {', '.join(choices)}."
        return None if word in choices else told
    return None if kind == "text" else f"{flag} is of type {kind} and never the text {word!r}."


def named_flags(data):
    """Every place where a command file names a flag: (path, flag, the word it is to have or None)."""
    for path, item in arguments_of(data):
        for key, flag, word in flags_named_by(item):
            yield (*path, key), flag, word
    for prefix, one in placed_routes(data):
        for flag, word in one.get("when", {}).items():
            yield (*prefix, "when"), flag, word
        if "given" in one:
            yield (*prefix, "given"), one["given"], None
        for flag in one.get("places", {}):
            if flag.startswith("-"):
                yield (*prefix, "places", flag), flag, None
        if "groups" in one.get("response", {}):
            yield (*prefix, "response", "groups", "by"), one["response"]["groups"]["by"], None
        for number, column in enumerate(one.get("response", {}).get("columns", [])):
            for key in ("words", "reveal"):
                if isinstance(column.get(key), str):
                    yield (*prefix, "response", "columns", number, key), column[key], None
    yield from ((("spellings", flag), flag, None) for flag in data.get("spellings", {}))
    if "stream" in data:
        yield ("stream", "switch"), data["stream"]["switch"], None
    for number, rule in enumerate(data.get("choose", [])):
        for kind, flags in rule.items():
            yield from ((("choose", number, kind), flag, None) for flag in flags)
    for number, entry in enumerate(data.get("limits", [])):
        yield from ((("limits", number, "options", flag), flag, None) for flag in entry["options"])
        for flag, facts in entry["options"].items():
            if "instead" in facts:
                yield ("limits", number, "options", flag, "instead"), facts["instead"], None
    for key in ("wait", "follow"):
        if "if" in data.get(key, {}):
            yield (key, "if"), data[key]["if"], None
    for number, step in enumerate(data.get("then", [])):
        if "if" in step:
            yield ("then", number, "if"), step["if"], None
        for name, value in step["give"].items():
            if value.startswith("-"):
                yield ("then", number, "give", name), value, None


def flags_named_by(item):
    """The flags that one argument names beside its own: (key, flag, the word it is to have or None)."""
    for key in ("needs", "excludes", "stands_for", "or_from"):
        flags = item.get(key, {})
        for flag in flags:
            if flag not in item.get("flags", ()):
                yield key, flag, flags[flag] if isinstance(flags, dict) else None
    for key in ("at_most", "less_than", "assignments_to", "pixels_of"):
        if key in item and item[key] not in item["flags"]:
            yield key, item[key], None
    if "use" in item.get("deprecated", {}):
        yield "deprecated", item["deprecated"]["use"], None


def flags_of_sets_are_declared(sources):
    """Flags that an option of a set names and that nobody has, or of which it expects what they cannot be."""
    sets, own = sources.program.data["options"], own_flags(sources)
    shared = known_flags(item for group in sets.values() for item in group["arguments"])
    for name, group in sets.items():
        for number, item in enumerate(group["arguments"]):
            for key, flag, word in flags_named_by(item):
                path = ("options", name, "arguments", number, key)
                if flag in shared and flag_fault(flag, shared[flag], word):
                    yield sources.program.finding(path, flag_fault(flag, shared[flag], word))
                elif flag not in shared and flag not in own and sources.is_whole:
                    yield sources.program.finding(path, f"No command has an option {flag}.")


def own_flags(sources):
    """The flags that commands declare in their own files."""
    return known_flags(item for source in sources.commands.values() for _, item in arguments_of(source.data))


def option_sets_go_together(sources):
    """Option sets of a command whose options need those of a set, or of the command itself, that it lacks."""
    sets, own = sources.program.data["options"], own_flags(sources)
    homes = {flag: name for name, group in sets.items() for flag in known_flags(group["arguments"])}
    for source in sources.commands.values():
        names = used_sets(source.data, sources.program.data)
        known = known_flags(item for _, item in every_argument(source.data, sources.program.data))
        if any(name not in sets for name in names):
            continue  # that is told, and may be why
        for name in names:
            named = [one for item in sets[name]["arguments"] for one in flags_named_by(item)]
            flags = [flag for key, flag, _ in named if key != "excludes"]  # what is not there is never together with it
            missing = [flag for flag in dict.fromkeys(flags) if flag not in known]
            for home in dict.fromkeys(homes[flag] for flag in missing if flag in homes):
                told = ", ".join(flag for flag in missing if homes.get(flag) == home)
                yield source.finding(("use",), f"The options of {name} need those of {home} ({told}); use {home} too.")
            for flag in missing:
                if flag not in homes and (flag in own or not sources.is_whole):
                    yield source.finding(
                        ("use",), f"The options of {name} need an option {flag}, which this command lacks."
                    )


def short_letters_agree(sources):
    """A short letter that means one thing in one command and another in the next, unless ``short_letters`` says so."""
    meanings: dict = {}
    several = sources.program.data.get("short_letters", {})
    for source in sources.commands.values():
        for path, item in every_argument(source.data, sources.program.data):
            for flag in item.get("flags", []):
                if len(flag) == 2:
                    meaning = dest(item)
                    allowed = set(map(name_of, several.get(flag, [])))
                    first_seen = meanings.setdefault(flag, meaning)
                    if meaning != first_seen and not {meaning, first_seen} <= allowed:
                        yield source.finding(path, f"{flag} means --{first_seen.replace('_', '-')} in another command.")
