"""Arguments that choose among the records of a list, here and not at the service."""

from cometapi.manifest.select import matcher, pointer, select, texts


def is_choosing(facts):
    """Whether an argument looks for records by a few words, of which there may be others."""
    return facts.get("type") == "words" and "filter" in facts


def found_in(wanted, item):
    """The texts of an item in the first place that a filter looks at and that has any."""
    return next((found for one in wanted["in"] if (found := list(texts(select(one, item))))), [])


def looks_into(places, keys):
    """Whether one of the places may be, or be inside, what stands under one of the keys."""
    return bool(keys) and any(not isinstance(one, tuple) or not one or one[0] in keys for one in places)


def is_exact(facts):
    """Whether an argument looks for the one record that has exactly its value."""
    return facts.get("filter", {}).get("exact", False)


def filters(arguments, values):
    """For each value that is filtered by, the function that tells whether an item passes."""
    given = ((facts["filter"], values.get(name)) for name, facts in arguments.items() if "filter" in facts)
    return [passing(wanted, value) for wanted, value in given if value is not None]


def passing(wanted, value):
    """The function that tells whether an item has the value of a filter: exactly, or one of its words somewhere inside."""
    if wanted.get("exact"):
        pointers = [pointer(one) for one in wanted["in"]]
        return lambda item: value in (point(item) for point in pointers)
    return matcher(wanted["in"], value if isinstance(value, list) else [value])
