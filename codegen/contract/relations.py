"""What changed in what arguments have to do with each other: as rules of one pair or of one need each."""

from itertools import combinations

from codegen.contract.changes import BREAKING, COMPATIBLE

PIPE = "stdin"  # stands among the names of a need where a pipe meets it, too
ORDER = {"at_most", "less_than", "pixels_of"}


def needs(command):
    """What a call cannot do without: sets of names, of each of which one has to be given."""
    found = {frozenset([one["name"]]) for one in command["options"] if one.get("required")}
    pipes = {one["name"] for one in command["options"] if one.get("reads_stdin")}
    for one in command["relations"]:
        if one["kind"] in ("required", "some", "one", "or_from", "stdin"):
            found.add(frozenset(one["arguments"]))
    return {names | {PIPE} if names & pipes or is_piped(command, names) else names for names in found}


def is_piped(command, names):
    """Whether a relation says that a pipe meets this need."""
    kinds = [one["kind"] for one in command["relations"] if set(one["arguments"]) == names]
    return bool({"stdin", "or_from"} & set(kinds))


def rules(command):
    """Every rule about two arguments: a set of (kind, first, second, value)."""
    found = set()
    for one in command["relations"]:
        first, *others = one["arguments"]
        if one["kind"] == "one":
            found |= {("excludes", *sorted(pair), None) for pair in combinations(one["arguments"], 2)}
        elif one["kind"] == "excludes":
            found |= {("excludes", *sorted((first, other)), None) for other in others}
        elif one["kind"] == "needs" or one["kind"] in ORDER:
            found.add((one["kind"], first, others[0], one.get("value")))
    return found


def renamed(names, heirs):
    """Names as they are in the newer surface."""
    return frozenset(heirs.get(name, name) for name in names)


def changed_needs(before, after, heirs, settings):
    """Needs that calls of before may not meet, and those that are gone: (level, kind, names). ``settings`` are those of the newer surface."""
    known = {renamed(names, heirs) for names in needs(before)}
    acting = {one["name"] for one in after["options"] if acts(one, settings)}
    for names in sorted(needs(after), key=sorted):
        if not any(old <= names for old in known):
            yield COMPATIBLE if names & acting else BREAKING, "required", names
    for names in sorted(known, key=sorted):
        if not any(new <= names for new in needs(after)) and exist(names - {PIPE}, after):
            yield COMPATIBLE, "required no more", names


def acts(option, settings):
    """Whether an argument that is not given has a value all the same, its own or that of a setting."""
    return "default" in option or "default" in settings.get(option.get("setting"), {})


def changed_rules(before, after, heirs):
    """Rules about two arguments that are new among those of before, and those that are gone: (level, kind, names, value)."""
    old = {
        (kind, *ordered(kind, heirs.get(one, one), heirs.get(other, other)), value)
        for kind, one, other, value in rules(before)
    }
    new = rules(after)
    was = {heirs.get(one["name"], one["name"]) for one in before["options"]}
    for kind, one, other, value in sorted(new - old, key=repr):
        if one in was and (other in was or kind == "needs"):
            yield BREAKING, kind, (one, other), value
    for kind, one, other, value in sorted(old - new, key=repr):
        is_stricter = kind == "at_most" and ("less_than", one, other, value) in new
        if exist({one, other}, after) and not is_stricter:
            yield COMPATIBLE, f"{kind} no more", (one, other), value


def ordered(kind, one, other):
    """Two names, sorted where the rule holds in both directions."""
    return sorted((one, other)) if kind == "excludes" else (one, other)


def exist(names, command):
    """Whether a command has these arguments."""
    return names <= {one["name"] for one in command["options"]}
