"""One value of a parameter or a field: its type, help, example, and whether it is a secret."""

import json

from cometapi.openapi.naming import sentence, snake, words_of
from cometapi.openapi.schemas import type_of

TYPES = {"integer": "integer", "number": "number", "string": None}
COLLECTIONS = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}  # of Swagger 2
STYLES = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}
SECRET = {"password", "passwd", "secret", "token", "apikey", "key", "authorization", "credential"}
PASSWORDS = {"password", "passwd", "passphrase", "secret", "apikey", "authorization"}
KEYS = {"key", "token"}  # of which those that let somebody in have such a word before them:
ACCESS = {"api", "access", "auth", "secret", "private"}
MOST_CHOICES = 40
LONGEST = 40  # characters of a default or an example


def value_facts(schema):
    """Type, choices and range of one plain value."""
    facts: dict = {}
    words = schema.get("enum")
    if (
        isinstance(words, list)
        and 0 < len(words) <= MOST_CHOICES
        and all(isinstance(one, str) and one for one in words)
    ):
        return {"choices": list(dict.fromkeys(words))}
    kind = TYPES.get(type_of(schema) or "string")
    if kind:
        facts["type"] = kind
        low, high = number(schema.get("minimum")), number(schema.get("maximum"))
        if (low, high) != (None, None) and not (low is not None and high is not None and low > high):
            facts["range"] = [low, high]
    return facts


def number(value):
    """A bound that is a number, else None."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def joined(data, where):
    """How several values are sent as one; nothing where the name is repeated."""
    if where != "query":
        return {}
    if "collectionFormat" in data:
        sign = COLLECTIONS.get(data["collectionFormat"])
        return {"join": sign} if sign else {}
    if data.get("type") == "array":
        return {"join": ","}  # what Swagger 2 means where it says nothing
    is_exploded = data.get("explode", data.get("style", "form") == "form")
    return {} if is_exploded else {"join": STYLES.get(data.get("style", "form"), ",")}


def example_of(schema, data, is_json):
    """The example of a parameter or of its schema as a word, of a list its first; None without a plain one."""
    several = data.get("examples")
    first = next(iter(several.values()), None) if isinstance(several, dict) else None
    listed = schema.get("examples")
    found = [data.get("example"), first.get("value") if isinstance(first, dict) else None, schema.get("example")]
    value = next((one for one in [*found, *(listed if isinstance(listed, list) else ())] if one is not None), None)
    value = value[0] if isinstance(value, list) and value else value
    if is_json:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else ""
        return text if len(text) <= LONGEST else None
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    text = str(value) if is_plain else ""
    return text if text.isprintable() and len(text) <= LONGEST and not text.startswith("-") else None


def is_secret(name, schema):
    """Whether the value of an option is to be seen by nobody: a password, or a key that lets somebody in."""
    words = snake(name).split("_")
    is_key = words[-1] in KEYS and words[-2:-1] and words[-2] in ACCESS
    return bool({*words} & PASSWORDS) or bool(is_key) or schema.get("format") == "password"


def help_of(name, schema):
    """The help of an option: what the document says, and the default of the service, unless that may be a secret."""
    told = sentence(schema.get("description") or "") or sentence(" ".join(words_of(name)))
    default = schema.get("default")
    may_be_secret = bool(set(snake(name).split("_")) & SECRET) or is_secret(name, schema)
    if (
        isinstance(default, str | int | float)
        and default != ""
        and str(default).isprintable()
        and not may_be_secret
        and len(str(default)) <= LONGEST
    ):
        shown = str(default).lower() if isinstance(default, bool) else default
        return f"{told.rstrip('.')} (the service's default: {shown})."
    return told if len(told) > 2 else f"Value of {name}."
