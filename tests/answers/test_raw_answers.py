"""``--raw`` leaves the reply untouched, and drops nothing else that was asked for."""

import json

import pytest
from conftest import PROJECT
from protocol_servers import Chat, Gemini, Responses, said, streamed

BOTH = pytest.mark.parametrize("stream", ["--stream", "--no-stream"])


def answered(raw, speech, stream, text):
    """A service that gives one answer and has no catalog, and the bytes of the answer."""
    events, whole = said(speech, text), json.dumps(speech.whole(text))
    answer = streamed(*events) if stream == "--stream" else lambda talk: talk.whole(whole)
    raw(answer, lambda talk: talk.whole({}, 404))
    return "".join(events) if stream == "--stream" else whole


@BOTH
@pytest.mark.parametrize("speech", [Chat(), Gemini(), Responses()], ids=lambda one: one.command)  # messages has none
@pytest.mark.parametrize(("text", "code"), [('{"city": "Paris"}', 0), ("[]", 1), ("Paris", 1)])
def test_a_schema_is_checked(cli, raw, speech, stream, text, code, tmp_path):
    path = tmp_path / "schema.json"
    path.write_text(json.dumps({"type": "object"}))
    body = answered(raw, speech, stream, text)
    ran = cli(speech.command, "hi", "--raw", stream, "--schema", path)

    assert (ran.code, ran.out) == (code, body)


@BOTH
def test_tokens_are_told(cli, raw, speech, stream):
    body = answered(raw, speech, stream, "Hello")
    ran = cli(speech.command, "hi", "--raw", stream, "--usage")

    assert (ran.code, ran.out, ran.err) == (0, body, "cometapi: Tokens: 9 input, 3 output.\n")


@BOTH
def test_media_are_saved(cli, tmp_path, stream):
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image", "--save", tmp_path, "--raw", stream)
    data = json.loads((PROJECT / "spec/replies/gemini-image.json").read_text())["candidates"][0]["content"]["parts"][1]

    assert (ran.code, [path.name for path in tmp_path.glob("answer*")]) == (0, ["answer-1.png"])
    assert data["inlineData"]["data"] in ran.out
