"""Commands as tools: names and texts that no API takes as they are, and one command that cannot spoil the others."""

import json
import re

import pytest

from cometapi.manifest.tool_names import tool_names
from cometapi.manifest.tools import FORMS, LONGEST, tools

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]{0,63}")
LONG = "a-very-long-command " * 5


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("model info", "model_info"),
        ("image edit", "image_edit"),
        ("video image2video", "video_image2video"),
        ("21st-thing", "command_21st-thing"),
        ("my.own", "my_own"),
        ("-x", "command_-x"),
        ("größe", "gr__e"),
        ("", "command_"),
        ("x" * 64, "x" * 64),
    ],
)
def test_words_become_a_name(words, name):
    assert tool_names([words]) == {words: name}
    assert NAME.fullmatch(name)


COLLIDING = [
    "my own",
    "my.own",
    "my_own",
    "my own.",
    "My own",
    "21st",
    "command 21st",
    "command_21st",
    LONG,
    f"{LONG}b",
    "ä",
    "ö",
    "日本",
    "😀",
]


def test_names_that_would_be_the_same_are_told_apart():
    names = tool_names(COLLIDING)
    assert len({one.lower() for one in names.values()}) == len(COLLIDING)
    assert [one for one in names.values() if not NAME.fullmatch(one)] == []
    assert (names["my own"], names["command 21st"]) == ("my_own", "command_21st")


def test_a_name_stays_when_others_come_or_go():
    names = tool_names(COLLIDING)
    assert tool_names([*reversed(COLLIDING), "one more"]) == {**names, "one more": "one_more"}


def option(name, **facts):
    """An option of an entry."""
    return {
        "name": name,
        "flags": [f"--{name}"],
        "metavar": name.upper(),
        "type": "text",
        "section": "Options",
        "help": "A.",
        **facts,
    }


def entry(command="mine", **facts):
    """An entry of the surface; ``properties`` and ``options`` are those of its arguments."""
    properties = facts.pop("properties", {})
    arguments = {
        "type": "object",
        "properties": properties,
        "required": facts.pop("required", []),
        "additionalProperties": False,
    }
    usual = {"summary": "Do it.", "effect": "read", "cost": "free", "options": [], "relations": [], "routes": []}
    return {"command": command, "arguments": arguments, **usual, **facts}


def only(form="anthropic", **facts):
    """The tool of one entry."""
    [tool] = tools([entry(**facts)], form)
    return tool


def values(**properties):
    """The schemas of a tool's arguments of these schemas."""
    named = {name: {**schema, "description": "A."} for name, schema in properties.items()}
    return only(properties=named, options=[option(name) for name in named])["input_schema"]["properties"]


