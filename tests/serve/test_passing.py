"""What goes through a gateway comes out as it went in: requests, streams, refusals, headers."""

import gzip
import json
import socket
import threading
import time
from contextlib import ExitStack

import pytest
from gateways import ASK, CHAT, STREAM, read
from protocol_servers import PROTOCOLS, said

from cometapi.loopback import server

EVENTS = [
    b": comment\n\n",
    b'event: ping\ndata: {"type": "ping"}\n\n',
    b'data: {"choices":[{"index":0,"delta":{"content":"Gr\xc3',
    b'\xbc\xc3\x9fe"}}]}\n\n',
    b"retry: 10\r\n\r\n",
    b"data: [DONE]\n\n",
    b": after\n\n",
]
PATHS = {
    "chat": CHAT,
    "messages": "/v1/messages",
    "responses": "/v1/responses",
    "gemini": "/v1beta/models/m:streamGenerateContent?alt=sse",
}


def body_of(talk):
    return json.loads(talk.body)


def test_the_pieces_of_a_stream_come_at_once_and_as_they_were(serve, raw):
    given, taken = [], []

    def answer(talk):
        talk.stream()
        for event in EVENTS:
            time.sleep(0.15)
            given.append(time.monotonic())
            talk.chunks(event)
        talk.end()

    raw(answer)
    with serve().send("POST", CHAT, body=STREAM) as connection:
        file = connection.makefile("rb")
        while file.readline() != b"\r\n":
            pass
        while size := int(file.readline(), 16):
            taken.append((time.monotonic(), file.read(size)))
            file.readline()

    assert [piece for _, piece in taken] == EVENTS
    assert max(came - left for (came, _), left in zip(taken, given, strict=True)) < 0.1


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
def test_a_stream_of_each_protocol_is_the_same_to_the_byte(serve, raw, speech):
    events = said(speech, "Hello ", "world", "!")
    raw(lambda talk: talk.stream(*events).end())
    status, headers, body = serve().ask("POST", PATHS[speech.command], body={**STREAM, "model": "m"})

    assert (status, headers["Content-Type"]) == (200, "text/event-stream; charset=utf-8")
    assert body.decode() == "".join(events)


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
def test_unknown_fields_of_requests_and_replies_pass(serve, raw, speech):
    reply = {**speech.whole("Hi"), "new": {"a": [1, None]}}
    raw(lambda talk: talk.whole(reply))
    asked = {**ASK, "new_field": {"deep": [1.0, "é"]}, "n": None}
    path = PATHS[speech.command].replace("streamGenerateContent?alt=sse", "generateContent")
    assert serve().post(path, asked) == (200, reply)
    assert body_of(raw.talks[0]) == asked


def test_a_body_goes_up_as_it_came(serve, raw):
    raw(lambda talk: talk.whole({}))
    data = b'{ "model":"m", "seed": 12345678901234567890, "x": 1.10 , "x": 2 }'
    serve().ask("POST", CHAT, body=data)
    assert raw.talks[0].body == data


def test_what_the_client_sends_of_itself_does_not_go_up(serve, raw):
    raw(
        lambda talk: talk.whole(
            {}, 200, "application/json", "Set-Cookie: a=b", "X-Key: sk-test-key-0001", "Access-Control-Allow-Origin: *"
        )
    )
    served = serve()
    lines = [
        "Cookie: c=d",
        f"x-api-key: {served.token}",
        "X-Forwarded-For: 1.2.3.4",
        "TE: trailers",
        "Keep-Alive: 5",
        "Connection: x-hop",
        "X-Hop: 1",
        "X-Own: kept",
        "User-Agent: theirs/1",
    ]
    headers = served.ask("POST", CHAT, *lines, body=ASK)[1]
    up = raw.talks[0].headers

    assert up["authorization"] == "Bearer sk-test-key-0001"
    assert {"cookie", "x-api-key", "x-forwarded-for", "te", "keep-alive", "x-hop"} & up.keys() == set()
    assert (up["x-own"], up["user-agent"], up["host"]) == ("kept", "theirs/1", raw.url.removeprefix("http://"))
    assert served.token not in str(up) + str(raw.talks[0].body)
    assert not any(name.lower() in ("set-cookie", "access-control-allow-origin") for name in headers)
    assert "sk-test-key-0001" not in str(headers)


