"""Values that a protocol's selectors find in an event, each checked for its type."""

import json

from cometapi.manifest.select import filled, select

MOST = 4096  # items that a stream may number


def items(value):
    """The objects of a list; nothing of what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def index_of(number, position):
    """The index that an item says it has, else its position among its like; no protocol has that many."""
    return number if isinstance(number, int) and 0 <= number < MOST else position


def pick(reading, key, value):
    """What a reading's selector points at, None when it has none of this key."""
    return filled(reading[key], value) if key in reading else None


def group(reading, key, value):
    """The objects of a list that a group of selections, such as ``calls``, is read from; none where there is no group."""
    return items(select(reading[key]["each"], value)) if key in reading else []


def text(value):
    """The value if it is a text, None for anything else."""
    return value if isinstance(value, str) else None


def word(value):
    """A reason in one word: a text or a number as text, ``unknown`` for what has parts, None for nothing."""
    if not value:
        return None
    return "unknown" if isinstance(value, dict | list) else str(value)


def joined(value):
    """A text, or the texts of a list as one; an empty one for anything else."""
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def said(selector, value):
    """The text that a selection gives, of a list of selections the first that gives one; empty without one."""
    for one in selector if isinstance(selector, list) else [selector]:
        found = joined(select(one, value))
        if found:
            return found
    return ""


def is_json(text):
    """Whether a text is a JSON value."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
