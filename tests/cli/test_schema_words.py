"""``--schema`` as it is typed: the short form and JSON, what they come to in the request, and what is refused before it."""

import json

import pytest

from cometapi.cli import schema_values, schema_words

TEXT, WHOLE, REAL, YES = ({"type": kind} for kind in ("string", "integer", "number", "boolean"))


def listed(of):
    return {"type": "array", "items": of}


def told(of, what):
    return {**of, "description": what}


MEANT = {
    "name": {"name": TEXT},
    "name, age int, tags [str]: what they are": {
        "name": TEXT,
        "age": WHOLE,
        "tags": told(listed(TEXT), "what they are"),
    },
    "zeta int, alpha float, mid bool": {"zeta": WHOLE, "alpha": REAL, "mid": YES},
    "a string, b integer, c number, d boolean": {"a": TEXT, "b": WHOLE, "c": REAL, "d": YES},
    "name: the whole name\nage int: in years, about\n": {
        "name": told(TEXT, "the whole name"),
        "age": told(WHOLE, "in years, about"),
    },
    "name: first, then last, age int: years": {
        "name": told(TEXT, "first, then last"),
        "age": told(WHOLE, "years"),
    },
    "name: whole, age int": {"name": told(TEXT, "whole"), "age": WHOLE},
    "colour: red, green or blue": {"colour": told(TEXT, "red, green or blue")},
    "link: see http://x/a, b": {"link": told(TEXT, "see http://x/a, b")},
    "grid [[int]], tags [ str ]": {"grid": listed(listed(WHOLE)), "tags": listed(TEXT)},
    "a,\nb\n\nc\tint": {"a": TEXT, "b": TEXT, "c": WHOLE},
    "first-name, größe float, int": {"first-name": TEXT, "größe": REAL, "int": TEXT},
}


@pytest.mark.parametrize("text", MEANT)
def test_the_short_form_is_an_object_that_has_all_its_fields_in_their_order(text):
    made = schema_words.schema(text)

    assert json.dumps(made["properties"]) == json.dumps(MEANT[text])
    assert made["required"] == list(MEANT[text])
    assert (made["type"], made["additionalProperties"]) == ("object", False)


WRONG = {
    ":just text": "must begin each field with a name",
    ":x": "must begin each field with a name",
    "name, :text": "must begin each field with a name",
    "age intt": "does not know the type 'intt' of age; did you mean int?",
    "name: x, age intt: y": "did you mean int?",
    "age date": "does not know the type 'date' of age; the types are str, int, float, bool",
    "a, a": "'a' is there twice",
    "a int, b, a str": "'a' is there twice",
    "tags [str": "must close the list of tags with ]",
    "tags str]": "brackets in pairs",
    "tags [str]]": "brackets in pairs",
    "tags []": "must say of what tags is a list",
    "tags[str]": "a space between a name and its type",
    "[str]": "must begin each field with a name",
    "a int int": "must have one type a field",
    "a of several words": "must have one type a field",
    "a,": "on both sides of each comma",
    ",a": "on both sides of each comma",
    "a,,b": "on both sides of each comma",
    "a, ,b": "on both sides of each comma",
    "a:": "must say after the colon what a is",
    "3d": "must have names of letters",
    "a b-c! int": "must have one type a field",
    "wh?t": "must have names of letters",
    "": "must not be empty",
    " \n ": "must not be empty",
    "a " + "[" * 9 + "int" + "]" * 9: "must nest lists at most 8 deep",
    '{"type": 5}': "must be a JSON Schema, but it is not valid: 5",
    '{"type": "object"': "must be JSON where it begins with {",
    "[str, int]": "must begin each field with a name",
    "[1]": "must begin each field with a name",
    "[{}]": "must be a JSON object, but it is a list",
    '{"$ref": "#/nowhere"}': "must refer only to parts of itself, but it refers to",
    "nothing.json": "must be a file that can be read: nothing.json",
    "no/where": "must be a file that can be read: no/where",
}


@pytest.mark.parametrize("option", ["--schema", "--schema-multi"])
@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_refused_before_anything_is_sent(sent, text, option):
    ran = sent("chat", "hi", option, text)

    assert (ran.code, ran.out, ran.target) == (2, "", None)
    assert ran.err.startswith(f"cometapi: {option} ")
    assert WRONG[text] in ran.err


def test_json_is_sent_as_it_was_typed(sent):
    ran = sent("chat", "hi", "--schema", ' {"type": "object", "properties": {"b": {}, "a": {}}}')

    schema = ran.body["response_format"]["json_schema"]["schema"]
    assert list(schema["properties"]) == ["b", "a"]


PLACES = {
    "chat": ("response_format", "json_schema", "schema"),
    "responses": ("text", "format", "schema"),
    "messages": ("output_config", "format", "schema"),
    "gemini": ("generationConfig", "responseSchema"),
}


@pytest.mark.parametrize("command", PLACES)
def test_every_protocol_has_its_place_for_it(sent, command):
    def schema(*words):
        found = sent(command, "hi", *words).body
        for key in PLACES[command]:
            found = found[key]
        return found

    one, several = schema("--schema", "b, a int"), schema("--schema-multi", "b, a int")
    inner = several["items"] if command == "gemini" else several["properties"]["items"]["items"]
    assert list(one["properties"]) == ["b", "a"]
    assert one == inner
    assert one.get("propertyOrdering") == (["b", "a"] if command == "gemini" else None)
    assert several["type"] == ("array" if command == "gemini" else "object")


def test_both_at_once_are_refused(sent):
    ran = sent("chat", "hi", "--schema", "a", "--schema-multi", "b")

    assert (ran.code, ran.target) == (2, None)
    assert "cannot be combined" in ran.err


TREE = {
    "type": "object",
    "properties": {"next": {"$ref": "#"}, "leaf": {"$ref": "#/$defs/leaf"}},
    "$defs": {"leaf": {}},
}


def test_a_list_of_what_refers_to_itself_refers_to_where_it_is_now():
    made = schema_values.schema_list(json.dumps(TREE))

    inner = made["properties"]["items"]["items"]
    assert inner["properties"] == {"next": {"$ref": "#/properties/items/items"}, "leaf": {"$ref": "#/$defs/leaf"}}
    assert made["$defs"] == {"leaf": {}}


def test_a_file_goes_before_a_field_of_its_name(sent, tmp_path):
    (tmp_path / "work" / "name").write_text('{"type": "string"}')
    ran = sent("chat", "hi", "--schema", "name")

    assert ran.body["response_format"]["json_schema"]["schema"] == {"type": "string"}
