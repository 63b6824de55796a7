"""How a change of one fact is judged: a function of the value before and after, None where nothing is told, to a level.

What goes in may widen, what comes out may narrow; the other way breaks scripts.
"""

from codegen.contract.changes import BREAKING, COMPATIBLE, COSMETIC, UNKNOWN


def always(level):
    """Every change of the fact is of this level."""
    return lambda before, after: level


def is_gone(before, after):
    """Breaking unless it was added."""
    return COMPATIBLE if before is None else BREAKING


def is_new(before, after):
    """Breaking unless it was taken away."""
    return COMPATIBLE if after is None else BREAKING


def fewer_words(before, after):
    """Words to give: none said stands for any word."""
    if before is None or after is None:
        return COMPATIBLE if after is None else BREAKING
    return COMPATIBLE if set(before) <= set(after) else BREAKING if set(before) - set(after) else COSMETIC


def fewer_extras(before, after):
    """Words to give beside others: none said stands for none."""
    return (
        COMPATIBLE
        if set(before or ()) < set(after or ())
        else BREAKING
        if set(before or ()) - set(after or ())
        else COSMETIC
    )


def narrower(before, after):
    """Lowest and highest number to give; None for an end that is open."""
    (low, high), (new_low, new_high) = before or (None, None), after or (None, None)
    is_higher = new_low is not None and (low is None or new_low > low)
    is_lower = new_high is not None and (high is None or new_high < high)
    return BREAKING if is_higher or is_lower else COMPATIBLE


def shorter(before, after):
    """Maximum number of characters."""
    return narrower((None, before), (None, after))


WIDER = {  # type of an option to those that take every word that it takes, in the same sense
    "integer": ("number", "text"),
    "number": ("text",),
    "file": ("upload", "context"),
    "url": ("link", "text"),
    "link": ("text",),
    "json_object": ("json",),
    "json_list": ("json",),
}


def other_type(before, after):
    """The type of an option: whether the new one takes what the old one took."""
    if after in WIDER.get(before, ()):
        return COMPATIBLE
    if (before, after) == ("text", "words"):  # which takes every text, and may take it apart
        return UNKNOWN
    if "switch" in (before, after) or before == "text" or before in WIDER.get(after, ()):
        return BREAKING
    return UNKNOWN


UNITS = (
    "SECONDS",
    "MS",
    "MILLISECONDS",
    "MINUTES",
    "HOURS",
    "DAYS",
    "BYTES",
    "KB",
    "MB",
    "TOKENS",
    "DOLLARS",
    "USD",
    "CENTS",
)


def other_unit(before, after):
    """The word that stands for a value, which tells its unit where it has one."""
    return BREAKING if before in UNITS and after in UNITS else COSMETIC


def raised(order):
    """Breaking where a value moves up in an order."""
    return lambda before, after: BREAKING if order.index(after) > order.index(before) else COMPATIBLE


def other_output(before, after):
    """What a command prints: any value may become a certain one."""
    return COMPATIBLE if before == "any" else BREAKING


def less_often(before, after):
    """Where a column is shown: out of what machines read it must not go."""
    if "people" not in (before, after):
        return COSMETIC
    return BREAKING if after == "people" else COMPATIBLE


TEXTS = dict.fromkeys(
    ("help", "title", "summary", "description", "examples", "section", "topic", "known"), always(COSMETIC)
)
OPTION = {
    "positional": always(BREAKING),
    "type": other_type,
    "choices": fewer_words,
    "range": narrower,
    "keywords": fewer_extras,
    "default": always(BREAKING),
    "setting": is_gone,
    "environment": is_gone,
    "longest": shorter,
    "begins": is_new,
    "takes": fewer_words,
    "secret": is_new,
    "once": is_new,
    "bare": always(BREAKING),
    "negative": is_gone,
    "repeatable": is_gone,
    "reads_stdin": is_gone,
    "stands_for": always(BREAKING),
    "hands_on_to": is_gone,
    "becomes": always(UNKNOWN),
    "does": always(UNKNOWN),
    "deprecated": always(COMPATIBLE),
    "metavar": other_unit,
    **TEXTS,
}
SETTING = {
    "type": other_type,
    "choices": fewer_words,
    "range": narrower,
    "default": always(BREAKING),
    "environment": is_gone,
    "secret": always(BREAKING),
    "needed": is_new,
    "supplies": always(BREAKING),
    "deprecated": always(COMPATIBLE),
    "from": always(COSMETIC),
    "title": always(COSMETIC),
    "help": always(COSMETIC),
}
COLUMN = {
    "type": other_output,
    "list": always(BREAKING),
    "optional": is_new,
    "shown": less_often,
    "title": always(COSMETIC),
}
COMMAND = {
    "effect": raised(("read", "write", "destroy")),
    "cost": raised(("free", "paid")),
    "deprecated": always(COMPATIBLE),
    **TEXTS,
}
OUTPUT = {"is": other_output, "formats": fewer_extras}
WORDS = {  # of facts whose key is no word for people
    "repeatable": "being given several times",
    "reads_stdin": "reading a pipe",
    "bare": "standing alone",
    "becomes": "place in the request",
    "does": "behaviour",
    "metavar": "placeholder",
    "is": "result on stdout",
    "list": "being a list",
    "optional": "being null at times",
    "positional": "being told apart by place",
    "once": "being given only once",
    "takes": "media types",
    "longest": "maximum length",
    "begins": "beginning",
    "negative": "--no- form",
    "shown": "place among the columns",
}


def judged(table, before, after, only=None):
    """The changes of facts between two dicts by a table: ``(key, level, before, after, sentence)``.

    ``only`` are the keys that both documents tell of; None for all.
    """
    for key, judge in table.items():
        old, new = before.get(key), after.get(key)
        if old != new and not same_words(old, new) and (only is None or key in only):
            yield key, judge(old, new), old, new, sentence(WORDS.get(key, key), old, new)


def same_words(old, new):
    """Whether two lists have the same items in another order."""
    return isinstance(old, list) and isinstance(new, list) and key_of(old) == key_of(new)


def key_of(values):
    """The items of a list without their order; of a range None and numbers keep theirs, for they are pairs of places."""
    return sorted(map(repr, values)) if all(isinstance(one, str) for one in values) else values


def sentence(words, old, new):
    """What happened to a fact."""
    if isinstance(old, list) and isinstance(new, list) and all(isinstance(one, str) for one in [*old, *new]):
        gone, more = [one for one in old if one not in new], [one for one in new if one not in old]
        told = [f"{verb} {', '.join(found)}" for verb, found in (("lost", gone), ("got", more)) if found]
        return f"The {words} {' and '.join(told)}."
    if words in TEXTS:
        return f"The {words} {'were' if words.endswith('s') else 'was'} reworded."
    if old is None:
        return f"The {words} is new" + ("." if new is True else f": {shown(new)}.")
    if new is None:
        return f"The {words} is gone" + ("." if old is True else f"; it was {shown(old)}.")
    return f"The {words} changed from {shown(old)} to {shown(new)}."


def shown(value):
    """A value in a sentence."""
    return value if isinstance(value, str) else repr(value)