@pytest.mark.parametrize(
    ("path", "header"),
    [(CHAT, "authorization"), ("/v1/messages", "x-api-key"), ("/v1beta/models/m:generateContent", "x-goog-api-key")],
)
def test_each_endpoint_gets_its_own_credential_once(serve, raw, path, header):
    raw(lambda talk: talk.whole({}))
    serve().ask("POST", path, body=ASK)
    found = [name for name, value in raw.talks[0].headers.items() if "sk-test-key-0001" in value]
    assert found == [header]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 529])
def test_a_refusal_passes_with_its_status_body_and_headers(serve, raw, status):
    refusal = b'{"error": {"message": "no", "type": "x"},  "odd": 1}'
    told = [
        "Retry-After: 7",
        "X-Cometapi-Request-Id: r1",
        "request-id: r2",
        "x-ratelimit-remaining-requests: 3",
        "anthropic-ratelimit-tokens-reset: z",
    ]
    raw(lambda talk: talk.whole(refusal, status, "application/json", *told))
    found, headers, body = serve().ask("POST", CHAT, body=ASK)

    assert (found, body) == (status, refusal)
    assert {line: headers[line.partition(":")[0]] for line in told} == {line: line.partition(": ")[2] for line in told}
    assert len(raw.talks) == 1  # whoever asks may ask again; the gateway never does


def test_json_that_calls_itself_a_form_goes_up_as_json(serve, raw):
    raw(lambda talk: talk.whole({}))
    serve().ask("POST", CHAT, "Content-Type: application/x-www-form-urlencoded", body=ASK)
    assert (body_of(raw.talks[0]), raw.talks[0].headers["content-type"]) == (ASK, "application/json")


def test_a_page_of_html_passes_too(serve, raw):
    raw(lambda talk: talk.whole("<html>502</html>", 502, "text/html"))
    status, headers, body = serve().ask("POST", CHAT, body=ASK)
    assert (status, headers["Content-Type"], body) == (502, "text/html", b"<html>502</html>")


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_compressed_reply_is_readable(serve, raw, is_asked):
    data = json.dumps({"choices": [], "text": "x" * 1000}).encode()
    raw(
        lambda talk: talk.whole(
            gzip.compress(data), 200, "application/json", "Content-Encoding: gzip", "Vary: Accept-Encoding"
        )
    )
    _, headers, body = serve().ask("POST", CHAT, *(["Accept-Encoding: gzip, br, zstd"] if is_asked else []), body=ASK)
    assert (headers["Content-Encoding"], body, headers["Vary"]) == (None, data, "Accept-Encoding")


def test_a_redirect_is_not_followed_nor_passed(serve, raw):
    raw(lambda talk: talk.head(307, "text/plain", "Location: http://evil.example/", "Content-Length: 0"))
    status, headers, body = serve().ask("POST", CHAT, body=ASK)
    assert (status, headers["Location"]) == (502, None)
    assert b"redirect" in body


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/v1/messages?beta=true", "/v1/messages?beta=true"),
        ("//v1//messages", "/v1/messages"),
        ("/v1beta/models/a%2Fb:streamGenerateContent?alt=sse", "/v1beta/models/a%2Fb:streamGenerateContent?alt=sse"),
        ("/v1/models/gemini:generateContent", "/v1beta/models/gemini:generateContent"),
        ("/v1/rerank", "/v1/rerank"),
        ("/v1/embeddings", "/v1/embeddings"),
        ("/v1/responses/r1/cancel", "/v1/responses/r1/cancel"),
        ("/chat/completions", "/v1/chat/completions"),
        ("/embeddings", "/v1/embeddings"),
        ("/v1/v1/messages?beta=true", "/v1/messages?beta=true"),
        ("/models/gemini:generateContent", "/v1beta/models/gemini:generateContent"),
        ("/v1/v1beta/models/gemini:generateContent", "/v1beta/models/gemini:generateContent"),
        ("/v1beta/v1/models/gemini:generateContent", "/v1beta/models/gemini:generateContent"),
        ("/v1/v1/rerank", "/v1/v1/rerank"),
    ],
)
def test_paths_and_queries_are_kept(serve, raw, target, path):
    raw(lambda talk: talk.whole({"ok": 1}))
    assert serve().post(target, ASK) == (200, {"ok": 1})
    assert raw.talks[0].path == path


def test_a_file_passes_in_both_directions(serve, raw):
    sound = bytes(range(256)) * 1000
    raw(lambda talk: talk.whole(sound, 200, "audio/mpeg"))
    form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp3"\r\n\r\n' + sound + b"\r\n--b--\r\n"
    _, headers, body = serve().ask(
        "POST", "/v1/audio/transcriptions", "Content-Type: multipart/form-data; boundary=b", body=form
    )
    assert (raw.talks[0].body, raw.talks[0].headers["content-type"]) == (form, "multipart/form-data; boundary=b")
    assert (body, headers["Content-Type"], headers["Content-Length"]) == (sound, "audio/mpeg", str(len(sound)))


