"""The complete reply that a stream adds up to, in its protocol's own shape, by the protocol's ``assemble`` rules.

A rule says for which events (``on``) and which of their items (``each``) a ``value`` goes ``at`` a place of the reply,
and ``how``: the schema of protocols describes each way. While events come, a growing text is a list of its pieces and
numbered items are kept by their number; both become what a whole reply has when the stream is complete.
"""

import json
from itertools import pairwise

from cometapi.manifest.select import select

MOST = 4096  # items that a stream may number
PLAIN = {"once": (), "number": None, "grows": None}  # what a rule does not say


class Text:
    """A text that grows, as the pieces that have come."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)


class Numbered(dict):
    """Items (calls of tools) by their number while they come; an item without a number has its position."""


class Assembly:
    """A reply that grows event by event, by the rules of its protocol."""

    def __init__(self, rules):
        self.rules = [{**PLAIN, **rule} for rule in rules]
        self.tree: dict = {}
        self.endings: dict = {}

    def add(self, kind, value):
        """Add an event: its type, and its JSON value, which is the assembly's own from then on."""
        for rule in self.rules:
            if "on" in rule and kind not in rule["on"]:
                continue
            for position, item in enumerate(items(select(rule["each"], value)) if "each" in rule else [value]):
                put(self.tree, rule, item, position, self.endings)

    def reply(self):
        """The whole reply, when nothing more comes."""
        for keys, ending in self.endings.items():
            found = select(keys, self.tree)
            if found is not None:  # something else may have taken its place
                container(self.tree, keys)[keys[-1]] = ending(found)
        self.endings.clear()
        return self.tree


def put(reply, rule, item, position, endings):
    """Put what a rule selects of one item at its place."""
    found = select(rule["value"], item)
    way = WAYS[rule.get("how", "merge")]
    if found is None or not isinstance(found, way.takes):
        return
    if "without" in rule and isinstance(found, dict):
        found = {key: part for key, part in found.items() if key not in rule["without"]}
    if not rule["at"]:
        reply.update({key: part for key, part in found.items() if part is not None or key not in reply})
        return
    keys = tuple(key if isinstance(key, str) else index_of(select(key, item), position) for key in rule["at"])
    holder, key = container(reply, keys), keys[-1]
    holder[key] = way.put(standing(holder, key), found, rule)
    if way.ending:
        endings[keys] = way.ending


def standing(holder, key):
    """What stands at a key or an index, which a list is made long enough for; None where nothing does."""
    if isinstance(holder, dict):
        return holder.get(key)
    holder.extend({} for _ in range(key + 1 - len(holder)))
    return holder[key]


def items(value):
    """The objects of a list; nothing of what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def index_of(number, position):
    """The index that an item says it has, else its position among its like; no protocol has that many."""
    return number if isinstance(number, int) and 0 <= number < MOST else position


def container(tree, keys):
    """What holds the last of the keys, made on the way; what stands there and can hold nothing gives way."""
    for key, following in pairwise(keys):
        kind = list if isinstance(following, int) else dict
        found = standing(tree, key)
        if not isinstance(found, kind):
            found = tree[key] = kind()
        tree = found
    return tree


def replaced(before, found, rule):
    """The later value."""
    return found


def merged(before, found, rule):
    """Two objects as one; the later one wins where it says something. Changes the first."""
    before = before if isinstance(before, dict) else {}
    before.update({key: part for key, part in found.items() if part is not None or key not in before})
    return before


def appended(before, found, rule):
    """A text with one piece more."""
    text = before if isinstance(before, Text) else Text(*[before] * isinstance(before, str))
    text.pieces += [found] if isinstance(found, str) else (part for part in found if isinstance(part, str))
    return text


def joined(before, found, rule):
    """Two objects as one in which texts have grown and numbered items were joined by their number; changes the first."""
    if not isinstance(found, dict):
        return before if found is None else found
    before = before if isinstance(before, dict) else {}
    for key, part in found.items():
        old = before.get(key)
        if isinstance(old, str | Text) and isinstance(part, str) and key not in rule["once"]:
            before[key] = appended(old, part, rule)
        elif isinstance(part, list) and (isinstance(old, Numbered) or is_numbered(part, rule["number"])):
            before[key] = numbered(old, part, rule)
        elif isinstance(old, list) and isinstance(part, list):
            old.extend(part)
        elif isinstance(part, dict):
            before[key] = joined(old, part, rule)
        elif part is not None or key not in before:
            before[key] = part
    return before


def is_numbered(value, key):
    """Whether a value is a list of objects that are numbered by a key."""
    return bool(key and value) and all(isinstance(one, dict) and isinstance(one.get(key), int) for one in value)


def numbered(before, found, rule):
    """The items of a list added to those before, those with the same number as one; changes what is Numbered."""
    if not isinstance(before, Numbered):
        before = numbered(Numbered(), before, rule) if isinstance(before, list) else Numbered()
    for piece in found:
        number = piece[rule["number"]] if is_numbered([piece], rule["number"]) else f"at {len(before)}"
        is_object = isinstance(piece, dict)
        item = {key: part for key, part in piece.items() if key != rule["number"]} if is_object else piece
        before[number] = joined(before.get(number), item, rule)
    return before


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
        return "".join(value.pieces)
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
    "join": Way(dict, joined, finished),
    "append": Way(str | list, appended, finished),
    "extend": Way(list, extended, finished),
    "json": Way(str, appended, parsed),
}
