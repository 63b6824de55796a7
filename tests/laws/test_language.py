"""The manifest's language: known to the rooms that read it, explained to the people who write it, and all of it used."""

import ast
import re
from importlib import import_module

import jsonschema
import pytest
import referencing
import yaml
from language import SCHEMAS, WORDS, manifests, used
from manifest import COMMANDS, MODEL, ROOT, SOURCES
from trees import nodes_of

from codegen.topics import topic_tables
from cometapi import errors
from cometapi.cli import types
from cometapi.context import TAKEN
from cometapi.generated import index
from cometapi.http.client import NETWORK
from cometapi.manifest import program_rules, schema_errors, value_types
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.standard import FILE
from cometapi.operation import SHARED
from cometapi.output import formats
from cometapi.output.kinds import KINDS
from cometapi.redact import WAYS

TYPES = SOURCES.schemas["command"]["$defs"]["type"]["enum"]


OWN_FLAGS = {"-h", "--help", "-V", "--version"}
OTHERS = {
    "batch/cluster/client.py",
    "commands/mcp.py",
    "http/body.py",
    "http/preview.py",
    "settings/secrets.py",
    "terminal/pictures.py",
}  # which write command lines of curl and pipx


def test_no_option_is_named_in_python():
    names = {flag for command in COMMANDS for one in command.arguments for flag in one.flags if flag[:2] == "--"}
    found = []
    for path in sorted((ROOT / "cometapi").rglob("*.py")):
        place = path.relative_to(ROOT / "cometapi").as_posix()
        if place.startswith("generated/") or place in OTHERS:
            continue
        for node in nodes_of(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", node.value)) & (names - OWN_FLAGS)
                found += [f"{place}:{node.lineno}: {word}" for word in words if not is_docstring(path, node)]
    assert found == []


def test_every_name_in_an_advice_is_there():
    names = {*index.FLAGS, *(value for _, value in index.SHORT_FOR.values()), "program"}
    given = {"name", "option", "file", "hex"}  # values that the advice itself gives
    unknown = []
    for path in sorted((ROOT / "cometapi").rglob("*.py")):
        for call in nodes_of(path):
            is_advice = isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("advice", "also", "flag")
            text = call.args[0] if is_advice and call.args else None
            if isinstance(text, ast.Constant):
                words = set(named(text.value)) if call.func.id == "flag" else set(named(text.value)[1:])
                unknown += [f"{path.name}:{call.lineno}: {name}" for name in words - names - given]
    assert unknown == []


def is_docstring(path, node):
    """Whether a string explains the module, the class or the function that it opens."""
    holders = [one for one in nodes_of(path) if isinstance(one, ast.Module | ast.ClassDef | ast.FunctionDef)]
    return any(ast.get_docstring(one) and one.body[0].lineno == node.lineno for one in holders)


BY_SIGNAL = {"interrupted", "hangup", "terminated"}


def test_every_failure_has_an_exit_and_every_exit_a_failure():
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.CometError)]
    assert {one.exit for one in classes} == set(MODEL.program["exits"]) - {"ok", *BY_SIGNAL}


def test_every_kind_of_format_has_its_two_faces():
    kinds = SOURCES.schemas["program"]["properties"]["formats"]["additionalProperties"]["properties"]["kind"]["enum"]
    assert set(kinds) == set(KINDS)


def test_every_numeric_kind_is_a_kind():
    assert set(KINDS) >= formats.NUMERIC


def test_every_type_has_a_reader_and_every_reader_a_type():
    assert set(types.READERS) == set(TYPES)


def rows(table):
    """The rows of the tables that the press makes for the topic that has this one."""
    topic = next(one for one in MODEL.topics if one.table == table)
    return [row for _, _, found in topic_tables(MODEL, topic) for row in found]


def test_every_derived_table_of_a_topic_has_rows():
    tables = SOURCES.schemas["topic"]["properties"]["table"]["enum"]
    assert [name for name in tables if not rows(name)] == []


def test_every_output_format_has_a_writer_and_every_writer_a_format():
    names = {path.stem for path in (ROOT / "cometapi" / "output").glob("as_*.py")}
    writers = {name for name in names if hasattr(import_module(f"cometapi.output.{name}"), "write_rows")}
    assert {f"as_{name}" for name in FORMATS} == writers


def test_every_output_format_is_offered_and_explained():
    setting = MODEL.program["settings"]["output_format"]["choices"]
    option = MODEL.sets["output"]["arguments"]["format"]["choices"]
    assert setting == option == [row[0] for row in rows("formats")]


