"""A few of the requests as they really arrive, through the program's entry point."""

import json

from conftest import chunk, event
from inprocess import FILES
from rows import url, user
from werkzeug.wrappers import Response


def arrived(service):
    """``(method, path with query, headers, body)`` of every request."""
    return [
        (request.method, request.full_path.rstrip("?"), request.headers, json.loads(request.data or b"null"))
        for request, _ in service.log
    ]


def test_an_image_and_a_body_through_a_pipe(cli, service, tmp_path):
    (tmp_path / "cat.webp").write_bytes(FILES["cat.webp"])
    service.expect_request("/v1/chat/completions").respond_with_data(
        chunk("Hi", "stop") + event("[DONE]"), content_type="text/event-stream"
    )
    body = '{"model": "m", "metadata": {"a": 1}}'
    ran = cli("chat", "See", "--image", tmp_path / "cat.webp", "--body", "-", "--set", "metadata.b=2", stdin=body)

    image = {"type": "image_url", "image_url": {"url": url("image/webp", FILES["cat.webp"])}}
    assert (ran.out, ran.code) == ("Hi\n", 0)
    assert [whole for *_, whole in arrived(service)] == [
        {
            "model": "m",
            "stream": True,
            "metadata": {"a": 1, "b": 2},
            "messages": [user({"type": "text", "text": "See"}, image)],
        }
    ]


def test_a_stream_of_gemini(cli, service):
    piece = {"candidates": [{"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP", "index": 0}]}
    service.expect_request("/v1beta/models/gemini-2.5-flash:streamGenerateContent").respond_with_data(
        event(piece), content_type="text/event-stream"
    )
    ran = cli("gemini", stdin="Hello\n")

    [(method, path, headers, body)] = arrived(service)
    assert (ran.out, ran.code) == ("Hi\n", 0)
    assert (method, path) == ("POST", "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
    assert (headers["x-goog-api-key"], "Authorization" in headers) == ("sk-test-key-0001", False)
    assert body == {"contents": [{"parts": [{"text": "Hello"}]}]}


def test_claude_with_a_beta(cli, service):
    reply = {"type": "message", "content": [{"type": "text", "text": "Hi"}], "stop_reason": "end_turn"}
    service.expect_request("/v1/messages").respond_with_json(reply)
    ran = cli("messages", "Hello", "--beta", "feature-2026", "--no-stream")

    [(_, _, headers, body)] = arrived(service)
    told = {name: headers.get(name) for name in ("x-api-key", "anthropic-version", "anthropic-beta", "Authorization")}
    assert (ran.out, ran.code) == ("Hi\n", 0)
    assert told == {
        "x-api-key": "sk-test-key-0001",
        "anthropic-version": "2023-06-01",
        "anthropic-beta": "feature-2026",
        "Authorization": None,
    }
    assert body == {
        "model": "claude-sonnet-4-6",
        "max_tokens": 4096,
        "stream": False,
        "messages": [{"role": "user", "content": "Hello"}],
    }


def test_api_fetches_every_page(cli, service):
    def page(request):
        number = int(request.args["p"])
        items = [{"id": id_} for id_ in range((number - 1) * 100, min(number * 100, 150))]
        return Response(
            json.dumps({"success": True, "data": {"total": 150, "items": items}}), mimetype="application/json"
        )

    service.expect_request("/api/log/self").respond_with_handler(page)
    ran = cli("api", "GET", "/api/log/self", "--paginate", "--field", "type=2")

    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == list(range(150))
    assert [path for _, path, *_ in arrived(service)] == [
        "/api/log/self?type=2&p=1&page_size=100",
        "/api/log/self?type=2&p=2&page_size=100",
    ]


def test_api_shows_a_stream_as_it_comes(cli, service):
    stream = chunk("Hi", "stop") + event("[DONE]")
    service.expect_request("/v1/chat/completions").respond_with_data(stream, content_type="text/event-stream")
    ran = cli("api", "POST", "/v1/chat/completions", "--input", "-", stdin='{"stream": true}')

    assert (ran.out, ran.code) == (stream, 0)
    assert [(headers["Authorization"], body) for *_, headers, body in arrived(service)] == [
        ("Bearer sk-test-key-0001", {"stream": True})
    ]


def test_a_bad_file_reaches_nobody(cli, service, tmp_path):
    ran = cli("chat", "hi", "--image", tmp_path)

    assert (ran.code, ran.out, service.log) == (2, "", [])
    assert ran.err == (
        f"cometapi: --image must be a file that can be read, or a URL: {tmp_path}: is a directory.\n"
        "  Try: cometapi chat --help\n"
    )


def test_strict_reaches_nobody(cli, service):
    ran = cli("chat", "hi", "-m", "claude-sonnet-4-6", "--logprobs", "--strict")

    assert (ran.code, ran.out, service.log) == (2, "", [])
