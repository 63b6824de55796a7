"""Which models are served, what their names mean, and what a gateway answers by itself: lists and counts."""

import json

import pytest
from gateways import ASK, CHAT

OPENAI = {
    "object": "list",
    "data": [
        {"id": "gpt-5.4", "object": "model"},
        {"id": "claude-x", "object": "model"},
        {"id": "org/y", "object": "model"},
    ],
}
GEMINI = {"models": [{"name": "models/gpt-5.4", "displayName": "G"}, {"name": "models/claude-x"}]}
ANTHROPIC = {
    "data": [{"type": "model", "id": "claude-x", "display_name": "Claude X", "created_at": "2026-01-01T00:00:00Z"}],
    "has_more": False,
    "first_id": "claude-x",
    "last_id": "claude-x",
}
OF_ANTHROPIC, OF_GOOGLE = ["anthropic-version: 2023-06-01"], ["x-goog-api-key: any"]
TOOL = {
    "name": "get_weather",
    "description": "Get the current weather in a given city, in degrees.",
    "input_schema": {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "The name of the city, such as Paris"},
            "unit": {"enum": ["celsius", "fahrenheit"]},
        },
    },
}


@pytest.mark.parametrize(
    ("path", "lines", "reply"),
    [
        ("/v1/models", [], OPENAI),
        ("/v1/models", OF_ANTHROPIC, ANTHROPIC),
        ("/v1beta/models", [], GEMINI),
        ("/v1beta/models", OF_GOOGLE, GEMINI),
    ],
)
def test_a_list_of_the_service_passes_as_it_is(serve, raw, path, lines, reply):
    data = json.dumps(reply, indent=1)
    raw(lambda talk: talk.whole(data))
    assert serve().ask("GET", f"{path}?limit=5", *lines)[2].decode() == data
    assert [talk.path for talk in raw.talks] == [f"{path}?limit=5"]


def only_openai(talk):
    """A service that has OpenAI's list alone."""
    is_there = talk.path.partition("?")[0] == "/v1/models"
    talk.whole(OPENAI if is_there else {"error": {"message": "none"}}, 200 if is_there else 404)


def test_a_list_that_the_service_does_not_have_is_made_of_another(serve, raw):
    raw(only_openai)
    served = serve()
    _, _, gemini = served.ask("GET", "/v1beta/models")
    _, _, anthropic = served.ask("GET", "/v1/models", *OF_ANTHROPIC)
    _, _, google = served.ask("GET", "/v1/models", *OF_GOOGLE)

    assert [one["name"] for one in json.loads(gemini)["models"]] == [
        "models/gpt-5.4",
        "models/claude-x",
        "models/org/y",
    ]
    assert [(one["type"], one["id"]) for one in json.loads(anthropic)["data"]] == [
        ("model", "gpt-5.4"),
        ("model", "claude-x"),
        ("model", "org/y"),
    ]
    assert json.loads(google) == json.loads(gemini)
    assert json.loads(served.ask("GET", "/v1beta/models/claude-x")[2])["name"] == "models/claude-x"
    assert served.ask("GET", "/v1beta/models/nosuch")[0] == 404


@pytest.mark.parametrize(
    ("path", "lines", "reply", "found"),
    [
        ("/v1/models", [], OPENAI, '"claude-x"'),
        ("/v1/models", OF_ANTHROPIC, ANTHROPIC, '"claude-x"'),
        ("/v1beta/models", [], GEMINI, '"models/claude-x"'),
    ],
)
def test_a_list_has_only_the_models_that_are_served(serve, raw, path, lines, reply, found):
    raw(lambda talk: talk.whole(reply))
    body = serve("--models", "claude-*").ask("GET", path, *lines)[2].decode()
    assert (found in body, "gpt-5.4" in body) == (True, False)