def test_every_form_of_a_tool():
    facts = {
        "properties": {"id": {"type": "string", "description": "The ID."}},
        "required": ["id"],
        "options": [option("id")],
    }
    schema = {"type": "object", "properties": {"id": {"type": "string", "description": "The ID."}}, "required": ["id"]}
    assert only("openai", **facts) == {
        "type": "function",
        "function": {"name": "mine", "description": "Do it.", "parameters": schema},
    }
    assert only("anthropic", **facts) == {"name": "mine", "description": "Do it.", "input_schema": schema}
    assert only("gemini", **facts) == {"name": "mine", "description": "Do it.", "parameters": schema}
    hints = {"readOnlyHint": True, "destructiveHint": False, "openWorldHint": False}
    assert only("mcp", **facts) == {
        "name": "mine",
        "title": "mine",
        "description": "Do it.",
        "inputSchema": schema,
        "annotations": hints,
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_command_without_arguments_is_an_empty_object_and_for_gemini_nothing(form):
    tool = only(form)
    text = json.dumps(tool)
    assert ('"properties": {}' in text and '"type": "object"' in text) != (form == "gemini")


def test_values_of_several_kinds_objects_and_patterns_are_texts():
    assert values(
        either={"anyOf": [{"type": "integer"}, {"enum": ["auto"]}]},
        free={"type": "object", "additionalProperties": {"type": "number"}},
        shaped={"type": "string", "pattern": "^[^=]+=", "format": "uri", "maxLength": 3},
        many={"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 1},
        objects={"type": "array", "items": {"type": "object"}},
        chosen={"enum": ["a", "b"], "default": "a"},
        bounded={"type": "number", "minimum": 0, "maximum": 2},
        on={"type": "boolean"},
    ) == {
        "either": {"type": "string", "description": "A."},
        "free": {"type": "string", "description": "A. A JSON object as text."},
        "shaped": {"type": "string", "description": "A."},
        "many": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "description": "A."},
        "objects": {"type": "array", "items": {"type": "string"}, "description": "A."},
        "chosen": {"type": "string", "enum": ["a", "b"], "description": "A. Default: a."},
        "bounded": {"type": "number", "minimum": 0, "maximum": 2, "description": "A."},
        "on": {"type": "boolean", "description": "A."},
    }


def test_a_secret_and_options_for_the_terminal_are_no_arguments_of_a_tool():
    facts = {
        "token": {"secret": True},
        "quiet": {"topic": "options", "does": "quiet"},
        "account": {"topic": "options", "does": "profile"},
    }
    properties = {name: {"type": "string", "description": "A."} for name in facts}
    tool = only(properties=properties, options=[option(name, **one) for name, one in facts.items()])
    assert list(tool["input_schema"]["properties"]) == ["account"]


def test_sentences_speak_of_arguments_as_the_tool_has_them():
    options = [option("max_cost", flags=["--max-cost", "-c"]), {**option("text", positional=True), "flags": []}]
    relations = [
        {
            "kind": "needs",
            "arguments": ["max_cost", "text"],
            "sentence": "--max-cost needs TEXT, not --max-cost-x, -c or TEXTS.",
        }
    ]
    properties = {one["name"]: {"type": "string", "description": "Not with -c."} for one in options}
    tool = only(options=options, relations=relations, properties=properties)
    assert tool["description"] == "Do it. max_cost needs text, not --max-cost-x, max_cost or TEXTS."
    assert tool["input_schema"]["properties"]["text"]["description"] == "Not with max_cost."


def test_what_is_deprecated_says_what_to_use_instead():
    options = [option("old", deprecated={"use": "--new", "since": "0.2.0"}), option("new")]
    properties = {one["name"]: {"type": "string", "description": "A."} for one in options}
    tool = only(options=options, properties=properties, deprecated={"use": "tasks wait", "since": "0.2.0"})
    assert tool["description"] == "Do it. Deprecated; use tasks wait."
    assert tool["input_schema"]["properties"]["old"]["description"] == "A. Deprecated; use new."


def test_a_long_paragraph_gives_way_to_the_rules():
    rule = {"kind": "excludes", "arguments": ["a"], "sentence": "--a cannot be combined with --b."}
    properties = {"a": {"type": "string", "description": "A."}}
    for text in ("One sentence. " * 200, "No end " * 400):
        tool = only(description=text.strip(), relations=[rule], options=[option("a")], properties=properties)
        assert len(tool["description"]) <= LONGEST
        assert tool["description"].endswith("a cannot be combined with --b.")


def test_nothing_is_too_long_for_an_api():
    rules = [{"kind": "excludes", "arguments": ["a"], "sentence": f"--a cannot be combined with --{'b' * 100}."}] * 50
    properties = {"a": {"type": "string", "description": "A " * 2000}}
    tool = only(summary="Long " * 500, relations=rules, options=[option("a")], properties=properties)
    assert len(tool["description"]) <= LONGEST
    assert len(tool["input_schema"]["properties"]["a"]["description"]) <= LONGEST


def test_what_costs_changes_or_destroys_says_so():
    yes = {"options": [option("yes", does="yes")], "properties": {"yes": {"type": "boolean", "description": "A."}}}
    assert only(cost="paid", effect="write")["description"] == "Do it. Costs money. Not read-only."
    assert only(effect="destroy", **yes)["description"] == "Do it. Destructive: confirm with yes."
    hints = {"readOnlyHint": False, "destructiveHint": True, "openWorldHint": False}
    assert only("mcp", effect="destroy")["annotations"] == hints


@pytest.mark.parametrize("form", FORMS)
def test_one_odd_command_leaves_the_others_as_they_are(form):
    sound = [entry("one"), entry("two")]
    odd = [entry(words) for words in COLLIDING]
    assert [one for one in tools([*sound, *odd], form) if one in tools(sound, form)] == tools(sound, form)
