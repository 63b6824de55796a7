"""``--schema``: the answer is checked here too, in every protocol that has it and in every format."""

import json

import pytest
from protocol_servers import PROTOCOLS, said, streamed

SCHEMA = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "integer"}}}}}
NO_JSON = "The answer is no JSON, though a schema was sent."
MISFIT = "The answer does not fit the schema at $.a.b: 'x' is not of type 'integer'."
EACH = pytest.mark.parametrize("speech", PROTOCOLS[:3], ids=lambda one: one.command)
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
