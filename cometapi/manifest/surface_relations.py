"""The relations between the arguments of a command, each with a sentence: what a schema of values cannot say."""

from itertools import combinations


def relations(command):
    """The relations of a command as ``{"kind", "arguments", "sentence"}``, by kind in the order of KINDS."""
    known = {one.dest: one for one in command.arguments if not one.hidden}
    found = [one for kind in KINDS for one in kind(command, known)]
    return [one for one in found if set(one["arguments"]) <= known.keys()]


def relation(kind, arguments, sentence, **facts):
    """One relation between the arguments of these names."""
    return {"kind": kind, "arguments": list(arguments), **facts, "sentence": sentence}


def spelled(names, known, word="or"):
    """Names of arguments as a user knows them: ``--a, --b or --c``; those that nobody is told of are left out."""
    *first, last = [known[name].flag for name in names if name in known]
    return f"{', '.join(first)} {word} {last}" if first else last


def required(command, known):
    """What a call cannot do without."""
    for name, one in known.items():
        if one.required or (one.positional and not one.optional):
            way = f", unless the variable {one.environment} is set" if one.environment else ""
            yield relation("required", [name], f"{one.flag} is required{way}.")


def stdin(command, known):
    """What may also come through a pipe, and what stands in its place."""
    for name, one in known.items():
        others = [other for other in one.data.get("or_from", ()) if other in known]
        if others:
            sentence = f"Give {one.flag} as an argument or through a pipe, or use {spelled(others, known)} instead."
            yield relation("or_from", [name, *others], sentence)
        elif "stdin" in one.data:
            yield relation("stdin", [name], f"{one.flag} is required, as an argument or through a pipe.")


def some(command, known):
    """Of which options one has to be given: exactly one of those that exclude each other, else at least one."""
    for names in command.data.get("some", ()):
        is_one = all(are_rivals(known[one], known[other]) for one, other in combinations(names, 2))
        kind, amount = ("one", "exactly") if is_one else ("some", "at least")
        yield relation(kind, names, f"Give {amount} one of {spelled(names, known)}.")


def excludes(command, known):
    """What cannot be given together: the first of the arguments with any of the others, each pair once."""
    told: set[tuple[str, str]] = set()
    for name, one in known.items():
        others = [other for other in one.excludes if other in known and (other, name) not in told]
        told.update((name, other) for other in others)
        if others:
            yield relation("excludes", [name, *others], f"{one.flag} cannot be combined with {spelled(others, known)}.")


def needs(command, known):
    """What makes no sense without another argument, or without a value of it."""
    for name, one in known.items():
        for other, value in one.needs.items():
            if other in known:
                wanted = known[other].flag + ("" if value is None else f" {value}")
                usual = ", which is the default" if value is not None and known[other].default == value else ""
                facts = {} if value is None else {"value": value}
                yield relation("needs", [name, other], f"{one.flag} needs {wanted}{usual}.", **facts)


def order(command, known):
    """Whose value another one bounds."""
    for kind, words in (("less_than", "must be less than"), ("at_most", "must not be more than")):
        for name, one in known.items():
            other = known.get(one.data.get(kind))
            if other:
                yield relation(kind, [name, other.dest], f"{one.flag} {words} {other.flag}.")


def pixels(command, known):
    """Which image must be as large as another one."""
    for name, one in known.items():
        other = known.get(one.data.get("pixels_of"))
        if other:
            sentence = f"{one.flag} must have the same width and height as the first {other.flag}."
            yield relation("pixels_of", [name, other.dest], sentence)


def once(command, known):
    """What may not be given twice, though it takes one value."""
    for name, one in known.items():
        if "once" in one.data:
            yield relation("once", [name], f"{one.flag} can be given only once.")


def are_rivals(one, other):
    """Whether one of two arguments excludes the other."""
    return other.dest in one.excludes or one.dest in other.excludes


KINDS = (required, stdin, some, excludes, needs, order, pixels, once)
