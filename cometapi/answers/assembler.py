"""The complete reply that a stream adds up to, in its protocol's own shape, by the ``assemble`` rules of a dialect.

A rule says for which events (``on``) and which of their items (``each``) a ``value`` goes ``at`` a place of the reply,
and ``how``: ``replace``, ``merge`` (objects, the later one wins), ``join`` (objects whose texts grow and whose numbered
items belong together; the numbers are the stream's and not in the reply), ``append`` (text to text), ``extend`` (list to
list, adjacent texts as one), ``json`` (text that is JSON when it is complete).
"""

import json
from itertools import pairwise

from cometapi.manifest.select import select

MOST = 4096  # items that a stream may number
KEPT = ("id", "type", "role", "name", "finish_reason", "object", "model")  # texts that are said again, not continued


def assembled(values, rules):
    """The reply of ``(type, value)`` events."""
    reply: dict = {}
    unfinished: dict = {}
    for kind, value in values:
        for rule in rules:
            if "on" in rule and kind not in rule["on"]:
                continue
            for place, item in enumerate(items(select(rule["each"], value)) if "each" in rule else [value]):
                put(reply, rule, item, place, unfinished)
    for keys, finished in unfinished.items():
        found = select(keys, reply)
        if found is not None:  # something else may have taken its place
            container(reply, keys)[keys[-1]] = finished(found)
    return reply


def put(reply, rule, item, place, unfinished):
    """Put what a rule selects of one item at its place."""
    found = select(rule["value"], item)
    if found is None or not isinstance(found, KINDS[rule.get("how", "merge")]):
        return
    if "without" in rule and isinstance(found, dict):
        found = {key: part for key, part in found.items() if key not in rule["without"]}
    if not rule["at"]:
        reply.update({key: part for key, part in found.items() if part is not None or key not in reply})
        return
    keys = [number(item, key, place) for key in rule["at"]]
    holder = container(reply, keys)
    key = keys[-1]
    if isinstance(holder, list):
        holder.extend({} for _ in range(key + 1 - len(holder)))
    before = holder[key] if isinstance(holder, list) else holder.get(key)
    holder[key] = WAYS[rule["how"]](before, found)
    if rule["how"] in LAST:
        unfinished[tuple(keys)] = LAST[rule["how"]]


def items(value):
    """The objects of a list; nothing of what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def number(item, key, place):
    """A key of a place; ``{index}`` is the number that the item says, else its place among its like."""
    if not key.startswith("{"):
        return key
    return place_of(item.get(key[1:-1]), place)


def place_of(said, place):
    """The place in a list that an item says it has, else the one where it stands; no protocol has that many."""
    return said if isinstance(said, int) and 0 <= said < MOST else place


def container(tree, keys):
    """What holds the last of the keys, made on the way; what stands there and can hold nothing gives way."""
    for key, following in pairwise(keys):
        kind = list if isinstance(following, int) else dict
        if isinstance(tree, list):
            tree.extend({} for _ in range(key + 1 - len(tree)))
        found = tree[key] if isinstance(tree, list) else tree.get(key)
        if not isinstance(found, kind):
            found = tree[key] = kind()
        tree = found
    return tree


def merged(before, found):
    """Two objects as one; the later one wins where it says something."""
    before = before if isinstance(before, dict) else {}
    return {**before, **{key: part for key, part in found.items() if part is not None or key not in before}}


def joined(before, found):
    """Two objects as one in which texts have grown and numbered items were joined by their number; changes the first."""
    if not (isinstance(before, dict) and isinstance(found, dict)):
        return found if found is not None else before
    for key, part in found.items():
        old = before.get(key)
        if isinstance(old, str) and isinstance(part, str) and key not in KEPT:
            before[key] = old + part
        elif isinstance(part, list) and (isinstance(old, Numbered) or is_numbered(part)):
            before[key] = numbered(old, part)
        elif isinstance(old, list) and isinstance(part, list):
            old += part
        elif isinstance(old, dict) and isinstance(part, dict):
            joined(old, part)
        elif part is not None or key not in before:
            before[key] = part
    return before


def is_numbered(value):
    """Whether a value is a list of numbered objects."""
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and has_number(one) for one in value)


def has_number(item):
    """Whether an object says which number it has."""
    return isinstance(item.get("index"), int)


class Numbered(dict):
    """Items (calls of tools) by their number, while they come; one without a number has its place."""


def numbered(before, found):
    """The items of a list added to those before, those with the same number as one; changes what is Numbered."""
    if not isinstance(before, Numbered):
        before = numbered(Numbered(), before) if isinstance(before, list) else Numbered()
    for piece in found:
        is_one = isinstance(piece, dict) and has_number(piece)
        number = piece["index"] if is_one else f"at {len(before)}"
        before[number] = joined(before.get(number), piece)
    return before


def extended(before, found):
    """Two lists as one, in which texts that follow each other and differ in nothing else are one; changes the first."""
    result = before if isinstance(before, list) else []
    for part in found:
        last = result[-1] if result else {}
        if continues(last, part):
            result[-1] = {**last, **part, "text": last["text"] + part["text"]}
        else:
            result.append(part)
    return result


def continues(last, part):
    """Whether a text part goes on with the one before it."""
    if not all(isinstance(one, dict) and isinstance(one.get("text"), str) for one in (last, part)):
        return False
    return last.get("thought") == part.get("thought") and "thoughtSignature" not in last


def parsed(text):
    """The JSON value of a text; the text itself when it is none, an empty object for an empty one."""
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError):
        return text


def unnumbered(value):
    """A value whose lists of numbered items, however deep, have lost their numbers."""
    if isinstance(value, Numbered):
        return [without_number(one) for one in value.values()]
    if is_numbered(value):
        return [without_number(one) for one in value]
    return {key: unnumbered(part) for key, part in value.items()} if isinstance(value, dict) else value


def without_number(item):
    """An item as a whole reply has it."""
    return {key: part for key, part in item.items() if key != "index"} if isinstance(item, dict) else item


KINDS = {
    "replace": object,
    "merge": dict,
    "join": dict,
    "append": str,
    "extend": list,
    "json": str,
}  # what each way takes
WAYS = {
    "replace": lambda before, found: found,
    "merge": merged,
    "join": joined,
    "append": lambda before, found: (before if isinstance(before, str) else "") + found,
    "extend": extended,
    "json": lambda before, found: (before if isinstance(before, str) else "") + found,
}
LAST = {"json": parsed, "join": unnumbered}  # what is done when nothing more comes
