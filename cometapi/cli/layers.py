"""Layers of words: those of a template, of an alias and of what was typed, each of which replaces what the one before says."""

from cometapi.cli.relations import are_rivals, flag_in
from cometapi.manifest.arguments import spellings, takes_value

KEYED = ("assignment", "pair")  # types whose values have a name, by which they replace each other


def merged(arguments, layers):
    """Layers, weakest first, as one: ``(options, positionals)``, as each layer is.

    An option is left out where a later layer has it, or one that it excludes. Positionals follow each other as far as
    the command takes them; else the later ones stand in the place of the earlier ones.
    """
    options, positionals = [], []
    for later, words in layers:
        names = {name for name, _ in grouped(arguments, later)}
        keys = {(name, key_of(group)) for name, group in grouped(arguments, later)}
        kept = [group for name, group in grouped(arguments, options) if is_kept(arguments, name, group, names, keys)]
        options = [word for group in kept for word in group] + list(later)
        both = [*positionals, *words]
        positionals = both if fits(arguments, both) else list(words) or positionals
    return options, positionals


def is_kept(arguments, name, group, names, keys):
    """Whether an option of an earlier layer still counts beside those of a later one."""
    if is_keyed(arguments[name]):
        return (name, key_of(group)) not in keys
    return name not in names and not any(are_rivals(arguments, name, other) for other in names)


def is_keyed(facts):
    """Whether the values of an argument have names."""
    return facts.get("type") in KEYED and "repeat" in facts


def key_of(group):
    """The name in the value of an option: what stands before the second = sign of ``--set=key=value``, or the first."""
    words = group[1] if len(group) > 1 else group[0].partition("=")[2] if group[0][:2] == "--" else group[0][2:]
    return words.partition("=")[0]


def fits(arguments, positionals):
    """Whether a command takes as many positionals."""
    own = [facts for facts in arguments.values() if "flags" not in facts]
    return len(positionals) <= len(own) or any("repeat" in facts for facts in own)


def grouped(arguments, options):
    """Each option of the words that ``walk`` gives: ``(name of its value, its words)``, in their order."""
    known = {flag: (name, facts) for name, facts in arguments.items() for flag in spellings(facts)}
    words = iter(options)
    for word in words:
        flag = flag_in(word)
        name, facts = known[flag]
        is_apart = takes_value(facts) and word == flag
        yield (facts["stands_for"][0] if "stands_for" in facts else name), [word, next(words)] if is_apart else [word]
