"""What holds for the surface of the program, and for every command as a tool: by count, against the published schema."""

import json
import re
import shlex
from functools import cache

import jsonschema
import pytest
from manifest import COMMANDS, MODEL, ROOT, by_words

from cometapi.cli.examples import call_words, reader
from cometapi.cli.words import values, walk
from cometapi.manifest.arguments import Flags, whole
from cometapi.manifest.tools import FORMS, LONGEST, tools

SHARE = ROOT / "cometapi" / "share"
DOCUMENT = json.loads((SHARE / "surface.json").read_text("utf-8"))
SCHEMA = json.loads((SHARE / "surface.schema.json").read_text("utf-8"))
ENTRIES = {one["command"]: one for one in DOCUMENT["commands"]}
every_command = pytest.mark.parametrize("command", COMMANDS, ids=by_words)


def test_the_document_is_as_its_published_schema_says():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(DOCUMENT)] == []


def objects(schema):
    """Every part of a schema that describes an object or a word of the document, with where it stands."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for one in schema.values():
            yield from objects(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from objects(one)


def test_the_published_schema_describes_every_word_and_lets_no_other_in():
    for one in objects(SCHEMA):
        assert (
            one.get("additionalProperties", one.get("unevaluatedProperties")) is False
            or one is SCHEMA["$defs"]["value"]
        )
        assert [name for name, facts in one["properties"].items() if "description" not in facts] == []


def test_what_is_wrong_in_a_document_is_an_error():
    entry = {**ENTRIES["chat"], "nosuch": 1}
    wrong = {**DOCUMENT, "commands": [entry]}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(wrong)


def test_it_has_every_command_topic_group_setting_exit_and_credential():
    program = MODEL.program
    assert list(ENTRIES) == [one.words for one in COMMANDS]
    assert list(DOCUMENT["topics"]) == [one.name for one in MODEL.topics]
    assert DOCUMENT["groups"].keys() == MODEL.groups.keys()
    assert DOCUMENT["settings"].keys() == program["settings"].keys()
    assert {one["name"]: one["code"] for one in DOCUMENT["exits"]} == {
        name: facts["code"] for name, facts in program["exits"].items()
    }
    assert DOCUMENT["credentials"].keys() == program["credentials"].keys()


@every_command
def test_it_has_every_option_twice_once_for_values_and_once_for_the_command_line(command):
    entry = ENTRIES[command.words]
    names = sorted(one.dest for one in command.arguments if not one.hidden)
    assert sorted(entry["arguments"]["properties"]) == names
    assert sorted(one["name"] for one in entry["options"]) == names
    flags = {flag for one in command.options for flag in one.shown}
    assert {flag for one in entry["options"] for flag in one.get("flags", [])} == flags


@every_command
def test_the_names_that_an_entry_uses_are_there(command):
    entry = ENTRIES[command.words]
    names = entry["arguments"]["properties"].keys()
    assert set(entry["arguments"]["required"]) <= names
    assert [one for one in entry["relations"] if not set(one["arguments"]) <= names] == []
    for route in entry["routes"]:
        used = {*route.get("when", {}).get("values", {}), *filter(None, [route.get("when", {}).get("given")])}
        assert used <= names
        assert route.get("credential", "api_key") in DOCUMENT["credentials"]
    assert set(entry["exits"]) <= {one["code"] for one in DOCUMENT["exits"]}


@every_command
def test_every_relation_that_is_checked_has_a_sentence(command):
    told = {(one["kind"], name) for one in ENTRIES[command.words]["relations"] for name in one["arguments"]}
    for one in command.arguments:
        if one.hidden:
            continue
        for kind in ("less_than", "at_most", "pixels_of", "once", "needs"):
            assert kind not in one.data or (kind, one.dest) in told
        assert not one.required or ("required", one.dest) in told
        shown = {other.dest for other in command.arguments if not other.hidden}
        assert not set(one.excludes) & shown or ("excludes", one.dest) in told


def value(entry, name, word):
    """A word of a command line as the value that the schema speaks of."""
    option = next(one for one in entry["options"] if one["name"] == name)
    if option["type"] == "words":
        return word.split(",")
    if option["type"] in ("integer", "number") and word not in option.get("keywords", ()):
        return json.loads(word)
    return json.loads(word) if option["type"] in ("json", "token_bias") else word


def given(command, entry, run):
    """The arguments of an example's call, as an object."""
    data = {one.dest: one.data for one in command.arguments}
    words = call_words(run, MODEL.name)
    name = command.words.split()
    at = next(number for number in range(len(words)) if words[number : number + len(name)] == name)
    options, positionals = walk([*words[:at], *words[at + len(name) :]], Flags(data))
    found = {}
    by_flag = {flag: one for one in command.arguments for flag in one.spellings}
    words = iter(options)
    for option in words:
        flag, sign, word = option.partition("=") if option.startswith("--") else (option[:2], option[2:], option[2:])
        one = by_flag[flag]
        if one.takes_value and not sign:
            word = next(words)
        if one.hidden:
            continue
        meant = value(entry, one.dest, word) if sign or one.takes_value else flag != one.negative
        found[one.dest] = [*found.get(one.dest, []), meant] if one.repeat and one.type != "words" else meant
    rest = list(command.positionals)
    if len(positionals) < len(rest) and rest[0].optional and not rest[-1].optional:
        rest = rest[1:]  # api PATH
    for one in rest:
        if one.repeat and positionals:
            found[one.dest], positionals = positionals, []
        elif positionals:
            found[one.dest] = value(entry, one.dest, positionals.pop(0))
    return found


