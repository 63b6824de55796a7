"""The columns of a route with the types of their values, as machine formats print them.

A type comes from the column's words or its format, else from what the manifest says, else from what the samples of the
route have there; without samples it is text.
"""

from cometapi.manifest.select import parsed, select

KINDS = {  # kind of a format to the type of its values for machines; the others leave a value as it came
    "money": "number",
    "time": "string",
    "day": "string",
    "count": "number",
    "percent": "number",
    "duration": "number",
    "yes_no": "boolean",
    "secret": "string",
    "text": "string",
    "list": "string",
    "served": "string",
}
LISTS = ("list", "served")
CALL = {
    "paths": ("string", True),
    "unsaved": ("string", True),
    "model": ("string", False),
    "input_tokens": ("number", False),
    "output_tokens": ("number", False),
    "cost": ("number", False),
}
ANY = "any"


def columns(model, route):
    """The columns of a route: ``{"name", "type", "list"?, "optional"?, "shown", "title"?}``."""
    found = route.get("response", {}).get("columns", [])
    usual = ANY if route.get("samples") else "string"
    return [column(one, values(model, route, one), usual) for one in found]


def column(one, seen, usual):
    """One column; ``seen`` are the values that samples have of it, ``usual`` is its type where there are none."""
    kind, is_list = type_of(one, [value for value in seen if value is not None], usual)
    facts = {
        "name": one["name"],
        "type": kind,
        "list": is_list,
        "optional": is_optional(one, seen),
        "shown": one["show"],
        "title": one["title"],
    }
    return {key: value for key, value in facts.items() if value is not False}


def type_of(one, seen, usual):
    """The type of a column's values, and whether they are lists of it."""
    kind = one.get("format", {}).get("kind")
    if one.get("words"):
        return "string", False
    if kind in KINDS:
        return KINDS[kind], kind in LISTS
    if isinstance(one["value"], dict):
        return CALL[one["value"]["call"]] if "call" in one["value"] else ("string", False)
    if "type" in one:
        return one["type"], one.get("list", False)
    return same(seen) if seen else (usual, False)


def same(seen):
    """The type that all values have, and whether they are lists of it; ANY where they differ."""
    is_list = all(isinstance(value, list) for value in seen)
    types = {name(item) for value in seen for item in (value if is_list else [value])}
    return (types.pop() if len(types) == 1 else ANY), is_list


def name(value):
    """The name of a JSON value's type."""
    return next(word for kinds, word in TYPES if isinstance(value, kinds))


TYPES = (
    (bool, "boolean"),
    ((int, float), "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
    (type(None), "null"),
)


def is_optional(one, seen):
    """Whether a value may be null, as far as is known: some sample has none, or the manifest says when."""
    numbers = one.get("format", {})
    return None in seen or bool({"never", "least"} & numbers.keys()) or "unlimited" in one


def values(model, route, one):
    """The values that the samples of a route have for a column."""
    if isinstance(one["value"], dict):
        return []
    return [select(one["value"], record) for record in records(model, route)]


def records(model, route):
    """The records in the samples of a route that say yes."""
    names = [one["file"] for one in route.get("samples", []) if "file" in one and one["status"] < 300]
    documents = [model.replies.get(name) for name in names]
    found = [record for document in documents for record in records_of(document, route["response"])]
    return [parsed(one, route["response"].get("parse", ())) for one in found if isinstance(one, dict)]


def records_of(document, response):
    """The records in one document, by what a response says of them."""
    if not isinstance(document, dict | list):
        return []
    if "entries" in response:
        entries = select(response["entries"], document) or {}
        return [{"key": key, "value": value} for key, value in entries.items()]
    if "record" in response:
        return [select(response["record"], document)]
    if "rows" not in response:
        return [document]
    rows = response["rows"]
    ways = rows if isinstance(rows, list) else [rows]
    found: list = next((some for one in ways if (some := select(one, document))), [])
    return found if isinstance(found, list) else [found]
