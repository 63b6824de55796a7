"""Records: what the columns of a command take from one item of a reply."""

from math import inf

from cometapi.manifest.select import select
from cometapi.output.plain import MISFITS, number

MILLISECONDS = {"s": 1000, "ms": 1}  # units of a column's second choice, in those of its first


def record(columns, item, reply=None):
    """The record of one item: column name to raw value, None where neither the item nor the headers of its reply have one."""
    return {column["name"]: value(column, item, reply) for column in columns}


def value(column, item, reply=None):
    """The raw value of one column: infinity where the item says "without limit", the second choice where it lacks the first."""
    if isinstance(column["value"], dict):
        return reply and reply.headers.get(column["value"]["header"])
    if "unlimited" in column and select(column["unlimited"], item):
        return inf
    found = select(column["value"], item)
    if found in (None, 0) and "otherwise" in column:
        return milliseconds(select(column["otherwise"]["value"], item), column["otherwise"]["unit"])
    return found


def milliseconds(amount, unit):
    """An amount of a unit in milliseconds; None for missing, zero or non-numeric values."""
    try:
        return number(amount) * MILLISECONDS[unit] or None
    except MISFITS:
        return None
