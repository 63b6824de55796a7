"""Standard JSON (RFC 8259): no NaN or infinities, and limited nesting."""

import json

DEEPEST = 100  # levels; what people write has less than ten


class TooDeep(ValueError):
    """A value is nested too deeply."""

    def __init__(self):
        super().__init__(f"it is nested deeper than {DEEPEST} levels")


def value_of(text):
    """The JSON value of a text, or of bytes; raises ValueError with the end of a sentence, UnicodeDecodeError for no text."""
    try:
        value = json.loads(text, parse_constant=refused, parse_float=finite)
    except RecursionError:
        raise TooDeep from None
    if is_deep(value):
        raise TooDeep
    return value


def refused(word):
    """Raise ValueError for a number that JSON does not have."""
    raise ValueError(f"{word} is not valid JSON")


def finite(text):
    """A number of a text; raises ValueError for one that is too large for any."""
    value = float(text)
    return refused(text) if value in (float("inf"), float("-inf")) else value


def is_deep(value, most=DEEPEST):
    """Whether a value has more than ``most`` levels; iterative, so that it works at any depth."""
    level = [value]
    for _ in range(most + 1):
        level = [part for one in level if isinstance(one, dict | list) for part in parts(one)]
        if not level:
            return False
    return True


def parts(value):
    """The values of an object or a list."""
    return value.values() if isinstance(value, dict) else value
