"""Bytes that are no text, and halves of characters, are never altered in silence: the argument that holds them is named."""

import json

import pytest

BYTES = "\udcff"  # the byte FF of the command line, as Python hands it over
BAD_BYTES = "holds bytes that are no text in UTF-8"
HALF = "holds half a character (\\ud800), which nothing stands for"
CALLS = {
    ("chat", f"a{BYTES}b"): f"MESSAGE {BAD_BYTES}",
    ("chat", "hi", "--system", BYTES): f"--system {BAD_BYTES}",
    ("chat", "hi", "-m", f"m{BYTES}"): f"--model {BAD_BYTES}",
    ("chat", "hi", "--set", f"x=a{BYTES}"): f"--set {BAD_BYTES}",
    ("chat", "hi", "--set", f"{BYTES}=1"): f"--set {BAD_BYTES}",
    ("chat", "hi", "--set", 'x="\\ud800"'): f"--set {HALF}",
    ("chat", "hi", "--stop", "a", "--stop", BYTES): f"--stop {BAD_BYTES}",
    ("chat", "--body", "half.json"): f"--body {HALF}",
    ("chat", "--messages", "turns.json"): f"--messages {HALF}",
    ("responses", "hi", "--file", f"n{BYTES}.pdf"): f"--file {BAD_BYTES}",
    ("gemini", "hi", "-m", f"m{BYTES}"): f"--model {BAD_BYTES}",
    ("messages", "hi", "--user", BYTES): f"--user {BAD_BYTES}",
    ("logs", "--token-name", BYTES): f"--token-name {BAD_BYTES}",
    ("tokens", "create", BYTES): f"NAME {BAD_BYTES}",
    ("model", "info", BYTES, "--dry-run"): f"MODEL_ID {BAD_BYTES}",
    ("api", "POST", "/v1/x", "--set", f"a={BYTES}"): f"--set {BAD_BYTES}",
    ("api", "POST", "/v1/x", "--body", "half.json"): f"--body {HALF}",
    ("config", "set", "default_model", BYTES): f"The value of default_model {BAD_BYTES}",
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with files: half a character in a body and in a list of messages, and a name that is no text."""
    monkeypatch.chdir(tmp_path)
    turn = {"role": "user", "content": "a\ud800b"}
    (tmp_path / "half.json").write_text(json.dumps({"messages": [turn]}))
    (tmp_path / "turns.json").write_text(json.dumps([turn]))
    (tmp_path / f"n{BYTES}.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / f"n{BYTES}.txt").write_text("abc")


@pytest.mark.parametrize("words", CALLS, ids=ascii)
def test_the_argument_is_named_and_nothing_is_sent(cli, raw, here, words):
    ran = cli(*words, env={"COMETAPI_ACCESS_TOKEN": "token-0002"})

    assert (ran.code, ran.out, raw.talks) == (2, "", [])
    assert ran.err.splitlines()[0] == f"cometapi: {CALLS[words]}."


def test_the_name_above_a_text_is_escaped(sent, here):
    content = sent("chat", "hi", "--file", f"n{BYTES}.txt").body["messages"][0]["content"]

    assert content == "File: n\\udcff.txt\n```\nabc\n```\n\nhi"


def test_a_path_of_api_is_sent_byte_for_byte(cli, raw):
    raw(lambda talk: talk.whole({}))
    cli("api", "GET", f"/v1/{BYTES}")

    assert raw.talks[0].path == "/v1/%FF"