def test_head_and_options(serve, raw):
    raw(lambda talk: talk.head(200, "application/json", "Content-Length: 12"))
    served = serve()
    status, headers, body = served.ask("HEAD", "/v1/embeddings/x")
    assert (status, headers["Content-Length"], body, raw.talks[0].method) == (200, "12", b"", "HEAD")
    assert served.ask("HEAD", "/")[0] == 200
    status, headers, body = served.ask("OPTIONS", CHAT)
    assert (status, headers["Allow"], body) == (204, "GET, POST, HEAD, OPTIONS", b"")


def test_a_body_in_chunks(serve, raw):
    raw(lambda talk: talk.whole({"ok": 1}))
    served, data = serve(), json.dumps(ASK).encode()
    with served.connect() as connection:
        connection.sendall(served.head("POST", CHAT, "Transfer-Encoding: chunked"))
        for at in range(0, len(data), 7):
            part = data[at : at + 7]
            connection.sendall(b"%x;ext=1\r\n%s\r\n" % (len(part), part))
        connection.sendall(b"0\r\nTrailer: x\r\n\r\n")
        assert read(connection)[0] == 200
    assert raw.talks[0].body == data


def test_a_body_of_fifty_megabytes(serve, raw):
    raw(lambda talk: talk.whole({"ok": len(talk.body)}))
    data = json.dumps({**ASK, "image": "A" * 50_000_000}).encode()
    assert serve().post(CHAT, data) == (200, {"ok": len(data)})


@pytest.mark.parametrize("is_welcome", [True, False])
def test_a_client_that_waits_before_it_sends_its_body(serve, raw, is_welcome):
    raw(lambda talk: talk.whole({"ok": 1}))
    served, data = serve(), json.dumps(ASK).encode()
    with served.connect() as connection:
        connection.sendall(served.head("POST", CHAT, "Expect: 100-continue", length=len(data), token=is_welcome))
        if is_welcome:
            assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
            connection.sendall(data)
        assert read(connection)[0] == (200 if is_welcome else 401)
    assert "expect" not in (raw.talks[0].headers if is_welcome else {})


def test_a_body_that_is_too_large_is_refused_before_it_comes(serve, raw):
    served = serve()
    with served.connect() as connection:
        connection.sendall(served.head("POST", CHAT, "Expect: 100-continue", length=300_000_000))
        status, headers, body = read(connection)
    assert (status, b"larger than 256 MB" in body, headers["Server"]) == (413, True, "cometapi-serve")
    assert raw.talks == []


@pytest.mark.parametrize(
    "lines", [["Connection: Upgrade"], ["Connection: keep-alive, Upgrade", "Sec-WebSocket-Version: 13"]]
)
def test_a_websocket_is_refused(serve, raw, lines):
    status, _, body = serve().ask("GET", "/v1/responses", "Upgrade: websocket", *lines)
    assert (status, "WebSocket" in json.loads(body)["error"]["message"], raw.talks) == (426, True, [])


def test_another_upgrade_is_not_needed(serve, raw):
    raw(lambda talk: talk.whole({"ok": 1}))
    assert serve().post(CHAT, ASK, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AA") == (
        200,
        {"ok": 1},
    )
    assert {"upgrade", "http2-settings"} & raw.talks[0].headers.keys() == set()


def test_a_connection_is_kept_alive_also_behind_a_body_that_nobody_read(serve, raw):
    raw(lambda talk: talk.whole({"data": [{"id": "m"}]}))
    served = serve()
    with served.connect() as connection:
        for _ in range(2):
            connection.sendall(served.head("GET", "/v1/models", length=9) + b"unwanted!")
            assert read(connection, "GET")[0] == 200
        connection.sendall(served.head("DELETE", "/v1/x", length=5) + b"abcde")
        assert read(connection, "DELETE")[0] == 405
        connection.sendall(served.head("GET", "/v1/models"))
        assert read(connection, "GET")[0] == 200


def test_a_large_body_that_nobody_reads_does_not_lose_the_answer(serve, raw):
    served = serve()
    with served.connect() as connection:
        connection.sendall(served.head("POST", CHAT, length=20_000_000, token=False))
        threading.Thread(target=lambda: quietly(connection, b"x" * 20_000_000), daemon=True).start()
        assert read(connection)[0] == 401


