"""What passes through a gateway in the history, in a recording, and in the journal of tasks."""

import json
import os
import stat

import pytest
from gateways import ASK, CHAT, STREAM
from inprocess import wait_for
from protocol_servers import PROTOCOLS, said

from cometapi.history.store import place, required
from cometapi.journal.records import Journal

PATHS = {
    "chat": CHAT,
    "messages": "/v1/messages",
    "responses": "/v1/responses",
    "gemini": "/v1beta/models/m:streamGenerateContent?alt=sse",
}


def kept(environ):
    """The conversations that are kept, each a list of its exchanges, the last one first."""
    with required(environ, writes=False) as store:
        return [store.conversation(one["id"])["exchanges"] for one in store.list(10)]


def turn(role, text):
    return {"role": role, "content": text}


def test_what_is_kept_is_what_the_setting_says(serve, raw, environ):
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole("Hi")))
    for setting, words in (("off", []), ("terminal", []), ("all", ["--no-history"]), ("all", ["--sandbox"])):
        environ["COMETAPI_HISTORY"] = setting
        served = serve(*words)
        served.post(CHAT, ASK)
        served.gateway.stop()
    assert not os.path.exists(place(environ))


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
@pytest.mark.parametrize("is_stream", [True, False])
def test_an_answer_of_each_protocol_is_kept_and_can_be_continued(serve, raw, environ, cli, speech, is_stream):
    environ["COMETAPI_HISTORY"] = "all"
    raw(streamed(speech) if is_stream else lambda talk: talk.whole(speech.whole("Hello you")))
    served = serve()
    asked = {
        "model": "m",
        "system": "Be brief.",
        "messages": [turn("user", "Hi")],
        "input": "Hi",
        "contents": [{"role": "user", "parts": [{"text": "Hi"}]}],
        "stream": is_stream,
    }
    path = (
        PATHS[speech.command]
        if is_stream
        else PATHS[speech.command].replace("streamGenerateContent?alt=sse", "generateContent")
    )
    assert served.ask("POST", path, body=asked)[0] == 200
    assert served.summary.requests == 1
    ((one,),) = kept(environ)

    assert (one["prompt"], one["reply"], one["state"], one["command"]) == (
        "Hi",
        "Hello you",
        "finished",
        speech.command,
    )
    assert (one["usage"]["input"], one["usage"]["output"], one["system"]) == (
        9,
        3,
        "Be brief." if speech.command == "messages" else None,
    )
    served.stop()
    cli(speech.command, "More", "-m", "m", "-c", "--no-stream")
    assert "Hello you" in raw.talks[-1].body.decode()


def streamed(speech):
    return lambda talk: talk.stream(*said(speech, "Hello ", "you")).end()


def test_requests_that_begin_like_one_before_are_one_conversation(serve, raw, environ):
    environ["COMETAPI_HISTORY"] = "all"
    speech = PROTOCOLS[0]
    raw(lambda talk: talk.whole(speech.whole(f"answer {len(json.loads(talk.body)['messages'])}")))
    served = serve()
    first = [turn("system", "S"), {**turn("user", "one"), "cache_control": {"type": "ephemeral"}}]
    second = [turn("system", "S"), turn("user", "one"), turn("assistant", "answer 2"), turn("user", "two")]
    for messages in (
        first,
        second,
        [*second, turn("assistant", "answer 4"), turn("user", "three")],
        [turn("user", "other")],
    ):
        served.post(CHAT, {**ASK, "messages": messages})
        assert wait_for(lambda: not served.gateway.exchanges, 10)
    conversations = kept(environ)

    assert [[(one["prompt"], one["reply"]) for one in exchanges] for exchanges in conversations] == [
        [("other", "answer 1")],
        [("one", "answer 2"), ("two", "answer 4"), ("three", "answer 6")],
    ]
    assert [one["asked"] for one in conversations[1]][1:] == [[turn("user", "two")], [turn("user", "three")]]


def test_nothing_secret_is_kept(serve, raw, environ, home):
    environ["COMETAPI_HISTORY"] = "all"
    raw(lambda talk: talk.whole(PROTOCOLS[0].whole("the key is sk-test-key-0001")))
    served = serve("--record", str(home / "exchanges.jsonl"))
    body = {**ASK, "messages": [turn("user", f"{served.token} sk-{'a' * 30} sk-test-key-0001")]}
    served.ask("POST", f"{CHAT}?key={served.token}", "Cookie: c=secretcookie", body=body)
    served.gateway.stop()
    for folder, _, names in os.walk(home):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            for secret in (served.token, "sk-test-key-0001", "a" * 30, "secretcookie"):
                assert secret.encode() not in content, name


