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
        ("/v1/v1/messages/count_tokens", ["input_tokens"]),
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

    words = " ".join(["the quick brown fox jumps over a lazy dog while it rains"] * 50)  # 600 words
    plain = count()
    assert 600 < count(system=words) - plain < 900
    assert 600 < count(system=[{"type": "text", "text": words}]) - plain < 900
    assert 346 + 150 < count(tools=[TOOL] * 3) - plain < 346 + 350  # 346 for what the service says of them
    image = {"type": "image", "source": {"type": "base64", "data": "iVBORw0KGgo" * 10_000}}
    assert 500 < count(messages=[{"role": "user", "content": [image]}]) < 3000
    assert count(system="x" * 10, tools=None) > plain


SAMPLES = {  # texts with their tokens by OpenAI's o200k and by Google's Gemma
    "English": (
        "The gateway listens on this machine only. It passes the requests of other programs on to the service, with a "
        "key that they never see, and books what each of them may cost before it is sent. If a client disconnects in "
        "the middle of an answer, the request is broken off at once.",
        (61, 61),
    ),
    "German": (
        "Die Verbindung wird beendet, sobald niemand mehr auf die Antwort wartet. Was bis dahin verbraucht wurde, bleibt "
        "gebucht; der Rest des Betrags wird wieder freigegeben, damit andere Anfragen ihn verwenden können. Größere "
        "Änderungen stehen im Änderungsprotokoll.",
        (56, 54),
    ),
    "Chinese": (
        "网关只在本机监听，把其他程序的请求转发给服务，并使用它们永远看不到的密钥。每个请求在发送之前都会先登记它最多可能花费多少。"
        "如果客户端在回答中途断开连接，请求会立即终止，已经产生的费用会被记录下来。",
        (68, 59),
    ),
    "Python": (
        """def texts(value):
    \"""Every text in a JSON value: a generator.\"""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)
""",
        (58, 70),
    ),
    "JSON": (
        '{"id":"chatcmpl-1","object":"chat.completion","created":1767312000,"model":"gpt-5.4","choices":[{"index":0,'
        '"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,'
        '"completion_tokens":28,"total_tokens":37}}',
        (72, 83),
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_an_estimate_is_near_what_public_tokenizers_count(serve, name):
    text, (openai, google) = SAMPLES[name]
    served = serve("--sandbox")

    def count(path, form):
        full, empty = (served.post(path, form(one))[1] for one in (text, ""))
        return next(full[one] - empty[one] for one in full if full[one] != empty[one])

    by_openai = count("/v1/responses/input_tokens", lambda text: {"input": text})
    by_google = count("/v1beta/models/m:countTokens", lambda text: {"contents": [{"parts": [{"text": text}]}]})
    assert 0.85 * openai < by_openai < 1.25 * openai
    assert 0.85 * google < by_google < 1.45 * google


def counted(served, content):
    """The tokens of a message with one piece of content."""
    body = {"model": "m", "messages": [{"role": "user", "content": [content]}]}
    return served.post("/v1/messages/count_tokens", body)[1]["input_tokens"]


def test_only_the_bytes_of_a_medium_count_as_one(serve):
    served = serve("--sandbox")
    compact = json.dumps({str(number): [number] * 3 for number in range(100)}, separators=(",", ":"))
    assert (len(compact), " " in compact) == (1561, False)
    assert 700 < counted(served, {"type": "text", "text": compact}) < 1500
    assert 4500 < counted(served, {"type": "text", "text": "一" * 5000}) < 6000
    assert 1500 < counted(served, {"type": "image", "source": {"type": "base64", "data": "iVBORw0KGgo" * 100}}) < 1700
    assert counted(served, {"type": "thinking", "thinking": "Hm.", "signature": "c2lnbmVk" * 100}) < 30
    call = {"type": "tool_use", "name": "f", "input": {"a_field_of_the_input": {"and_one_of_that": 1}}}
    assert counted(served, call) > counted(served, {**call, "input": {}}) + 10


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
