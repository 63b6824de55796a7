"""Checks a user's JSON Schema before anything is paid for: whether answers can be validated with it."""

import re

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
SAME_PLACE = ("not", "if", "then", "else")  # schemas of the very value that the schema around them is of
SAME_PLACE_LISTS = ("allOf", "anyOf", "oneOf")
SAME_PLACE_TABLES = ("dependentSchemas", "dependencies")


DATA = ("default", "const", "enum", "examples", "example")  # keywords whose values are no schemas, whatever they hold
TABLES = ("properties", "patternProperties", "$defs", "definitions", *SAME_PLACE_TABLES)  # of schemas by name
TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")


def check(schema, path):
    """Raise ValueError, with the end of a sentence, for what is no schema, or one that nothing can be checked with.

    What only the library here cannot judge, such as a pattern in the dialect of JavaScript, is no reason.
    """
    import jsonschema

    schema = usual(schema)
    resolver = resolver_of(schema, path)
    check_references(schema, path, resolver)
    try:
        validator_of(schema).check_schema(schema, format_checker=jsonschema.FormatChecker(formats=()))
        check_loops(schema, path, resolver)
    except jsonschema.SchemaError as error:
        raise ValueError(f"must be a JSON Schema, but {path} is not valid: {error.message}") from None
    except (TypeError, RecursionError, AttributeError):  # what no draft allows, and nothing looks at
        raise ValueError(f"must be a JSON Schema, but {path} is not one that can be understood") from None


def validator_of(schema):
    """The class of validators for a schema; one of a kind that is not known is taken for the newest."""
    import jsonschema

    return jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)


def resolver_of(schema, path):
    """What finds the parts of a schema: nothing is fetched from elsewhere."""
    import referencing
    import referencing.jsonschema

    try:
        resource = referencing.Resource.from_contents(schema, default_specification=referencing.jsonschema.DRAFT202012)
        return referencing.Registry().with_resource("", resource).resolver()
    except Exception as error:
        raise ValueError(f"must be a JSON Schema, but {path} uses an unknown type: {error}") from None


def check_references(schema, path, resolver):
    """Raise ValueError when a reference of a schema leads nowhere inside it."""
    for target in references(schema):
        try:
            resolver.lookup(target)
        except Exception:  # whatever a resolver makes of an odd target, it leads nowhere
            raise ValueError(f"must refer only to parts of itself, but {path} refers to {target!r}") from None


def usual(schema):
    """A schema as JSON Schema writes it: Gemini's types are in capitals, and what may be null is ``nullable``."""
    if isinstance(schema, list):
        return [usual(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: usual_part(key, part) for key, part in schema.items()}
    kind = made.get("type")
    if isinstance(kind, str) and kind.lower() in TYPES:
        made["type"] = [kind.lower(), "null"] if schema.get("nullable") is True else kind.lower()
    elif kind == "TYPE_UNSPECIFIED":
        del made["type"]
    if schema.get("nullable") is True and isinstance(made.get("enum"), list):
        made["enum"] = [*made["enum"], None]
    return made


def usual_part(key, part):
    """The value of a keyword in which schemas are written as ``usual`` does."""
    if key in TABLES and isinstance(part, dict):
        return {name: usual(one) for name, one in part.items()}
    return part if key in DATA else usual(part)


def judged(schema):
    """``(schema, patterns)``: a usual schema without the patterns that cannot be read here, and those."""
    unread = {one for one in patterns(schema) if not is_read(one)}
    return (without(schema, unread) if unread else schema), sorted(unread)


def without(schema, unread):
    """A schema without some patterns, and without what depends on them."""
    if isinstance(schema, list):
        return [without(one, unread) for one in schema]
    if not isinstance(schema, dict):
        return schema
    named = schema.get("patternProperties")
    is_open = isinstance(named, dict) and any(name in unread for name in named)
    dropped = {"additionalProperties", "unevaluatedProperties"} if is_open else set()
    dropped |= {"pattern"} if schema.get("pattern") in unread else set()
    return {key: without_part(key, part, unread) for key, part in schema.items() if key not in dropped}


def without_part(key, part, unread):
    """The value of a keyword of which the schemas are without some patterns."""
    if key in TABLES and isinstance(part, dict):
        is_dropped = unread if key == "patternProperties" else ()
        return {name: without(one, unread) for name, one in part.items() if name not in is_dropped}
    return part if key in DATA else without(part, unread)


def is_read(pattern):
    """Whether Python reads a pattern."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def check_loops(schema, path, resolver):
    """Raise ValueError for a schema whose references to itself never end."""
    done, begun = set(), set()

    def look(part):
        if not isinstance(part, dict) or id(part) in done:
            return
        if id(part) in begun:
            raise ValueError(f"must come to an end, but {path} refers from a part of itself to that very part")
        begun.add(id(part))
        for other in same_place(part, resolver):
            look(other)
        begun.remove(id(part))
        done.add(id(part))

    for part in parts(schema):
        look(part)


def same_place(part, resolver):
    """The schemas that a value has to fit, or is tried with, together with this one."""
    yield from (resolver.lookup(part[name]).contents for name in REFERENCES if isinstance(part.get(name), str))
    yield from (part[name] for name in SAME_PLACE if name in part)
    for name in SAME_PLACE_LISTS:
        yield from part[name] if isinstance(part.get(name), list) else ()
    for name in SAME_PLACE_TABLES:
        yield from part[name].values() if isinstance(part.get(name), dict) else ()


def references(schema):
    """Every reference inside a schema."""
    return [part[name] for part in parts(schema) for name in REFERENCES if isinstance(part.get(name), str)]


def patterns(schema):
    """Every pattern inside a schema."""
    found = [part["pattern"] for part in parts(schema) if isinstance(part.get("pattern"), str)]
    tables = [part.get("patternProperties") for part in parts(schema)]
    return found + [name for table in tables if isinstance(table, dict) for name in table]


def parts(schema):
    """Every schema inside a schema; what stands in the place of a value is none."""
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            for key, part in one.items():
                is_table = key in TABLES and isinstance(part, dict)
                waiting += part.values() if is_table else [] if key in DATA else [part]
        elif isinstance(one, list):
            waiting += one
