"""What changed in one command that two surfaces have: options, positionals, relations, routes, columns, exit codes."""

from codegen.contract import relations
from codegen.contract.changes import BREAKING, COMPATIBLE, COSMETIC, Change
from codegen.contract.facts import COLUMN, COMMAND, OPTION, OUTPUT, judged
from codegen.contract.matching import flags_of, guess, pairs

SENTENCES = {  # kind of a relation to what is said of it
    "required": "A call now has to give {names}.",
    "required no more": "A call can do without {names}.",
    "excludes": "{first} and {second} cannot be combined any more.",
    "excludes no more": "{first} and {second} can be combined.",
    "needs": "{first} now needs {second}.",
    "needs no more": "{first} does without {second}.",
    "less_than": "{first} now must be less than {second}.",
    "less_than no more": "{first} need not be less than {second}.",
    "at_most": "{first} now must not be more than {second}.",
    "at_most no more": "{first} may be more than {second}.",
    "pixels_of": "{first} now must be as large as {second}.",
    "pixels_of no more": "{first} may have another size than {second}.",
}


def changes(before, after, known):
    """Every Change of a command; ``known`` are the facts that both surfaces tell."""
    parts = (of_command, of_options, of_relations, of_routes, of_exits)
    for part in parts:
        for one in part(before, after, known):
            yield Change(**{"commands": (after["command"],), **one})


def of_command(before, after, known):
    """Effect, cost, texts, and what is asked before."""
    for key, level, old, new, sentence in judged(COMMAND, before, after, known.command_facts):
        yield change(level, key, "", sentence, old, new)
    if known.tells("asks") and ("asks" in before) != ("asks" in after):
        level, words = (BREAKING, "It now asks") if "asks" in after else (COMPATIBLE, "It no longer asks")
        yield change(level, "asks", "", f"{words} before it acts.", before.get("asks"), after.get("asks"))
    elif known.tells("asks") and before.get("asks") != after.get("asks"):
        yield change(COSMETIC, "asks", "", "The question was reworded.", before.get("asks"), after.get("asks"))
    if known.tells("output"):
        for key, level, old, new, sentence in judged(OUTPUT, before["output"], after["output"]):
            yield change(level, f"output {key}", "", told_of_output(key, old, new) or sentence, old, new)


def told_of_output(key, old, new):
    """The sentence about a result that left stdout or came to it, None about any other change."""
    if key == "is" and new == "nothing":
        return "The result is no longer printed to stdout."
    return "It now prints to stdout." if key == "is" and old == "nothing" else None


def change(level, kind, item, sentence, before=None, after=None):
    """The facts of a Change but for its commands."""
    return {"level": level, "kind": kind, "item": item, "sentence": sentence, "before": before, "after": after}


def by_name(items):
    """Dicts by their ``name``."""
    return {one["name"]: one for one in items}


def spelled(option):
    """What a user knows an option by."""
    flags = option.get("flags")
    return (
        next((flag for flag in flags if flag.startswith("--")), flags[0])
        if flags
        else option.get("metavar", option["name"])
    )


def of_options(before, after, known):
    """Options and positionals that are gone, new or otherwise."""
    old, new = by_name(before["options"]), by_name(after["options"])
    heirs = pairs(old, new)
    added = {name: one for name, one in new.items() if name not in heirs.values()}
    for name, one in old.items():
        if name in heirs:
            yield from of_option(one, new[heirs[name]], known, new)
        else:
            yield change(BREAKING, "removed", spelled(one), f"It is gone{maybe(name, one, added)}.", spelled(one), None)
    for one in added.values():
        yield change(COMPATIBLE, "added", spelled(one), one.get("help") or "It is new.", None, spelled(one))
    yield from of_positions(before, after, heirs, added)


def maybe(name, facts, others):
    """The end of a sentence: what something removed may be called now."""
    found = guess(name, facts, others)
    return "" if found is None else f"; it may be {spelled(others[found]) if 'name' in others[found] else found} now"


def of_option(before, after, known, options):
    """The changes of one option; ``options`` are all of the newer command."""
    item = spelled(before)
    for flag in flags_of(before):
        if flag in flags_of(after):
            continue
        owner = next((one for one in options.values() if flag in flags_of(one)), None)
        level = COMPATIBLE if owner and owner.get("hands_on_to") == after["name"] else BREAKING
        sentence = f"The flag {flag} is {f'of {spelled(owner)} now' if owner else 'gone'}."
        yield change(level, "flag removed", item, sentence, flag, None)
    for flag in after.get("flags", ()):
        if flag not in flags_of(before):
            yield change(COMPATIBLE, "flag added", item, f"It is also {flag}.", None, flag)
    for key, level, old, new, sentence in judged(OPTION, before, after, known.option_facts):
        yield change(level, key, item, sentence, old, new)


