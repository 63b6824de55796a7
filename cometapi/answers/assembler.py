"""The complete reply that a stream adds up to, in its protocol's own shape, by the protocol's ``assemble`` rules.

A rule says for which events (``on``) and which of their items (``each``) a ``value`` goes ``at`` a place of the reply,
and ``how``: the schema of protocols describes each way. While events come, a growing text is a list of its pieces and
numbered items are kept by their number; both become what a whole reply has when the stream is complete.
"""

from itertools import pairwise

from cometapi.answers.ways import EMPTY, WAYS
from cometapi.manifest.select import select

MOST = 4096  # items that a stream may number
GAP = object()  # stands for an item that a list is too short for, until it comes
PLAIN = {"growing": (), "number": None, "grows": None, "calls": None}  # what a rule does not say


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
        return without_gaps(self.tree)


def put(reply, rule, item, position, endings):
    """Put what a rule selects of one item at its place."""
    found = select(rule["value"], item)
    way = WAYS[rule.get("how", "merge")]
    if found is None or not isinstance(found, way.takes):
        return
    if "without" in rule and isinstance(found, dict):
        found = {key: part for key, part in found.items() if key not in rule["without"]}
    if not rule["at"]:
        reply.update({key: part for key, part in found.items() if part not in EMPTY or key not in reply})
        return
    keys = tuple(key if isinstance(key, str) else index_of(select(key, item), position) for key in rule["at"])
    holder, key = container(reply, keys), keys[-1]
    holder[key] = way.put(standing(holder, key), found, rule)
    if way.ending:
        endings[keys] = way.ending


def standing(holder, key):
    """The value at a key or an index (lists are extended as needed); None if there is none."""
    if isinstance(holder, dict):
        return holder.get(key)
    holder.extend(GAP for _ in range(key + 1 - len(holder)))
    return None if holder[key] is GAP else holder[key]


def without_gaps(tree):
    """The tree with lists of the items that came alone, because a service may number them from anywhere; changes it."""
    waiting = [tree]
    while waiting:  # however deep it is
        one = waiting.pop()
        if isinstance(one, list):
            one[:] = [part for part in one if part is not GAP]
        waiting += [part for part in (one.values() if isinstance(one, dict) else one) if isinstance(part, dict | list)]
    return tree


def items(value):
    """The objects of a list; nothing of what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def index_of(number, position):
    """The index that an item says it has, else its position among its like; no protocol has that many."""
    return number if isinstance(number, int) and 0 <= number < MOST else position


def container(tree, keys):
    """The container of the last key, created as needed; values that are no containers are replaced."""
    for key, following in pairwise(keys):
        kind = list if isinstance(following, int) else dict
        found = standing(tree, key)
        if not isinstance(found, kind):
            found = tree[key] = kind()
        tree = found
    return tree
