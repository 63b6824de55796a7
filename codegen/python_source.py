"""Python literals, laid out as the formatter would lay them out."""

import json
from functools import cache

LINE = 120  # columns of Python, as pyproject.toml says for the formatter


def literal(value, indent=0, before=0):
    """A Python literal: on one line where it fits, else one item a line. ``before`` counts what stands before it."""
    flat = flat_literal(value)
    if len(flat) + indent + before <= LINE or not isinstance(value, dict | list | tuple) or not value:
        return flat
    inner = indent + 4
    pad = " " * inner
    if isinstance(value, dict):
        items = []
        for key, item in value.items():
            head = f"{flat_literal(key)}: "
            items.append(f"{pad}{head}{literal(item, inner, len(head) + 1)},")
        return "\n".join(["{", *items, " " * indent + "}"])
    opening, closing = ("[", "]") if isinstance(value, list) else ("(", ")")
    items = [f"{pad}{literal(item, inner, 1)}," for item in value]
    return "\n".join([opening, *items, " " * indent + closing])


def flat_literal(value):
    """A Python literal on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flat_literal(key)}: {flat_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flat_literal(item) for item in value) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(flat_literal(item) for item in value) + ("," if len(value) == 1 else "") + ")"
    return quoted(value) if isinstance(value, str) else repr(value)


@cache  # the same few thousand words stand everywhere
def quoted(text):
    """A string literal with the quotes that the formatter prefers."""
    double = json.dumps(text, ensure_ascii=False)
    if text.count('"') <= text.count("'"):
        return double
    return "'" + double[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def text_literal(text):
    """A text of several lines as a triple-quoted literal."""
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""\\\n{escaped}"""'