def of_positions(before, after, heirs, added):
    """The order of positionals: a new one may only come behind those that were there."""
    old = [heirs[one["name"]] for one in before["options"] if "positional" in one and one["name"] in heirs]
    new = [one["name"] for one in after["options"] if "positional" in one]
    kept = [name for name in new if name in old]
    if kept != [name for name in old if name in new] or (kept and new[: len(kept)] != kept):
        sentence = f"The order of arguments changed from {', '.join(old)} to {', '.join(new)}."
        yield change(BREAKING, "positions", "", sentence, old, new)


def of_relations(before, after, known):
    """What arguments have to do with each other."""
    options = by_name(after["options"])
    heirs = pairs(by_name(before["options"]), options)
    names = {**{name: spelled(one) for name, one in options.items()}, relations.PIPE: "a pipe"}
    if not known.tells("relations") or not known.tells("options"):
        before, after = known.required_alone(before), known.required_alone(after)
    for level, kind, some in relations.changed_needs(before, after, heirs, known.settings):
        told = " or ".join(names.get(one, one) for one in sorted(some, key=lambda one: one == relations.PIPE))
        yield change(level, kind, told, SENTENCES[kind].format(names=told), None, sorted(some))
    if not known.tells("relations"):
        return
    for level, kind, (one, other), value in relations.changed_rules(before, after, heirs):
        first, second = names.get(one, one), names.get(other, other) + ("" if value is None else f" {value}")
        yield change(level, kind, first, SENTENCES[kind].format(first=first, second=second), None, [one, other])


def of_exits(before, after, known):
    """Exit codes that it may end with."""
    if not known.tells("exits"):
        return
    for code in sorted(set(after["exits"]) - set(before["exits"])):
        yield change(BREAKING, "exit", f"exit {code}", f"It may end with exit code {code} now.", None, code)
    for code in sorted(set(before["exits"]) - set(after["exits"])):
        yield change(COMPATIBLE, "exit", f"exit {code}", f"It no longer ends with exit code {code}.", code, None)


def of_routes(before, after, known):
    """Credentials and columns, by the condition of a route where both surfaces tell it."""
    yield from of_columns(columns(before, known), columns(after, known), known)
    if known.tells("routes"):
        yield from of_credentials(before, after, known)


def columns(command, known):
    """The columns of a command by name, those of all its routes together."""
    found = {}
    for one in [command["output"], *command["routes"]] if known.tells("routes") else ():
        for column in one.get("columns", ()):
            found[column["name"]] = column if column["name"] not in found else united(found[column["name"]], column)
    return found


def united(one, other):
    """A column of two routes as one: what either of them may be."""
    kinds = {one.get("type"), other.get("type")}
    facts = {**one, "type": kinds.pop() if len(kinds) == 1 else "any"}
    return {**facts, "optional": True} if "optional" in other else facts


def of_columns(before, after, known):
    """Columns that are gone, new or otherwise."""
    added = {name: one for name, one in after.items() if name not in before}
    for name, one in before.items():
        if name not in after:
            yield change(BREAKING, "column removed", name, f"The column is gone{maybe(name, {}, added)}.", name, None)
            continue
        for key, level, old, new, sentence in judged(COLUMN, one, after[name], known.column_facts):
            yield change(level, f"column {key}", name, sentence.replace("The ", "The column's ", 1), old, new)
    for name in added:
        yield change(COMPATIBLE, "column added", name, "The column is new.", None, name)


def of_credentials(before, after, known):
    """The keys that a command needs, by the settings that hold them; routes for new conditions need what they like."""
    old, new = credentials(before, known), credentials(after, known)
    for when, key in old.items():
        now = new.get(when, key)
        if now == key:
            continue
        level = COMPATIBLE if now is None else BREAKING
        words = {None: "no key"}
        sentence = f"It now needs {words.get(now, now)} instead of {words.get(key, key)}."
        yield change(level, "credential", "", sentence, key, now)


def credentials(command, known):
    """The setting that holds the key of each route, by its condition; where a surface tells no conditions, by its path."""
    mark = "when" if known.tells("output") else "path"
    return {repr(one.get(mark)): known.setting_of(one.get("credential")) for one in command["routes"]}
