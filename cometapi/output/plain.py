"""Values without a format: a number that may be written as text, and JSON values as text."""

import math

# What a value raises that does not fit its kind.
MISFITS = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)
SCALARS = {str, int, bool, type(None)}  # of which JSON can write every value


def number(value):
    """The number that a value is, be it written as text; raises one of MISFITS when it is none."""
    if type(value) is int:
        return value
    if isinstance(value, bool) or "_" in str(value):
        raise ValueError("not a number")
    try:
        return int(value) if isinstance(value, str) else value + 0
    except ValueError:
        found = float(value)
    if not math.isfinite(found):
        raise ValueError("not finite")
    return found


def finite(value):
    """The JSON value with null where JSON has no word: NaN and the infinities."""
    if type(value) in SCALARS:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    return value


def compact(value):
    """The JSON value as text on one line."""
    import json

    return json.dumps(finite(value), ensure_ascii=False, separators=(",", ":"))


def plain(value):
    if isinstance(value, str):
        return value
    if type(value) is int:
        return str(value)
    return "" if value is None else compact(value)
