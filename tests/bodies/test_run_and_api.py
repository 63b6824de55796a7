"""``cometapi run`` and ``cometapi api``: the exact requests."""

import json
import shlex

import pytest

KEY = {"Authorization": "Bearer sk-test-key-0001"}
TOKEN = {"Authorization": "Bearer token-0002"}
USER = {"role": "user", "content": "hi"}
CHAT = {"model": "m", "messages": [USER], "stream": False}
FILE = {"metadata": {"a": 1, "b": {"c": 2}}, "temperature": 1}


@pytest.fixture
def body(tmp_path):
    """The path of a file that holds a JSON value."""

    def write(value):
        path = tmp_path / "body.json"
        path.write_text(json.dumps(value), "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("endpoint", "target", "whole"),
    [
        ("chat", "POST /v1/chat/completions", CHAT),
        ("responses", "POST /v1/responses", {"model": "m", "input": [USER], "stream": False}),
        ("anthropic", "POST /v1/messages", {**CHAT, "max_tokens": 4096}),
        ("gemini", "POST /v1beta/models/m:generateContent", {"contents": [{"parts": [{"text": "hi"}]}]}),
    ],
)
def test_run_speaks_every_protocol(sent, endpoint, target, whole):
    found = sent("run", "m", "-e", endpoint, "-p", "hi", "--no-stream")

    assert (found.err, found.target, found.body) == ("", target, whole)


def test_a_field_of_run_leaves_the_rest_of_the_file_alone(sent, body):
    path = body(FILE)
    words = ("run", "m", "--no-stream", "-i", "metadata.b.d=3", "-i", "metadata.e=x", "-i", "temperature=0")
    whole = {**CHAT, "metadata": {"a": 1, "b": {"c": 2, "d": 3}, "e": "x"}, "temperature": 0}

    assert sent(*words, "-p", "hi", "--input-file", path).body == whole
    assert sent(*words, "-p", "hi", "--input-file", "-", stdin=json.dumps(FILE)).body == whole
    del whole["messages"]
    assert sent(*words, "--input-file", path).body == whole


@pytest.mark.parametrize("endpoint", ["chat", "responses", "anthropic", "gemini"])
def test_the_model_of_run_wins_and_stands_where_the_protocol_wants_it(sent, body, endpoint):
    found = sent("run", "m", "-e", endpoint, "-p", "hi", "--input-file", body({"model": "other"}))

    if endpoint == "gemini":
        assert (found.target, "model" in found.body) == ("POST /v1beta/models/m:streamGenerateContent", False)
    else:
        assert found.body["model"] == "m"


def test_run_streams_like_the_command_that_it_stands_for(sent):
    found = sent("run", "m", "-e", "gemini", "-p", "hi")

    assert (found.target, found.query) == ("POST /v1beta/models/m:streamGenerateContent", {"alt": "sse"})
    assert sent("run", "m", "-p", "hi", "--usage").body["stream_options"] == {"include_usage": True}


def test_run_without_anything_to_send_is_a_usage_error(sent):
    found = sent("run", "m")

    assert (found.code, found.requests) == (2, [])
    assert found.err.startswith("cometapi: Nothing to send: give --prompt, --set or --body.\n")


@pytest.mark.parametrize(
    ("words", "old"),
    [
        (("run", "m", "--no-stream", "--body", "FILE", "--set", "a.b=1"), ["--input-file", "--input"]),
        (("run", "m", "--no-stream", "--body", "FILE", "--set", "a.b=1"), ["--input-file", "-i"]),
        (("api", "POST", "/v1/x", "--body", "FILE", "--set", "a.b=1"), ["--input", "--field"]),
        (("api", "POST", "/v1/x", "--set", "a.b=1", "--set", "c=2"), ["", "--field"]),
    ],
)
def test_other_clients_spellings_of_a_body_and_its_fields_are_taken_too(sent, body, words, old):
    names = dict(zip(["--body", "--set"], old, strict=True))
    path = str(body(FILE))
    new = [path if word == "FILE" else word for word in words]
    found, expected = sent(*[names.get(word, word) for word in new]), sent(*new)

    assert (found.err, found.target, found.body) == ("", expected.target, expected.body)
    assert found.body["a"]["b"] == 1


def test_the_last_spelling_of_a_body_wins_and_fields_keep_their_order(sent, body):
    words = ("run", "m", "--no-stream", "-p", "hi", "--input-file", body({"a": 1}), "--body", "-")

    assert sent(*words, stdin='{"b": 2}').body == {**CHAT, "b": 2}
    assert sent("run", "m", "--no-stream", "-p", "hi", "--set", "a=1", "-i", "a=2", "--set", "b=3").body == {
        **CHAT,
        "a": 2,
        "b": 3,
    }


