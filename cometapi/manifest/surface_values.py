"""The arguments of a command as JSON Schema (2020-12), and each of them as the command line has it."""

import re

from cometapi.manifest.arguments import sections

ROLES = ("system", "developer", "user", "assistant")
# Type of the manifest to the JSON Schema of one value; every other type is a text.
SCHEMAS: dict[str, dict] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "words": {"type": "array", "items": {"type": "string"}},
    "json": {"type": "object"},
    "token_bias": {"type": "object", "additionalProperties": {"type": "number", "minimum": -100, "maximum": 100}},
    "url": {"type": "string", "format": "uri"},
    "link": {"type": "string", "format": "uri"},
    "assignment": {"type": "string", "pattern": "^[^=]+="},
    "pair": {"type": "string", "pattern": "^[^=]+="},
    "message": {"type": "string", "pattern": f"^({'|'.join(ROLES)}):"},
    "lat_lng": {"type": "string", "pattern": "^ *-?[0-9.]+ *, *-?[0-9.]+ *$"},
    "failure": {"type": "string", "pattern": "^[45][0-9]{2}(:[0-9]+)?$"},
}
PLAIN = (
    "metavar",
    "known",
    "longest",
    "begins",
    "takes",
    "environment",
    "secret",
    "once",
    "bare",
    "deprecated",
    "withheld",
)


def schema_of(model, command):
    """The JSON Schema of the arguments of a command: an object with a property for each, by its name."""
    shown = [one for one in command.arguments if not one.hidden]
    needed = [one.dest for one in shown if (one.required and not one.environment) or is_needed(one)]
    return {
        "type": "object",
        "properties": {one.dest: property_of(model, one) for one in shown},
        "required": needed,
        "additionalProperties": False,
    }


def is_needed(one):
    """Whether an argument is a positional that cannot be left out."""
    return one.positional and not one.optional


def property_of(model, one):
    """The JSON Schema of an argument, with its sentence; a list of values for what may be repeated."""
    schema = value_of(model, one)
    if one.repeat and one.type != "words":
        schema = {"type": "array", "items": schema, **({"minItems": 1} if is_needed(one) else {})}
    facts = {"default": one.default} if one.default is not None else {}
    return {**schema, "description": one.help, **facts, **({"deprecated": True} if one.deprecated else {})}


def value_of(model, one):
    """The JSON Schema of one value of an argument."""
    if not one.has_value:
        return {"type": "boolean"}
    if one.secret:
        return {"const": "-"}  # the only word that is taken: it is read from a pipe
    schema = {**SCHEMAS.get(one.type, {"type": "string"}), **bounds(one)}
    words = model.choices(one)
    if words and not (one.positional and one.repeat):  # several words may make one name there
        schema = {"enum": words}
    if one.keywords:
        schema = {"anyOf": [schema, {"enum": list(one.keywords)}]}
    return {"anyOf": [{"type": "boolean"}, schema]} if one.bare else schema


def bounds(one):
    """What bounds a value, in the words of JSON Schema."""
    low, high = one.range or (None, None)
    found = {"minimum": low, "maximum": high, "maxLength": one.data.get("longest")}
    found["pattern"] = f"^{re.escape(one.begins)}." if one.begins else None
    return {key: value for key, value in found.items() if value is not None}


def options(model, command):
    """Every argument of a command that is shown, in the order of its help, as the command line has it."""
    data = {**command.data, "arguments": {one.dest: one.data for one in command.arguments}}
    topics = {name: one["topic"] for one in model.sets.values() if "topic" in one for name in one["arguments"]}
    topics = {name: topic for name, topic in topics.items() if name not in command.data["arguments"]}
    found = [(title, one) for title, some in sections(data, model.sets) for one in some]
    return [option(model, one, section=title, topic=topics.get(one.dest)) for title, one in found]


def option(model, one, **place):
    """One argument as the command line has it, with its ``place`` in help; what says nothing is left out."""
    hidden = [flag for flag in one.spellings if flag not in one.shown]
    facts = {
        "name": one.dest,
        "flags": one.shown,
        "hidden_flags": hidden,
        "positional": one.positional,
        "type": one.type if one.has_value else "switch",
        "negative": one.negative,
        "choices": model.choices(one),
        "range": one.range,
        "keywords": list(one.keywords),
        "default": one.default,
        "setting": one.default_from,
        **{key: one.data.get(key) for key in PLAIN},
        "hands_on_to": one.data.get("assignments_to"),
        "stands_for": dict([one.stands_for]) if one.stands_for else None,
        "repeatable": one.repeat,
        "required": one.required or is_needed(one),
        "reads_stdin": "stdin" in one.data,
        **place,
        "becomes": "/".join(one.to) if one.to else None,
        "does": one.does,
        "help": one.help,
    }
    return {key: value for key, value in facts.items() if value is not None and value is not False and value != []}
