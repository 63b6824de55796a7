"""``--schema``: the answer is checked here too, in every protocol and in every format."""

import json

import pytest
from protocol_servers import PROTOCOLS, said, streamed

SCHEMA = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "integer"}}}}}
NO_JSON = "The answer is not JSON, although a schema was sent."
MISFIT = "The answer does not match the schema at $.a.b: 'x' is not of type 'integer'."
EACH = pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
CASES = [('{"a": {"b": 1}}', "", 0), ('{"a": {"b": "x"}}', MISFIT, 1), ("Sure!", NO_JSON, 1), ("", NO_JSON, 1)]


@pytest.fixture
def schema(tmp_path):
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMA))
    return path


@EACH
@pytest.mark.parametrize(("text", "sentence", "code"), CASES)
@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_text_is_printed_and_checked(cli, raw, speech, schema, text, sentence, code, words):
    whole = speech.whole(text)
    raw(
        lambda talk: (
            talk.whole(whole) if "--no-stream" in words else talk.stream(*said(speech, text[:4], text[4:])).end()
        )
    )
    ran = cli(speech.command, "hi", "--schema", schema, *words)

    assert (ran.out, ran.code) == (f"{text}\n" if text else "", code)
    assert (f"cometapi: {sentence}\n" if sentence else "") in ran.err


@EACH
@pytest.mark.parametrize("words", [["--reasoning", "only"], ["--reasoning", "hide"]])
def test_whatever_is_printed_the_text_is_checked(cli, raw, speech, schema, words):
    raw(streamed(*speech.begin, speech.reasoning("hm"), *said(speech, "Sure!")[len(speech.begin) :]))
    ran = cli(speech.command, "hi", "--schema", schema, *words)

    assert (ran.code, ran.err) == (1, f"cometapi: {NO_JSON}\n")


@EACH
@pytest.mark.parametrize(("text", "sentence", "code"), CASES[:2])
@pytest.mark.parametrize("words", [["--json"], ["--json", "--stream"], ["-f", "csv"]])
def test_machines_get_the_reply_and_the_error(cli, raw, speech, schema, text, sentence, code, words):
    whole = speech.whole(text)
    raw(lambda talk: talk.stream(*said(speech, text)).end() if "--stream" in words else talk.whole(whole))
    ran = cli(speech.command, "hi", "--schema", schema, *words)

    assert (ran.code, bool(ran.out)) == (code, True)
    assert not sentence or json.loads(ran.err.splitlines()[-1])["error"]["message"] == sentence


@EACH
def test_calls_of_tools_are_not_checked(cli, raw, speech, schema):
    raw(streamed(*said(speech, calls=[("k1", "look", ["{}"])], reason="calls")))
    ran = cli(speech.command, "hi", "--schema", schema)

    assert (ran.out, ran.err, ran.code) == ("look({})  # k1\n", "", 0)


LOOP = "must come to an end"
NOWHERE = "must refer only to parts of itself"


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"$ref": "#"}, LOOP),
        ({"allOf": [{"$ref": "#"}]}, LOOP),
        ({"type": "object", "properties": {"a": {"anyOf": [{"$ref": "#/properties/a"}]}}}, LOOP),
        ({"$defs": {"a": {"not": {"$ref": "#/$defs/b"}}, "b": {"if": {"$ref": "#/$defs/a"}}}}, LOOP),
        ({"$recursiveRef": "#"}, LOOP),
        ({"$dynamicRef": "#nope"}, NOWHERE),
        ({"$dynamicRef": "http://127.0.0.1:9/x"}, NOWHERE),
        ({"$recursiveRef": "http://127.0.0.1:9/x"}, NOWHERE),
        ({"$schema": []}, "must be a JSON Schema"),
        ({"$schema": "https://json-schema.org/draft/9999/schema", "type": 7}, "must be a JSON Schema"),
        ({"$id": 7}, "must be a JSON Schema"),
    ],
    ids=json.dumps,
)
def test_a_schema_that_nothing_can_be_compared_with_is_refused_before_anything_is_sent(
    cli, raw, tmp_path, schema, reason
):
    (tmp_path / "s.json").write_text(json.dumps(schema))
    ran = cli("chat", "hi", "--schema", tmp_path / "s.json")

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.startswith("cometapi: --schema ")
    assert reason in ran.err