@every_command
def test_the_arguments_of_every_example_fit_the_schema(command):
    entry = ENTRIES[command.words]
    validator = jsonschema.Draft202012Validator(entry["arguments"])
    jsonschema.Draft202012Validator.check_schema(entry["arguments"])
    calls = {example["run"]: given(command, entry, example["run"]) for example in command.examples}
    assert {run: found.message for run, call in calls.items() for found in validator.iter_errors(call)} == {}


@every_command
def test_a_command_that_sends_nothing_cannot_end_as_if_it_had(command):
    entry = ENTRIES[command.words]
    sends = bool(entry["routes"]) or any(one.get("does") == "timeout" for one in entry["options"])
    assert (69 in entry["exits"]) == sends
    assert (75 in entry["exits"]) == (entry["cost"] == "paid")
    assert not {64, 77} & set(entry["exits"]) or sends


@every_command
def test_the_type_of_every_column_is_known(command):
    columns = [
        one
        for route in [*ENTRIES[command.words]["routes"], ENTRIES[command.words]["output"]]
        for one in route.get("columns", [])
    ]
    said = {"value"} if command.words.startswith("config ") else set()  # settings are of several types
    assert {one["name"] for one in columns if one["type"] == "any"} <= said


# --- tools

COMMON = {"type", "properties", "required"}
INSIDE = {"type", "enum", "items", "minimum", "maximum", "description"}
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]{0,63}")


@cache
def all_tools(form):
    """Every command as a tool of this form, by the command."""
    return dict(zip(ENTRIES, tools(list(ENTRIES.values()), form), strict=True))


def plain(tool):
    """Name, description and schema of a tool in any form."""
    facts = tool.get("function", tool)
    return (
        facts["name"],
        facts["description"],
        next(facts[key] for key in ("parameters", "input_schema", "inputSchema") if key in facts),
    )


def foreign(schema):
    """What a part of a tool's schema says that not every API takes."""
    yield from schema.keys() - INSIDE
    if schema["type"] == "array":
        yield from foreign({"description": "", **schema["items"]})
    elif schema["type"] not in ("string", "integer", "number", "boolean"):
        yield schema["type"]


@every_command
def test_every_command_is_a_tool_that_every_api_takes(command):
    for form in FORMS:
        check(all_tools(form)[command.words])


def check(tool):
    """Hold a tool against what every API takes."""
    name, description, schema = plain(tool)
    assert NAME.fullmatch(name)
    assert 0 < len(description) <= LONGEST
    assert (schema["type"], schema.keys()) == ("object", COMMON)
    assert [word for one in schema["properties"].values() for word in foreign(one)] == []
    assert [one for one in schema["properties"] if not NAME.fullmatch(one)] == []
    assert set(schema["required"]) <= schema["properties"].keys()
    assert schema["properties"]  # Gemini refuses an empty object
    assert [one for one in schema["properties"].values() if not one["description"]] == []


@pytest.mark.parametrize("form", FORMS)
def test_no_two_tools_have_one_name(form):
    names = [plain(one)[0].lower() for one in all_tools(form).values()]
    assert len(names) == len(set(names)) == len(COMMANDS)


@every_command
def test_a_tool_says_what_a_call_costs_and_breaks_and_which_rules_it_has(command):
    entry = ENTRIES[command.words]
    _, description, schema = plain(all_tools("openai")[command.words])
    assert ("Costs money." in description) == (entry["cost"] == "paid")
    assert ("Destructive" in description) == (entry["effect"] == "destroy")
    for one in entry["relations"]:
        if (
            one["kind"] in ("excludes", "needs", "less_than", "at_most")
            and set(one["arguments"]) <= schema["properties"].keys()
        ):
            assert all(name in description for name in one["arguments"])


def test_a_text_that_may_come_through_a_pipe_is_required_of_a_tool():
    _, description, schema = plain(all_tools("openai")["video create"])
    assert schema["required"] == ["prompt"]
    assert "pipe" not in description


# --- from the call of a tool to words


def words_of(entry, call):
    """The words that help says for the arguments of a call."""
    flags, rest = [], []
    for option in entry["options"]:
        meant = call.get(option["name"])
        if meant is None or meant is False:
            continue
        many = [",".join(meant)] if option["type"] == "words" else meant if isinstance(meant, list) else [meant]
        if "positional" in option:
            rest += map(text, many)
        else:
            flag = "--" + option["name"].replace("_", "-")
            flags += [flag if one is True else f"{flag}={text(one)}" for one in many]
    return [*flags, *(["--", *rest] if rest else [])]


def text(value):
    """A value as a word."""
    return value if isinstance(value, str) else json.dumps(value)


@every_command
def test_the_arguments_of_every_example_become_the_same_call_again(command):
    entry, read = ENTRIES[command.words], reader(MODEL.named_choices)
    data = whole(command.data, MODEL.sets)
    for example in command.examples:
        call = given(command, entry, example["run"])
        if any(one is False for one in call.values()):
            continue  # --no-stream, which a tool leaves out
        once = values(data, words_of(entry, call), environ={}, read=read)
        again = given(command, entry, " ".join(["cometapi", command.words, *map(shlex.quote, words_of(entry, call))]))
        assert (call, once.keys() >= call.keys() - {"json"}) == (again, True)
