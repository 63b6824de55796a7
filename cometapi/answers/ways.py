"""The ways in which the values of a stream's events meet: the schema of protocols describes each.

While events come, a growing text is a list of its pieces and joined items are kept by their number; ``finished`` makes of
both what a whole reply has.
"""

import json

from cometapi.answers import characters
from cometapi.answers.identity import Identities
from cometapi.answers.unite import EMPTY, united
from cometapi.manifest.select import select


class Text:
    """A text that grows, as the pieces that have come; ``size`` is its length."""

    def __init__(self, *pieces):
        self.pieces: list[str] = []
        self.size = 0
        self.add(pieces)

    def add(self, pieces):
        """Grow by these."""
        known = len(self.pieces)
        self.pieces += pieces
        self.size += sum(map(len, self.pieces[known:]))


class Numbered(dict):
    """Items by their number or, as calls of tools, by their place while they come."""

    def __init__(self):
        self.identities = Identities()


def replaced(before, found, rule):
    """The later value."""
    return found


def merged(before, found, rule):
    """Two objects as one; the later one wins where it says something. Changes the first."""
    before = before if isinstance(before, dict) else {}
    before.update({key: part for key, part in found.items() if part not in EMPTY or key not in before})
    return before


def filled(before, found, rule):
    """Two objects as one; the later one says what the first lacks, and texts that go on beyond its. Changes the first."""
    before = before if isinstance(before, dict) else {}
    before.update({key: part for key, part in found.items() if exceeds(part, before.get(key))})
    return before


def exceeds(part, old):
    """Whether a value says more than the one that stands in its place."""
    if isinstance(old, str | Text) and isinstance(part, str):
        return len(part) > (old.size if isinstance(old, Text) else len(old))
    return part not in EMPTY and (old in EMPTY)


def appended(before, found, rule):
    """A text with one piece more."""
    text = before if isinstance(before, Text) else Text(*[before] * isinstance(before, str))
    text.add([found] if isinstance(found, str) else [part for part in found if isinstance(part, str)])
    return text


def written(before, found, rule):
    """The text of a JSON value with one piece more; an empty one takes nothing away from a value that is there."""
    return before if not found and before is not None else appended(before, found, rule)


def joined(before, found, rule):
    """Two objects as one in which some texts have grown and items of lists were joined; changes the first.

    Any other value is the later one that says something: services repeat the same word in every piece.
    """
    if not isinstance(found, dict):
        return before if found in EMPTY else found
    before = before if isinstance(before, dict) else {}
    for key, part in found.items():
        old = before.get(key)
        if isinstance(old, str | Text) and isinstance(part, str) and key in rule["growing"]:
            before[key] = appended(old, part, rule)
        elif isinstance(part, list) and (isinstance(old, Numbered) or is_joined(key, part, rule)):
            before[key] = numbered(old, part, rule, is_call(key, rule))
        elif isinstance(old, list) and (isinstance(part, list) or (part and key in rule["growing"])):
            before[key] = more(old, part, rule)
        elif isinstance(part, dict):
            before[key] = joined(old, part, rule)
        elif part not in EMPTY or key not in before:
            before[key] = listed(old, part) if isinstance(part, list) else part
    return before


def more(items, found, rule):
    """A list with the items of another one, or with a text: as a piece of the text that is its last item, else as a new one."""
    last = items[-1] if items else None
    if isinstance(found, list):
        items.extend(found)
    elif isinstance(last, dict) and set(last) == {"type", "text"}:
        last["text"] = appended(last["text"], found, rule)
    else:
        items.append({"type": "text", "text": found})
    return items


def listed(old, part):
    """A list in the place of a text: the text stays, as the first of its items."""
    is_text = isinstance(old, str | Text) and finished(old)
    return [{"type": "text", "text": finished(old)}, *part] if is_text else part


def is_call(key, rule):
    """Whether a list is that of the calls of tools."""
    return bool(rule["calls"]) and key == rule["calls"]["each"]


def is_joined(key, value, rule):
    """Whether the items of a list are joined: calls of tools, and all that have numbers."""
    return (is_call(key, rule) and bool(value)) or is_numbered(value, rule["number"])


def is_numbered(value, key):
    """Whether a value is a list of objects that are numbered by a key."""
    return bool(key and value) and all(isinstance(one, dict) and isinstance(one.get(key), int) for one in value)


def numbered(before, found, rule, are_calls=False):
    """The items of a list added to those before, pieces of the same as one; changes what is Numbered."""
    if not isinstance(before, Numbered):
        before = numbered(Numbered(), before, rule, are_calls) if isinstance(before, list) else Numbered()
    for piece in found:
        is_object = isinstance(piece, dict)
        number = piece[rule["number"]] if is_numbered([piece], rule["number"]) else None
        key, name = (said(piece, rule["calls"][one]) for one in ("id", "name")) if are_calls else (None, None)
        place = before.identities.place(number, key, name) if are_calls else f"at {len(before)}"
        place = place if are_calls or number is None else number
        item = {key: part for key, part in piece.items() if key != rule["number"]} if is_object else piece
        if key and place in before and said(before[place], rule["calls"]["id"]):
            item.pop(rule["calls"]["id"][-1], None)  # the first id is the one that counts
        before[place] = joined(before.get(place), item, rule)
    return before


def said(item, selector):
    """A text of an item, None for anything else."""
    found = select(selector, item)
    return found if isinstance(found, str) else None


def extended(before, found, rule):
    """Two lists as one, in which fragments of one text become one item where the rule says so; changes the first."""
    result = before if isinstance(before, list) else []
    for part in list(found):  # which may be the list itself
        last = result[-1] if result else {}
        if continues(last, part, rule["grows"]):
            key = rule["grows"]["text"]
            last.update({**part, key: appended(last[key], part[key], rule)})
        else:
            result.append(part)
    return result


def continues(last, part, grows):
    """Whether an item goes on with the text of the one before it."""
    if not (grows and isinstance(last, dict) and isinstance(part, dict)):
        return False
    texts = isinstance(last.get(grows["text"]), str | Text) and isinstance(part.get(grows["text"]), str)
    is_like = all(last.get(key) == part.get(key) for key in grows.get("like", ()))
    return texts and is_like and grows.get("until") not in last


def finished(value):
    """A value in which every growing text, however deep, is one, and numbered items are a list."""
    if isinstance(value, Text):
        return characters.whole("".join(value.pieces))
    if isinstance(value, Numbered):
        return [finished(one) for one in value.values()]
    if isinstance(value, list):
        return [finished(one) for one in value]
    return {key: finished(part) for key, part in value.items()} if isinstance(value, dict) else value


def parsed(value):
    """The JSON value of a text that has grown; the text itself when it is none, an empty object for an empty one."""
    text = finished(value)
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError):
        return text


class Way:
    """One way in which values meet: ``takes`` is the type it takes, ``put(before, found, rule)`` makes one of two, and
    ``ending`` is what becomes of the result when nothing more comes.
    """

    def __init__(self, takes, put, ending=None):
        self.takes, self.put, self.ending = takes, put, ending


WAYS = {
    "replace": Way(object, replaced),
    "merge": Way(dict, merged),
    "fill": Way(dict, filled),
    "join": Way(dict, joined, finished),
    "append": Way(str | list, appended, finished),
    "extend": Way(list, extended, finished),
    "unite": Way(list, lambda before, found, rule: united(finished(before), found)),
    "json": Way(str, written, parsed),
}
