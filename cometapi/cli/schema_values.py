"""The value of ``--schema``: a file, JSON that is typed as it is, or the short form. Raises ValueError with the end of a sentence."""

import os
import re

from cometapi.cli import schema_words, schemas
from cometapi.cli.files import json_object_file, kind_of
from cometapi.cli.json_text import value_of

JSON = ("{", "[{")  # what it begins with
KEY = "items"  # under which an object holds the list
SHARED = ("$schema", "$defs", "definitions")  # of a schema, that stay at the top when it is put into another one
_PATH = re.compile(r"[^\s,:]*[./\\][^\s,:]*|[^,:\n]*\.json")  # what can be no field, and is meant as the path of a file


def schema(text, stream=None):
    """The JSON Schema that a text stands for, checked to be one that answers can be compared with."""
    return read(text, stream)[0]


def schema_list(text, stream=None):
    """The JSON Schema of an object that holds a list of what the schema describes."""
    return in_object(schema(text, stream))


def openapi(text, stream=None):
    """The same as ``schema`` in what OpenAPI has of it; a user's own schema is as it is."""
    found, is_short = read(text, stream)
    return of_openapi(found) if is_short else found


def openapi_list(text, stream=None):
    """The schema of a list of it."""
    return in_list(openapi(text, stream))


def read(text, stream=None):
    """``(schema, whether the short form was typed)``."""
    is_known = stream is not None or is_file(text)
    if not is_known and not text.lstrip().startswith(JSON):
        return schema_words.schema(text), True
    found = json_object_file(text, stream) if is_known else typed(text)
    schemas.check(found, text if is_known else "it")
    return found, False


def is_file(text):
    """Whether a text is the path of a file, or can be nothing else."""
    try:
        is_there = os.path.exists(text)
    except ValueError:  # no path of any system
        is_there = False
    return is_there or (not text.lstrip().startswith(JSON) and bool(_PATH.fullmatch(text)))


def typed(text):
    """The JSON object that was typed."""
    try:
        value = value_of(text)
    except ValueError as error:
        raise ValueError(f"must be JSON where it begins with {text.lstrip()[0]}, but it is not: {error}") from None
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object, but it is {kind_of(value)}")
    return value


def of_openapi(found):
    """A schema of the short form as OpenAPI has it: with its order, and without a word for what else may be there."""
    kept = {key: part for key, part in found.items() if key != "additionalProperties"}
    return {**kept, "propertyOrdering": found["required"]}


def in_list(found):
    """The schema of a list of what a schema describes."""
    return {**shared(found), "type": "array", "items": inner(found, "#/items")}


def in_object(found):
    """The schema of an object that holds such a list, for services that take nothing but objects."""
    return {
        **shared(found),
        "type": "object",
        "properties": {KEY: {"type": "array", "items": inner(found, f"#/properties/{KEY}/items")}},
        "required": [KEY],
        "additionalProperties": False,
    }


def shared(found):
    """What of a schema stays at the top."""
    return {key: found[key] for key in SHARED if key in found}


def inner(found, place):
    """A schema as it stands at a place of another one: what it refers to of itself is there, or stays at the top."""
    if "$id" in found:  # it is found by its own name, wherever it stands
        return found
    return {key: moved(key, part, place) for key, part in found.items() if key not in SHARED}


def moved(key, part, place):
    """The value of a keyword whose references lead to where the schema is now."""
    if key in schemas.DATA:
        return part
    if isinstance(part, dict):
        is_table = key in schemas.TABLES
        return {name: moved(None if is_table else name, one, place) for name, one in part.items()}
    if isinstance(part, list):
        return [moved(None, one, place) for one in part]
    is_own = key in schemas.REFERENCES and isinstance(part, str) and part.partition("/")[0] == "#"
    stays = is_own and part.startswith(tuple(f"#/{name}/" for name in SHARED))
    return f"{place}{part[1:]}" if is_own and not stays else part
