"""Embeddings in a reply, as base64 of 32-bit floats or as numbers, put in the order of their texts."""

import base64
import binascii
import sys
from array import array
from typing import Any

from cometapi.errors import ReplyNotUnderstood

SHORT, EXACT = 7, 9  # digits that are usually, and always, enough for a 32-bit float
BYTES = 4  # of a 32-bit float


class Odd(Exception):
    """The vectors of a reply are not as expected; the message says why."""


def in_order(document, count, width=None, **facts):
    """The vectors of a reply as arrays, in the order of the ``count`` texts; ``width`` is their length, if known.

    ``facts`` of the reply are added to errors. Raises ReplyNotUnderstood for a vector too few or too many,
    one of another length, and one that is none.
    """
    items: Any = document.get("data") if isinstance(document, dict) else None
    placed: list = [None] * count
    try:
        for place, item in zip(places(items, count), items, strict=True):
            placed[place] = vector(item, width)
            width = len(placed[place])
    except Odd as error:
        raise ReplyNotUnderstood(f"Unexpected reply from the service: {error}.", **facts) from None
    return placed


def places(items, count):
    """The index of each item, or its position if no item has one. Raises Odd if they do not match ``count`` texts."""
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        raise Odd("it is not a list of vectors")
    if len(items) != count:
        raise Odd(f"it has {len(items)} vectors for {count} texts")
    if all(one.get("index") is None for one in items):
        return range(count)
    found = [one.get("index") for one in items]
    seen = set()
    for index in found:
        if type(index) is not int or not 0 <= index < count:
            raise Odd(f"there is no text with index {index}")
        if index in seen:
            raise Odd(f"two vectors have index {index}")
        seen.add(index)
    return found


def vector(item, width):
    """The vector of an item as an array; raises Odd."""
    value = item.get("embedding")
    if isinstance(value, str):
        made = from_base64(value)
    elif isinstance(value, list) and all(type(one) in (int, float) for one in value):
        made = array("f", value)
    else:
        raise Odd("a vector is missing")
    if not made:
        raise Odd("a vector is empty")
    if width is not None and len(made) != width:
        raise Odd(f"its vectors have different dimensions ({width} and {len(made)})")
    return made


def from_base64(text):
    """The little-endian floats in base64 as an array; raises Odd."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Odd("a vector is not Base64") from None
    if len(data) % BYTES:
        raise Odd(f"a vector of {len(data)} bytes is not a list of 32-bit floats")
    made = array("f", data)
    if sys.byteorder == "big":
        made.byteswap()
    return made


def numbers(made):
    """The values of an array of 32-bit floats, each rounded to the digits that identify it."""
    short = [float(f"{one:.{SHORT}g}") for one in made]
    if array("f", short) == made:
        return short
    again = array("f", short)
    return [
        brief if back == one else float(f"{one:.{EXACT}g}") for brief, back, one in zip(short, again, made, strict=True)
    ]