TREE = {"$defs": {"node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"}}}}, "$ref": "#/$defs/node"}


def test_a_schema_of_a_tree_is_one(cli, raw, tmp_path):
    (tmp_path / "s.json").write_text(json.dumps(TREE))
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole('{"next": {"next": {}}}')))

    assert cli("chat", "hi", "--schema", tmp_path / "s.json", "--no-stream").code == 0


@pytest.mark.parametrize(
    ("text", "sentence", "code"),
    [
        ('"aaa"', "", 0),
        ('"b"', "The answer does not match the schema at $: 'b' does not match '^(a+)+$'.", 1),
        (f'"{"a" * 40}b"', "The answer could not be checked against the schema: it takes more than 2 s.", 0),
    ],
)
def test_a_pattern_that_takes_for_ever_is_given_up(cli, raw, tmp_path, monkeypatch, text, sentence, code):
    from cometapi.answers import schema_check

    monkeypatch.setattr(schema_check, "SECONDS", 2)
    (tmp_path / "s.json").write_text(json.dumps({"type": "string", "pattern": "^(a+)+$"}))
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole(text)))
    ran = cli("chat", "hi", "--schema", tmp_path / "s.json", "--no-stream")

    assert (ran.out, ran.code) == (f"{text}\n", code)
    assert ran.err == (f"cometapi: {sentence}\n" if sentence else "")


def test_an_answer_that_is_nested_too_deeply_is_no_fault_of_the_program(cli, raw, tmp_path):
    (tmp_path / "s.json").write_text(json.dumps(TREE))
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole('{"next":' * 400 + "{}" + "}" * 400)))
    ran = cli("chat", "hi", "--schema", tmp_path / "s.json", "--no-stream")

    assert (ran.code, "could not be checked" in ran.err) == (0, True)


LETTERS = {"type": "string", "pattern": "^\\p{L}+$"}
UNREAD = "The answer could not be checked against the schema: the pattern"
DATA = {"type": "object", "properties": {"n": {"default": {"$ref": "#/nowhere"}, "enum": [{"$ref": "x"}, 1]}}}
JUDGED = [
    (LETTERS, '"é"', UNREAD, 0),
    (LETTERS, "7", "does not match", 1),
    ({"patternProperties": {"^\\p{L}": {"type": "string"}}, "additionalProperties": False}, '{"é": "x"}', UNREAD, 0),
    ({"properties": {"a": {"pattern": "("}}}, '{"a": "x"}', UNREAD, 0),
    ({"pattern": "[[a]"}, '"a"', "", 0),
    (DATA, '{"n": 1}', "", 0),
    ({"properties": {"default": {"type": "integer"}}}, '{"default": "x"}', "does not match", 1),
    ({"multipleOf": 0.01}, "19.99", "", 0),
    ({"multipleOf": 0.01}, "19.995", "does not match", 1),
    ({"multipleOf": 0.5}, "1" + "0" * 400, "", 0),
    ({"type": "OBJECT", "properties": {"a": {"type": "STRING", "nullable": True}}}, '{"a": null}', "", 0),
    ({"type": "OBJECT", "properties": {"a": {"type": "STRING"}}}, '{"a": null}', "does not match", 1),
    ({"type": "STRING", "enum": ["x"], "nullable": True}, "null", "", 0),
    ({"type": "object"}, '{"a": NaN}', "is not JSON", 1),
]


@pytest.mark.parametrize(("schema", "text", "told", "code"), JUDGED, ids=lambda one: json.dumps(one)[:60])
def test_what_cannot_be_judged_here_is_a_note_and_no_refusal(cli, raw, tmp_path, schema, text, told, code):
    (tmp_path / "s.json").write_text(json.dumps(schema))
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole(text)))
    ran = cli("chat", "hi", "--schema", tmp_path / "s.json", "--no-stream")

    assert (ran.code, len(raw.talks), told in ran.err) == (code, 1, True)
    assert told or not ran.err
