"""JSON that the program wrote itself, read by the interpreter's own scanner: the package ``json`` loads regular expressions
first, which takes longer than the rest of a short call.
"""


class Usual:
    """What the scanner makes of values: what the package would."""

    strict = True
    object_hook = object_pairs_hook = array_hook = None
    parse_float, parse_int, parse_constant = float, int, float


def loads(text):
    """The value of a text; raises ValueError for one that is no JSON."""
    try:
        value, end = __import__("_json").make_scanner(Usual)(text, 0)
        if end == len(text):
            return value
    except (ImportError, AttributeError, StopIteration, SystemError, ValueError):
        pass  # another interpreter, or a text with a fault, which the package names
    from json import loads as usual

    return usual(text)