API = {
    "/v1/models": ("GET /v1/models", {}, KEY, None),
    "/api/log/self --paginate --set type=2": (
        "GET /api/log/self",
        {"type": "2", "p": "1", "page_size": "100"},
        TOKEN,
        None,
    ),
    "/v1/x --set model=x": ("POST /v1/x", {}, KEY, {"model": "x"}),
    "--set model=x /v1/x": ("POST /v1/x", {}, KEY, {"model": "x"}),
    "GET /v1/x --set model=x": ("GET /v1/x", {"model": "x"}, KEY, None),
    "GET /v1/models": ("GET /v1/models", {}, KEY, None),
    "GET /api/user/self": ("GET /api/user/self", {}, TOKEN, None),
    "GET /api/usage/token": ("GET /api/usage/token", {}, KEY, None),
    "GET /api/models": ("GET /api/models", {}, {}, None),
    "GET /api/log/self --set type=2 --set p=3": ("GET /api/log/self", {"type": "2", "p": "3"}, TOKEN, None),
    "GET /api/log/self?type=2 --field 'model=x&y'": ("GET /api/log/self", {"type": "2", "model": "x&y"}, TOKEN, None),
    "GET /x --set a=true --set b.c=1": ("GET /x", {"a": "true", "b": '{"c": 1}'}, KEY, None),
    "POST /v1/embeddings --set model=e --set input=Hello": (
        "POST /v1/embeddings",
        {},
        KEY,
        {"model": "e", "input": "Hello"},
    ),
    "post /v1/x --set a.b=1 --set a.c=[2]": ("POST /v1/x", {}, KEY, {"a": {"b": 1, "c": [2]}}),
    "POST /v1/x": ("POST /v1/x", {}, KEY, None),
    "PUT /api/token/ --set id=3": ("PUT /api/token/", {}, TOKEN, {"id": 3}),
    "POST /v1/messages --set max_tokens=5": (
        "POST /v1/messages",
        {},
        {"x-api-key": "sk-test-key-0001", "anthropic-version": "2023-06-01"},
        {"max_tokens": 5},
    ),
    "POST /v1beta/models/m:generateContent --set a=1": (
        "POST /v1beta/models/m:generateContent",
        {},
        {"x-goog-api-key": "sk-test-key-0001"},
        {"a": 1},
    ),
    "DELETE /api/token/7 --yes": ("DELETE /api/token/7", {}, TOKEN, None),
    "POST /v1/x --header 'Authorization=Bearer other'": (
        "POST /v1/x",
        {},
        {"Authorization": "Bearer other"},
        None,
    ),
}


@pytest.mark.parametrize(("line", "request_"), API.items(), ids=list(API))
def test_api_sends_what_is_typed(sent, line, request_):
    found = sent("api", *shlex.split(line))
    own = {name: found.headers[name] for name in found.headers if name not in ("Accept", "User-Agent", "Content-Type")}

    assert (found.target, found.query, own, found.body) == request_


NOTE = "cometapi: -f is short for --format; KEY=VALUE after it is read as --set KEY=VALUE.\n"


@pytest.mark.parametrize("words", [["-f", "model=e", "-f", "input=Hello"], ["-fmodel=e", "-f=input=Hello"]])
def test_a_field_behind_the_letter_of_the_format_is_taken_as_one_with_a_note(sent, words):
    found = sent("api", "/v1/embeddings", *words, "-f", "markdown")

    assert (found.err, found.target, found.body) == (NOTE, "POST /v1/embeddings", {"model": "e", "input": "Hello"})
    assert sent("api", "/v1/embeddings", *words, "--quiet").err == ""


def test_a_command_without_such_fields_takes_the_letter_for_the_format_alone(sent):
    found = sent("chat", "hi", "-f", "model=x")

    assert (found.code, found.requests) == (2, [])


def test_fields_of_api_are_laid_over_its_input(sent, body):
    value = {"a": {"b": 1, "c": 2}, "d": 3}
    words = ("api", "POST", "/v1/x", "--set", "a.b=9", "--set", "e=f")
    whole = {"a": {"b": 9, "c": 2}, "d": 3, "e": "f"}

    assert sent(*words, "--body", body(value)).body == whole
    assert sent(*words, "--body", "-", stdin=json.dumps(value)).body == whole


def test_paginate_asks_for_the_first_page(sent):
    found = sent("api", "GET", "/api/log/self", "--paginate", "--set", "type=2")

    assert found.query == {"type": "2", "p": "1", "page_size": "100"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["DELETE", "/api/token/7"], "Send DELETE /api/token/7? Confirm with --yes: nobody can be asked here."),
        (["GET", "v1/models"], "PATH must begin with /, not 'v1/models'."),
        (["FETCH", "/x"], "METHOD must be one of GET, POST, PUT, PATCH, DELETE, not 'FETCH'."),
        (["GET", "/x", "--set", "a"], "--set must be KEY=VALUE such as metadata.user=1, not 'a'."),
        (["POST", "/x", "--paginate"], "--paginate works only with GET."),
        (["GET"], "PATH must begin with /, not 'GET'."),
        (["/x", "--format", "a=1"], "--format must be one of table, json, jsonl, yaml, csv, markdown, not 'a=1'."),
        (["/x", "-f", "text"], "--format must be one of table, json, jsonl, yaml, csv, markdown, not 'text'."),
    ],
)
def test_api_sends_nothing_that_it_does_not_understand(sent, words, sentence):
    found = sent("api", *words)

    assert (found.code, found.requests) == (2, [])
    assert found.err.splitlines()[0] == f"cometapi: {sentence}"
