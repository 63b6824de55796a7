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
    assert found.err.startswith("cometapi: There is nothing to send: give --prompt, --input or --input-file.\n")


API = {
    "GET /v1/models": ("GET /v1/models", {}, KEY, None),
    "GET /api/user/self": ("GET /api/user/self", {}, TOKEN, None),
    "GET /api/usage/token": ("GET /api/usage/token", {}, KEY, None),
    "GET /api/models": ("GET /api/models", {}, {}, None),
    "GET /api/log/self -f type=2 -f p=3": ("GET /api/log/self", {"type": "2", "p": "3"}, TOKEN, None),
    "GET /api/log/self?type=2 --field 'model=x&y'": ("GET /api/log/self", {"type": "2", "model": "x&y"}, TOKEN, None),
    "GET /x -f a=true -f b.c=1": ("GET /x", {"a": "true", "b": '{"c": 1}'}, KEY, None),
    "POST /v1/embeddings -f model=e -f input=Hello": (
        "POST /v1/embeddings",
        {},
        KEY,
        {"model": "e", "input": "Hello"},
    ),
    "post /v1/x -f a.b=1 -f a.c=[2]": ("POST /v1/x", {}, KEY, {"a": {"b": 1, "c": [2]}}),
    "POST /v1/x": ("POST /v1/x", {}, KEY, None),
    "PUT /api/token/ -f id=3": ("PUT /api/token/", {}, TOKEN, {"id": 3}),
    "POST /v1/messages -f max_tokens=5": (
        "POST /v1/messages",
        {},
        {"x-api-key": "sk-test-key-0001", "anthropic-version": "2023-06-01"},
        {"max_tokens": 5},
    ),
    "POST /v1beta/models/m:generateContent -f a=1": (
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


def test_fields_of_api_are_laid_over_its_input(sent, body):
    value = {"a": {"b": 1, "c": 2}, "d": 3}
    words = ("api", "POST", "/v1/x", "-f", "a.b=9", "-f", "e=f")
    whole = {"a": {"b": 9, "c": 2}, "d": 3, "e": "f"}

    assert sent(*words, "--input", body(value)).body == whole
    assert sent(*words, "--input", "-", stdin=json.dumps(value)).body == whole


def test_paginate_asks_for_the_first_page(sent):
    found = sent("api", "GET", "/api/log/self", "--paginate", "-f", "type=2")

    assert found.query == {"type": "2", "p": "1", "page_size": "100"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["DELETE", "/api/token/7"], "Send DELETE /api/token/7? Confirm with --yes: nobody can be asked here."),
        (["GET", "v1/models"], "PATH must begin with /, not 'v1/models'."),
        (["FETCH", "/x"], "METHOD must be one of GET, POST, PUT, PATCH, DELETE, not 'FETCH'."),
        (["GET", "/x", "-f", "a"], "--field must be KEY=VALUE such as metadata.user=1, not 'a'."),
        (["POST", "/x", "--paginate"], "--paginate goes only with GET."),
    ],
)
def test_api_sends_nothing_that_it_does_not_understand(sent, words, sentence):
    found = sent("api", *words)

    assert (found.code, found.requests) == (2, [])
    assert found.err.splitlines()[0] == f"cometapi: {sentence}"