def recorded(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_recording_is_answered_from_without_a_request(serve, raw, home, environ):
    file = home / "exchanges.jsonl"
    speech, answers = PROTOCOLS[0], iter(["one", "two"])
    events = said(speech, "Gr", "üße")
    raw(
        lambda talk: (
            talk.stream(*events, more=["X-Cometapi-Request-Id: r9"]).end()
            if b'"stream"' in talk.body
            else talk.whole(speech.whole(next(answers)))
        )
    )
    served = serve("--record", str(file))
    streams = served.ask("POST", CHAT, body=STREAM)
    plain = [served.post(CHAT, ASK) for _ in range(2)]
    served.gateway.stop()

    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert [one["path"] for one in recorded(file)] == [CHAT] * 3
    asked, environ["COMETAPI_KEY"] = len(raw.talks), ""
    again = serve("--replay", str(file), "--max-cost", "0")
    found = again.ask("POST", CHAT, body=dict(reversed(STREAM.items())))
    assert (found[0], found[2], found[1]["X-Cometapi-Request-Id"]) == (200, streams[2], "r9")
    assert [again.post(CHAT, ASK) for _ in range(3)] == [*plain, plain[-1]]
    assert (len(raw.talks), again.summary.requests) == (asked, 0)


@pytest.mark.parametrize(
    ("path", "kind"),
    [(CHAT, "not_found_error"), ("/v1/messages", "not_found_error"), ("/v1beta/models/m:generateContent", "NOT_FOUND")],
)
def test_what_is_not_recorded_is_refused_in_the_form_of_the_protocol(serve, raw, home, path, kind):
    file = home / "empty.jsonl"
    file.touch()
    status, document = serve("--replay", str(file)).post(path, ASK)
    error = document["error"]
    assert (status, kind in (error.get("type"), error.get("status")), raw.talks) == (404, True, [])
    assert "recording" in error["message"]


def test_a_recorded_refusal_and_a_cut_stream_come_again(serve, raw, home):
    file = home / "exchanges.jsonl"
    raw(
        lambda talk: talk.whole({"error": 1}, 429, "application/json", "Retry-After: 3"),
        lambda talk: talk.stream("data: a\n\n").reset(),
    )
    served = serve("--record", str(file))
    served.post(CHAT, ASK)
    with served.send("POST", CHAT, body=STREAM) as connection:
        cut = b"".join(iter(lambda: connection.recv(4096), b""))
    served.gateway.stop()
    again = serve("--replay", str(file))
    status, headers, _ = again.ask("POST", CHAT, body=ASK)
    with again.send("POST", CHAT, body=STREAM) as connection:
        found = b"".join(iter(lambda: connection.recv(4096), b""))
    assert (status, headers["Retry-After"]) == (429, "3")
    assert found.partition(b"\r\n\r\n")[2] == cut.partition(b"\r\n\r\n")[2] != b""


def test_files_and_forms_are_recorded(serve, raw, home):
    file, sound = home / "exchanges.jsonl", bytes(range(256))
    raw(lambda talk: talk.whole(sound, 200, "audio/mpeg"))
    served = serve("--record", str(file))
    served.ask("POST", "/v1/audio/speech", "Content-Type: multipart/form-data; boundary=b", body=b"\xff\x00")
    served.gateway.stop()
    again = serve("--replay", str(file))
    assert (
        again.ask("POST", "/v1/audio/speech", "Content-Type: multipart/form-data; boundary=b", body=b"\xff\x00")[2]
        == sound
    )
    assert again.ask("POST", "/v1/audio/speech", body=b"\xff\x01")[0] == 404


def test_a_task_that_was_started_through_it_is_in_the_journal(serve, raw, environ, cli):
    raw(lambda talk: talk.whole({"id": "video_1", "status": "queued"}))
    served = serve()
    assert served.post("/v1/videos", {"model": "sora-2", "prompt": "a fox", "seconds": "4"})[0] == 200
    assert served.summary
    with Journal(environ, writes=False) as journal:
        one = journal.of("video_1")
    assert (one["command"], one["model"], one["state"], one["continue_with"]) == (
        "video create",
        "sora-2",
        "accepted",
        "video wait video_1",
    )


@pytest.mark.parametrize("refusal", [(400, "refused"), (500, "sent")])
def test_the_journal_knows_what_became_of_a_task_that_got_no_id(serve, raw, environ, refusal):
    status, state = refusal
    raw(lambda talk: talk.whole({"error": {"message": "no"}}, status))
    served = serve()
    assert served.post("/v1/videos", {"model": "sora-2", "prompt": "x"})[0] == status
    assert served.summary
    with Journal(environ, writes=False) as journal:
        assert [one["state"] for one in journal.list()] == [state]


def test_no_task_is_started_where_the_journal_cannot_be_written(serve, raw, home):
    (home / ".local").write_text("no folder")
    status, document = serve().post("/v1/videos", {"model": "sora-2", "prompt": "x"})
    assert (status, raw.talks) == (500, [])
    assert "Nothing was sent" in document["error"]["message"]