def test_every_meaning_of_a_short_letter_is_an_option_of_some_command():
    options = [one for command in MODEL.commands for one in command.options]
    used = {(flag, one.flag) for one in options for flag in one.flags}
    told = SOURCES.program.data["short_letters"]
    assert [(letter, flag) for letter, flags in told.items() for flag in flags if (letter, flag) not in used] == []


def patterns_of(schema):
    """Every pattern of a schema."""
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = {schema["pattern"]} if isinstance(schema, dict) and isinstance(schema.get("pattern"), str) else set()
    return own.union(*map(patterns_of, parts))


def test_every_pattern_of_the_schemas_is_told_in_words():
    patterns = set().union(*map(patterns_of, SOURCES.schemas.values()))
    assert [
        one for one in patterns if schema_errors.PATTERNS.get(one, schema_errors.target(one)).startswith("must match")
    ] == []


def test_every_word_is_described_and_shown():
    assert [word for word, schema in WORDS.items() if not schema.get("description", "").endswith(".")] == []
    assert [word for word, schema in WORDS.items() if not schema.get("examples")] == []


REGISTRY = referencing.Registry().with_resources(
    (f"{kind}.schema.json", referencing.Resource.from_contents(one)) for kind, one in SCHEMAS.items()
)


@pytest.mark.parametrize("word", WORDS, ids=".".join)
def test_every_example_of_a_word_is_as_the_word_wants_it(word):
    pointer = "/".join(key.replace("/", "~1") for key in word[1:])
    validator = jsonschema.Draft202012Validator({"$ref": f"{word[0]}.schema.json#/{pointer}"}, registry=REGISTRY)
    faults = [error.message for example in WORDS[word]["examples"] for error in validator.iter_errors(example)]
    assert faults == []


def test_every_word_is_used():
    """Each word is one more thing that every reader of the manifest has to know."""
    in_use = set().union(*(used(kind, data) for kind, data in manifests()))
    assert sorted(".".join(word) for word in WORDS.keys() - in_use) == []


def asked_settings():
    """Every setting that the program asks for by its name outside of its commands, which a manifest may lack."""
    found = set()
    for path in (ROOT / "cometapi").rglob("*.py"):
        holders = {"settings", "self"} if path.name == "values.py" else {"settings"}
        for node in nodes_of(path) if "commands" not in path.parts else ():
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) in ("get", "need", "is_on"):
                holder = node.func.value
                if {getattr(holder, "id", None), getattr(holder, "attr", None)} & holders:
                    found |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    return found


def test_every_setting_that_the_program_asks_for_is_one_that_every_program_has():
    standard = yaml.safe_load(FILE.read_text("utf-8"))
    assert asked_settings() | set(NETWORK) == set(standard["settings"])
    assert set(standard["exits"]) == set(MODEL.program["exits"])
    assert list(program_rules.NETWORK) == list(NETWORK)


def test_every_type_is_explained():
    assert set(value_types.TYPES) == set(TYPES)
    assert value_types.SINGLE | value_types.OPEN | value_types.PARTS.keys() == set(TYPES) - {"failure", "upload"}


def test_the_reference_has_every_word():
    page = (ROOT / "docs" / "manifest.md").read_text("utf-8")
    assert [word for word, schema in WORDS.items() if schema["description"] not in page] == []


def asked_behaviours():
    """Every behaviour that the program asks for by its word, and the tuples of them that it keeps."""
    found = {*NETWORK, *SHARED, *TAKEN, *WAYS}
    for path in (ROOT / "cometapi").rglob("*.py"):
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) in ASKING:
                found |= {one.value for one in node.args if isinstance(one, ast.Constant)}
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) in NAMING:
                found |= {name for one in node.args if isinstance(one, ast.Constant) for name in named(one.value)}
    return found


def named(text):
    """The behaviours that a text names: in braces, or all of it."""
    return [text, *re.findall(r"\{(\w+)\}", text)]


ASKING = ("option", "given_option", "argument", "wanted")
NAMING = ("flag", "advice", "also")


def test_every_behaviour_is_asked_for_by_the_program_and_offered_by_a_command():
    known = set(SOURCES.schemas["command"]["$defs"]["behaviour"]["enum"])
    offered = {one.does for command in COMMANDS for one in command.arguments} - {None}
    assert offered == known
    assert known - asked_behaviours() == set()
