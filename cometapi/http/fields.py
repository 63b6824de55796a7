"""Fields of a query, a header or a form: their texts, and the names of those that stand for a part of a value."""

from cometapi.manifest.templates import as_text


def flat(values):
    """``(name, value)`` of every field that nested ``values`` (a dict) come to: a generator.

    A list repeats its name (``tag=a&tag=b``), an object adds its keys in brackets (``filter[price][min]=1``), and so
    does a list of objects with their numbers (``items[0][id]=7``). Values are left as they are.
    """
    for name, value in values.items():
        yield from named(name, value)


def named(name, value):
    """``(name, value)`` of every field that one value comes to: a generator."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from named(f"{name}[{key}]", part)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from named(f"{name}[{number}]" if isinstance(part, dict | list) else name, part)
    else:
        yield name, value


def header(value):
    """The value of a header: a list is joined by commas (RFC 9110, 5.6.1)."""
    return ", ".join(map(as_text, value)) if isinstance(value, list) else as_text(value)
