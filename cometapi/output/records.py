"""Records: what the columns of a command take from one item of a reply."""

from functools import partial
from math import inf

from cometapi.manifest.select import pointer, walk
from cometapi.output.plain import MISFITS, number

MILLISECONDS = {"s": 1000, "ms": 1}  # units of a column's second choice, in those of its first


def record(columns, item, reply=None):
    """The record of one item: column name to raw value, None where neither the item nor the headers of its reply have one."""
    return recorder(columns)(item, reply)


def recorder(columns):
    """The function of an item (and the reply that it came in) that gives its record; made once for many items."""
    every = [(column["name"], reader(column)) for column in columns]
    first = [(column["name"], column["value"][0] if keys(column) == 1 else None) for column in columns]
    inner: dict = {}  # what stands one step inside of the same value is read together
    for column in columns:
        if keys(column) == 2:
            inner.setdefault(column["value"][0], []).append((column["name"], column["value"][1]))
    others = [(column["name"], reader(column)) for column in columns if keys(column) not in (1, 2)]

    def read(item, reply=None):
        if type(item) is not dict:
            return {name: value(item, reply) for name, value in every}
        get = item.get
        found = {name: get(key) for name, key in first}  # all columns, in their order
        for key, places in inner.items():
            around = get(key)
            take = around.get if type(around) is dict else partial(step, around)
            for name, place in places:
                found[name] = take(place)
        for name, value in others:
            found[name] = value(item, reply)
        return found

    return read


def keys(column):
    """Of how many keys the place is that has the value of a column, and nothing else; 0 where it is no such place."""
    place = column["value"]
    return len(place) if isinstance(place, tuple) and not {"unlimited", "otherwise"} & column.keys() else 0


def step(value, key):
    """What stands under a key of any value."""
    return walk((key,), value)


def reader(column):
    """The function of an item and its reply that gives the raw value of one column: infinity where the item says "without
    limit", the second choice where it lacks the first.
    """
    if isinstance(column["value"], dict):
        header = column["value"].get("header")
        if header is None:  # filled in at the end of the call
            return lambda item, reply: None
        return lambda item, reply: reply and reply.headers.get(header)
    first = pointer(column["value"])
    if not {"unlimited", "otherwise"} & column.keys():
        return lambda item, reply: first(item)
    unlimited, second = pointer(column.get("unlimited", [])), column.get("otherwise")
    other = second and pointer(second["value"])

    def read(item, reply):
        if unlimited(item):
            return inf
        found = first(item)
        return milliseconds(other(item), second["unit"]) if other and found in (None, 0) else found

    return read


def milliseconds(amount, unit):
    """An amount of a unit in milliseconds; None for missing, zero or non-numeric values."""
    try:
        return number(amount) * MILLISECONDS[unit] or None
    except MISFITS:
        return None
