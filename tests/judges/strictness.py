"""What a client library's types say of our samples."""

from functools import cache
from pathlib import Path

from conftest import PROJECT
from pydantic import BaseModel, TypeAdapter

REPLIES = PROJECT / "spec" / "replies"
HELLO = (
    "Hello from the sandbox! This answer is sample data, streamed token by token: no key, no cost, no network. 你好 👋"
)
WEATHER = {"city": "Paris", "temperature": 21}
SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "temperature": {"type": "integer"}},
    "required": ["city", "temperature"],
    "additionalProperties": False,
}


class Weather(BaseModel):
    """The structured answer of the samples."""

    city: str
    temperature: int


def named(pattern):
    """Names of samples."""
    return sorted(path.name for path in Path(REPLIES).glob(pattern))


def events(name):
    """The JSON texts of a sample stream's events."""
    lines = (REPLIES / name).read_text("utf-8").splitlines()
    return [line.removeprefix("data: ") for line in lines if line.startswith("data: {")]


def faults(kind, text, *, strict=True):
    """Fields of a JSON text that a type of a library does not know; raises what the type raises at a wrong one."""
    return sorted(unknown(adapter(kind).validate_json(text, strict=strict)))


adapter = cache(TypeAdapter)  # some have a hundred kinds of events, and take their time to be built


def unknown(value, place=""):
    """Places of a parsed value that its types have no field for."""
    if isinstance(value, BaseModel):
        own = {f"{place}/{name}" for name in value.model_extra or ()}
        return own.union(*(unknown(getattr(value, name), f"{place}/{name}") for name in type(value).model_fields))
    if isinstance(value, list):
        return set().union(*(unknown(one, place) for one in value))
    return set()
