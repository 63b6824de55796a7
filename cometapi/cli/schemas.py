"""JSON Schemas of a user's own: whether an answer can be checked with one, found out before anything is paid for."""

import re

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
SAME_PLACE = ("not", "if", "then", "else")  # schemas of the very value that the schema around them is of
SAME_PLACE_LISTS = ("allOf", "anyOf", "oneOf")
SAME_PLACE_TABLES = ("dependentSchemas", "dependencies")


def check(schema, path):
    """Raise ValueError, with the end of a sentence, for what is no schema, or one that nothing can be checked with."""
    import jsonschema

    resolver = resolver_of(schema, path)
    check_references(schema, path, resolver)
    check_patterns(schema, path)
    try:
        validator_of(schema).check_schema(schema)
        check_loops(schema, path, resolver)
    except jsonschema.SchemaError as error:
        raise ValueError(f"must be a JSON Schema, and {path} is none: {error.message}") from None
    except (TypeError, RecursionError, AttributeError):  # what no draft allows, and nothing looks at
        raise ValueError(f"must be a JSON Schema, and {path} is none that can be understood") from None


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
        raise ValueError(f"must be a JSON Schema, and {path} names a kind that is not known: {error}") from None


def check_references(schema, path, resolver):
    """Raise ValueError when a reference of a schema leads nowhere inside it."""
    for target in references(schema):
        try:
            resolver.lookup(target)
        except Exception:  # whatever a resolver makes of an odd target, it leads nowhere
            raise ValueError(f"must refer only to parts of itself, and {path} refers to {target!r}") from None


def check_patterns(schema, path):
    """Raise ValueError for a pattern that cannot be read here."""
    for pattern in patterns(schema):
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(f"must have patterns that Python can read, and {path} has {pattern!r}: {error}") from None


def check_loops(schema, path, resolver):
    """Raise ValueError when a part of a schema is a schema of the same value again, and so on without end."""
    done, begun = set(), set()

    def look(part):
        if not isinstance(part, dict) or id(part) in done:
            return
        if id(part) in begun:
            raise ValueError(f"must come to an end, and {path} refers from a part of itself to that very part")
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


def parts(value):
    """Every object inside a JSON value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