@pytest.mark.parametrize(
    ("words", "model", "status"),
    [
        ("claude-*", "claude-x", 200),
        ("claude-*", "gpt-5.4", 403),
        ("gpt-5.4", "GPT-5.4", 200),
        ("gpt-5.?,x", "gpt-5.4", 200),
        ("x,y", "z", 403),
        ("x", None, 403),
    ],
)
@pytest.mark.parametrize("path", [CHAT, "/v1/messages", "/v1/embeddings", "/v1/rerank", "gemini"])
def test_only_these_models_are_asked(serve, raw, path, words, model, status):
    raw(lambda talk: talk.whole({"ok": 1}))
    body = {"messages": [], **({"model": model} if model and path != "gemini" else {})}
    path = path if path != "gemini" else f"/v1beta/models/{model or 'none'}:generateContent"
    found, document = serve("--models", words).post(path, body)

    assert (found, len(raw.talks)) == (status, 1 if status == 200 else 0)
    if status == 403:
        assert "served here" in document["error"]["message"]


def test_an_alias_means_what_it_means(serve, raw, cli):
    cli("alias", "set", "fast", "gpt-5.4-mini")
    raw(lambda talk: talk.whole({"ok": 1}))
    served = serve("--models", "fast")
    assert served.post(CHAT, {**ASK, "model": "fast", "x": 1.0})[0] == 200
    assert served.post(CHAT, {**ASK, "model": "gpt-5.4-mini"})[0] == 200
    assert served.post("/v1beta/models/fast:generateContent", {"contents": []})[0] == 200
    assert served.post(CHAT, ASK)[0] == 403
    assert [json.loads(talk.body).get("model", talk.path) for talk in raw.talks] == [
        "gpt-5.4-mini",
        "gpt-5.4-mini",
        "/v1beta/models/gpt-5.4-mini:generateContent",
    ]


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/v1/messages/count_tokens", ["input_tokens"]),
        ("/v1/messages/count_tokens?beta=true", ["input_tokens"]),
        ("//v1/messages/count_tokens", ["input_tokens"]),
        ("/v1beta/models/gemini-2.5-flash:countTokens", ["totalTokens"]),
        ("/v1beta/models/org%2Fx:countTokens", ["totalTokens"]),
        ("/v1/models/gemini-2.5-flash:countTokens", ["totalTokens"]),
        ("/v1/responses/input_tokens", ["object", "input_tokens"]),
    ],
)
def test_tokens_are_counted_here_without_a_request(serve, raw, path, where):
    served = serve("--max-cost", "0")
    status, document = served.post(path, {"model": "m", "messages": [{"role": "user", "content": "Hello, world"}]})
    assert (status, list(document)) == (200, where)
    assert 5 < document[where[-1]] < 30
    assert (raw.talks, served.summary.requests) == ([], 0)


def test_system_and_tools_are_counted_too(serve, raw):
    served = serve()

    def count(**more):
        body = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], **more}
        return served.post("/v1/messages/count_tokens", body)[1]["input_tokens"]

    words = " ".join(["the quick brown fox jumps over a lazy dog while it rains"] * 50)  # 600 words, as many tokens
    plain = count()
    assert 450 < count(system=words) - plain < 800
    assert 450 < count(system=[{"type": "text", "text": words}]) - plain < 800
    assert 150 < count(tools=[TOOL] * 3) - plain < 450
    image = {"type": "image", "source": {"type": "base64", "data": "iVBORw0KGgo" * 10_000}}
    assert 500 < count(messages=[{"role": "user", "content": [image]}]) < 3000
    assert count(system="x" * 10, tools=None) > plain


def form(model):
    fields = f'--b\r\nContent-Disposition: form-data; name="model"\r\n\r\n{model}\r\n'
    file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp3"\r\nContent-Type: audio/mpeg\r\n\r\nID3\r\n--b--\r\n'
    return (fields + file).encode()


def test_the_model_of_a_form_counts_too(serve, raw, cli):
    cli("alias", "set", "fast", "whisper-1")
    raw(lambda talk: talk.whole({"text": "ok"}))
    served, kind = serve("--models", "whisper-1"), "Content-Type: multipart/form-data; boundary=b"
    statuses = [served.post("/v1/audio/transcriptions", form(one), kind)[0] for one in ("whisper-1", "dear", "fast")]
    assert (statuses, [talk.body for talk in raw.talks]) == ([200, 403, 200], [form("whisper-1")] * 2)