def quietly(connection, data):
    try:
        connection.sendall(data)
    except OSError:
        pass


@pytest.mark.parametrize(
    "lines",
    [
        ["Content-Length: 5", "Content-Length: 6"],
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: gzip, chunked"],
        ["Content-Length: +5"],
        ["Content-Length: -1"],
    ],
)
def test_a_request_that_ends_in_two_places_is_refused(serve, raw, lines):
    assert serve().ask("POST", CHAT, *lines)[0] == 400
    assert raw.talks == []


def test_a_body_that_is_cut_is_not_sent(serve, raw):
    served = serve()
    with served.send("POST", CHAT, body=b'{"model": "m"', length=100) as connection:
        connection.shutdown(socket.SHUT_WR)
        assert read(connection)[0] == 400
    assert raw.talks == []


def test_a_client_of_http_1_0_gets_a_stream_until_the_end_of_the_connection(serve, raw):
    raw(lambda talk: talk.stream("data: a\n\n", "data: [DONE]\n\n").end())
    with serve().send("POST", CHAT, body=STREAM, version="1.0") as connection:
        found = b"".join(iter(lambda: connection.recv(4096), b""))
    assert found.endswith(b"\r\n\r\ndata: a\n\ndata: [DONE]\n\n")
    assert b"chunked" not in found


@pytest.mark.parametrize("is_chunked", [True, False])
def test_a_stream_that_breaks_off_is_not_whole_for_the_client(serve, raw, is_chunked):
    def answer(talk):
        if is_chunked:
            talk.stream("data: a\n\n")
        else:
            talk.head(200, "application/json", "Content-Length: 100").send('{"a"')
        talk.reset()

    raw(answer)
    with serve().send("POST", CHAT, body=STREAM) as connection:
        found = b"".join(iter(lambda: connection.recv(4096), b""))
    assert (b"data: a\n\n" if is_chunked else b'{"a"') in found
    assert not found.endswith(b"0\r\n\r\n")


@pytest.mark.parametrize("path", [CHAT, "/v1/messages", "/v1beta/models/m:generateContent"])
def test_a_service_that_cannot_be_reached_is_told_in_the_form_of_the_protocol(serve, nobody, path):
    status, document = serve().post(path, ASK)
    assert status == 502
    assert "cannot be reached" in document["error"]["message"]


def test_a_request_that_may_have_been_taken_is_sent_once(serve, raw):
    raw(lambda talk: talk.reset())
    assert serve().post(CHAT, ASK)[0] == 502
    assert raw.accepted == 1


def test_many_clients_side_by_side(serve, raw):
    raw(lambda talk: talk.whole({"said": body_of(talk)["messages"]}))
    served, found = serve(), {}

    def ask(number):
        found[number] = served.post(CHAT, {**ASK, "messages": number})

    threads = [threading.Thread(target=ask, args=[number]) for number in range(30)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == {number: (200, {"said": number}) for number in range(30)}


def test_clients_that_come_at_once_wait_for_their_turn():
    servers = server.servers(0, server.Handler)  # which accept nobody yet
    with ExitStack() as opened:
        for one in servers:
            opened.callback(one.server_close)
        for _ in range(200):
            opened.enter_context(socket.create_connection(("127.0.0.1", servers[0].port), 1))


def test_json_that_is_streamed_comes_at_once_too(serve, raw):
    parts, go_on = [b'[{"candidates": []}', b',\n{"candidates": []}', b"]"], threading.Semaphore(1)

    def answer(talk):
        talk.head(200, "application/json", "Transfer-Encoding: chunked")
        for part in parts:
            go_on.acquire(timeout=10)
            talk.chunks(part)
        talk.end()

    raw(answer)
    with serve().send("POST", "/v1beta/models/m:streamGenerateContent", body={"contents": []}) as connection:
        file = connection.makefile("rb")
        while file.readline() != b"\r\n":
            pass
        for part in parts:
            assert file.read(int(file.readline(), 16)) == part
            file.readline()
            go_on.release()


def test_a_compressed_request_goes_up_as_it_came(serve, raw):
    raw(lambda talk: talk.whole({"ok": 1}))
    data = gzip.compress(json.dumps(ASK).encode())
    assert serve().post(CHAT, data, "Content-Encoding: gzip", "Content-Type: application/json") == (200, {"ok": 1})
    assert (raw.talks[0].body, raw.talks[0].headers["content-encoding"]) == (data, "gzip")
    assert serve("--models", "gpt-5.4").post(CHAT, data, "Content-Encoding: gzip")[0] == 403
