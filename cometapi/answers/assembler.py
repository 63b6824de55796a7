"""The complete reply that a stream adds up to, in its protocol's own shape, by the protocol's ``assemble`` rules.

A rule says for which events (``on``) and which of their items (``each``) a ``value`` goes ``at`` a place of the reply,
and ``how``: the schema of protocols describes each way. While events come, a growing text is a list of its pieces and
numbered items are kept by their number; both become what a whole reply has when the stream is complete.
"""

from itertools import count, pairwise

from cometapi.answers.picks import index_of, items
from cometapi.answers.sse import SAME
from cometapi.answers.ways import EMPTY, WAYS, Numbered, Text
from cometapi.manifest.select import select

TRIALS = 8  # events that are compared in vain until none is any more
LARGEST = 200  # values in a tree that is compared
GAP = object()  # stands for an item that a list is too short for, until it comes
PLAIN = {"growing": (), "number": None, "grows": None, "calls": None}  # what a rule does not say


class Unfit(Exception):
    """A tree is not one that is compared."""


class Assembly:
    """A reply that grows event by event, by the rules of its protocol."""

    def __init__(self, rules):
        self.rules = [{**PLAIN, **rule} for rule in rules]
        self.tree: dict = {}
        self.endings: dict = {}
        self.grown: Text | None = None  # the text in which alone the events differ that repeat the last one
        self.trials = TRIALS

    def take(self, kind, value, repeats):
        """Add an event, or the texts of those that repeat the last one."""
        if kind is SAME:
            self.repeat(repeats, value)
        else:
            self.add(kind, value)

    def add(self, kind, value):
        """Add an event: its type, and its JSON value, which is the assembly's own from then on."""
        self.grown = None
        for rule, item, position in self.parts(kind, value):
            put(self.tree, rule, item, position, self.endings)

    def parts(self, kind, value):
        """Each rule for an event with the items that it is for, and their positions."""
        for rule in self.rules:
            if "on" not in rule or kind in rule["on"]:
                for position, item in enumerate(items(select(rule["each"], value)) if "each" in rule else [value]):
                    yield rule, item, position

    def repeat(self, repeats, texts):
        """Add events that repeat the last one with other texts, of which a Repeats knows the rest.

        Each does what the one before did. So once it is seen that all one did was to make a text grow, no more are made.
        """
        texts = iter(texts)
        while self.grown is None and (text := next(texts, None)) is not None:
            event, before = repeats.event(text), outline(self.tree) if self.trials else None
            compares = any(is_compared(*part) for part in self.parts(repeats.type, event)) if before else True
            self.add(repeats.type, event)
            if before:
                self.grown = None if compares else grown(before, outline(self.tree), text)
                self.trials = TRIALS if self.grown else self.trials - 1
        if self.grown is not None:
            self.grown.add(texts)

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


def is_compared(rule, item, _):
    """Whether what a rule selects of an item counts only where it is longer than what is there."""
    return rule.get("how") == "fill" and select(rule["value"], item) is not None


def outline(tree):
    """``(all that stands in a tree but its growing texts, those texts with the number of their pieces)``; None of a large
    tree, and of one with items that are told apart by more than that.
    """
    texts: list = []
    try:
        return outlined(tree, texts, count(LARGEST, -1)), texts
    except Unfit:
        return None


def outlined(value, texts, left):
    """A value with the types of its scalars, whose growing texts are added to a list; raises Unfit."""
    if isinstance(value, Numbered) or not next(left):
        raise Unfit
    if isinstance(value, Text):
        texts.append((value, len(value.pieces)))
        return Text
    if isinstance(value, dict):
        return {key: outlined(part, texts, left) for key, part in value.items()}
    return [outlined(part, texts, left) for part in value] if isinstance(value, list) else (type(value), value)


def grown(before, after, text):
    """The text that has grown by this one between two outlines, where nothing else has changed; else None."""
    if after is None or before[0] != after[0]:
        return None
    changed = [(was, now) for was, now in zip(before[1], after[1], strict=True) if was != now]
    if len(changed) != 1:
        return None
    (was, pieces), (now, more) = changed[0]
    return now if was is now and more == pieces + 1 and now.pieces[-1] == text else None


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


def container(tree, keys):
    """The container of the last key, created as needed; values that are no containers are replaced."""
    for key, following in pairwise(keys):
        kind = list if isinstance(following, int) else dict
        found = standing(tree, key)
        if not isinstance(found, kind):
            found = tree[key] = kind()
        tree = found
    return tree
