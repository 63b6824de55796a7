"""The tables of options and requests, command by command, and how a row is read."""

import base64


def data(content):
    """The base64 text of a file's bytes."""
    return base64.b64encode(content).decode("ascii")


def url(media_type, content):
    """The data URL of a file."""
    return f"data:{media_type};base64,{data(content)}"


def user(*parts):
    """A turn of the user: its text alone, or several parts."""
    return {"role": "user", "content": parts[0] if len(parts) == 1 and isinstance(parts[0], str) else list(parts)}


FIELD = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}
CLOSED = {**FIELD, "additionalProperties": False}  # the short form "a int"
SEVERAL = {  # an object with a list of these
    "type": "object",
    "properties": {"items": {"type": "array", "items": CLOSED}},
    "required": ["items"],
    "additionalProperties": False,
}


def by_words(words):
    """The name of a row: its words as they are typed."""
    return words if isinstance(words, str) else None
