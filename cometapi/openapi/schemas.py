"""JSON Schemas of an OpenAPI document: their parts put together, their type, and a sample of what they describe."""

DEPTH = 5  # of a sample, and of what is put together
MOST = 60  # properties of a sample's object
PLAIN = {"string": "text", "integer": 1, "number": 1.5, "boolean": True}
FORMATS = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "email": "ann@example.com",
    "uri": "https://example.com/",
}


def whole(document, schema, place, depth=0):
    """``(schema, place)`` with references followed, ``allOf`` laid together, and the only form of a choice that is one."""
    schema, place = document.resolved(schema, place)
    if depth > DEPTH:
        return {}, place
    if isinstance(schema.get("allOf"), list):
        schema = merged(document, schema, place, depth)
    for key in ("oneOf", "anyOf"):
        forms = schema.get(key)
        if isinstance(forms, list):
            real = [one for one in forms if not (isinstance(one, dict) and one.get("type") == "null")]
            rest = {name: value for name, value in schema.items() if name != key}
            if len(real) == 1:
                inner, place = whole(document, real[0], f"{place}/{key}/{forms.index(real[0])}", depth + 1)
                return {**inner, **rest}, place
            inner, told = chosen([whole(document, one, place, depth + 1)[0] for one in real])
            document.gap(f"{place}/{key}", f"Of several forms, {told} is taken.")
            return {**inner, **rest}, place
    return schema, place


def chosen(forms):
    """``(schema, what it is in words)`` of what a command takes where several forms are possible: the one that says most."""
    kinds = {type_of(one) for one in forms}
    lists = [one for one in forms if type_of(one) == "array"]
    if lists and kinds <= {*PLAIN, "array"}:
        return lists[0], "a list"
    if kinds <= {"integer", "number"}:
        return {"type": "number"}, "a number"
    if kinds <= {*PLAIN}:
        return {"type": "string"}, "a text"
    return {"type": "object"}, "any JSON object"


def merged(document, schema, place, depth):
    """A schema with those of its ``allOf`` laid under it."""
    result: dict = {"properties": {}, "required": []}
    parts = [
        whole(document, one, f"{place}/allOf/{number}", depth + 1)[0] for number, one in enumerate(schema["allOf"])
    ]
    for one in [*parts, {key: value for key, value in schema.items() if key != "allOf"}]:
        properties, required = one.get("properties"), one.get("required")
        result["properties"] |= properties if isinstance(properties, dict) else {}
        result["required"] += required if isinstance(required, list) else []
        result |= {key: value for key, value in one.items() if key not in ("properties", "required")}
    return result if result["properties"] else {key: value for key, value in result.items() if key != "properties"}


def type_of(schema):
    """The type of a schema: that which is not null, else what its other words tell; None for anything."""
    kind = schema.get("type")
    if isinstance(kind, list):
        real = [one for one in kind if one != "null"]
        kind = real[0] if len(real) == 1 else None
    if kind is None and "properties" in schema:
        return "object"
    if kind is None and "items" in schema:
        return "array"
    return kind if isinstance(kind, str) else None


def properties_of(schema):
    """The properties of an object's schema, a dict."""
    found = schema.get("properties")
    return found if isinstance(found, dict) else {}


def sample(document, schema, place, depth=0):
    """A value of a schema: its example, else one that is made of its parts."""
    document.left -= 1
    if document.left < 0:
        return "text"
    schema, place = whole(document, schema, place)
    made = made_sample(document, schema, place, depth)
    for example in (
        schema.get("example"),
        *(schema.get("examples") if isinstance(schema.get("examples"), list) else ()),
    ):
        if example is not None:
            return laid(example, made)
    return made


def made_sample(document, schema, place, depth):
    """A value of a schema without its examples."""
    if isinstance(schema.get("enum"), list) and schema["enum"]:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    kind = type_of(schema)
    if kind == "array":
        return [] if depth >= DEPTH else [sample(document, schema.get("items", {}), f"{place}/items", depth + 1)]
    if kind == "object" or kind is None:
        found = {} if depth >= DEPTH else dict(list(properties_of(schema).items())[:MOST])
        return {
            name: sample(document, one, f"{place}/properties/{name}", depth + 1)
            for name, one in found.items()
            if not (isinstance(one, dict) and one.get("writeOnly"))
        }
    return FORMATS.get(str(schema.get("format")), PLAIN.get(kind, "text"))


def laid(example, made):
    """An example with what was made of the schema in the place of what it lacks."""
    if isinstance(example, dict) and isinstance(made, dict):
        both = {name: laid(value, made.get(name)) for name, value in example.items()}
        return {**{name: value for name, value in made.items() if name not in example}, **both}
    if isinstance(example, list) and example and isinstance(made, list) and made:
        return [laid(example[0], made[0]), *example[1:]]
    return example
