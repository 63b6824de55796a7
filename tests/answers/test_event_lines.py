"""``--events``: one JSON object a line, the same for the four protocols, always ended by one result or one error."""

import json
import signal

import pytest
from protocol_servers import said, streamed

CALLS = [("k1", "look", ['{"a": ', "1}"])]


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def kinds(ran):
    return [one["type"] for one in lines(ran)]


def test_the_same_lines_in_every_protocol(cli, raw, speech):
    begin = [*speech.begin, speech.reasoning("hm"), speech.text("Hel"), speech.text("lo")]
    calls = [one for key, name, parts in CALLS for one in speech.call(key, 2, name, *parts)]
    raw(streamed(*begin, *calls, *speech.finish(speech.reasons["calls"]), *speech.mark))
    ran = cli(speech.command, "hi", "--events")

    assert (ran.err, ran.code) == ("", 0)
    assert lines(ran) == [
        {"type": "start"},
        {"type": "reasoning", "choice": 0, "text": "hm"},
        {"type": "text", "choice": 0, "text": "Hel"},
        {"type": "text", "choice": 0, "text": "lo"},
        {"type": "tool_call", "choice": 0, "id": "k1", "name": "look", "arguments": '{"a": 1}'},
        {"type": "usage", "model": "m", "input": 9, "output": 3},
        {"type": "result", "model": "m", "choices": [{"choice": 0, "finish_reason": speech.reasons["calls"]}]},
    ]


def test_a_whole_reply_has_the_same_lines(cli, raw, speech):
    raw(lambda talk: talk.whole(speech.whole("Hello", speech.reasons["calls"], [("k1", "look", '{"a": 1}')])))
    ran = cli(speech.command, "hi", "--events", "--no-stream")

    assert ran.code == 0
    assert kinds(ran) == ["start", "text", "tool_call", "usage", "result"]
    assert lines(ran)[2]["arguments"] == '{"a": 1}'


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (400, 1, "The service does not accept the request (HTTP 400): No way."),
        (401, 77, "The API key was refused (HTTP 401): No way."),
        (429, 69, "Too many requests (HTTP 429): No way."),
        (503, 69, "The service is unavailable (HTTP 503): No way."),
    ],
)
def test_a_request_that_is_refused_ends_with_an_error(cli, raw, speech, status, code, said):
    raw(lambda talk: talk.whole({"error": {"message": "No way", "type": "x"}}, status))
    ran = cli(speech.command, "hi", "--events", "--retries", "0")

    assert (kinds(ran), ran.code) == (["error"], code)
    assert lines(ran)[0]["error"] | {"hint": 0, "code": 0} == {
        "code": 0,
        "message": said,
        "service_message": "No way",
        "hint": 0,
        "http_status": status,
        "request_id": None,
        "retryable": code == 69,
        "retry_after": None,
        "exit_code": code,
    }
    assert ran.err.startswith(f"cometapi: {said}\n")


def test_nobody_there_ends_with_an_error(cli, nobody, speech):
    ran = cli(speech.command, "hi", "--events", "--retries", "0")

    assert (kinds(ran), ran.code) == (["error"], 69)


@pytest.mark.parametrize(
    ("words", "env", "code"), [([], {"COMETAPI_KEY": None}, 64), (["--strict", "--temperature", "9"], {}, 2)]
)
def test_what_fails_before_sending_says_so(cli, raw, speech, words, env, code):
    ran = cli(speech.command, "hi", "--events", *words, env=env)

    assert (kinds(ran)[-1:], ran.code, raw.talks) == ([] if code == 2 else ["error"], code, [])


def test_a_cut_stream_ends_with_an_error(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Hel")))
    ran = cli(speech.command, "hi", "--events")

    assert (kinds(ran), ran.code) == (["start", "text", "error"], 69)


def test_an_error_in_the_middle_ends_it(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Hel"), speech.error("Overloaded now")))
    ran = cli(speech.command, "hi", "--events")

    assert (kinds(ran), ran.code, lines(ran)[-1]["error"]["exit_code"]) == (["start", "text", "error"], 69, 69)


def test_an_answer_that_was_withheld_ends_with_an_error(cli, raw, speech):
    raw(streamed(*said(speech, "Hel", reason="refused")))
    ran = cli(speech.command, "hi", "--events")

    assert (kinds(ran), ran.code) == (["start", "text", "usage", "error"], 1)


def test_a_medium_is_a_line(cli):
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image", "--events")

    assert kinds(ran) == ["start", "text", "media", "usage", "result"]
    assert lines(ran)[2]["media"]["mimeType"] == "image/png"


def test_an_answer_that_does_not_fit_its_schema_ends_with_an_error(cli, raw, tmp_path):
    from protocol_servers import Chat

    (tmp_path / "s.json").write_text('{"type": "array"}')
    raw(streamed(*said(Chat(), "{}")))
    ran = cli("chat", "hi", "--events", "--schema", tmp_path / "s.json")

    assert (kinds(ran), ran.code) == (["start", "text", "usage", "error"], 1)


def test_ctrl_c_ends_with_an_error(start, raw, speech):
    raw(lambda talk: talk.stream(*speech.begin, speech.text("Hel")).stall())
    process = start(speech.command, "hi", "--events")
    begun = [json.loads(process.stdout.readline())["type"] for _ in range(2)]
    process.send_signal(signal.SIGINT)
    last = json.loads(process.communicate(timeout=10)[0])

    assert (begun, process.returncode) == (["start", "text"], 130)
    assert last == {
        "type": "error",
        "error": {"code": "interrupted", "message": "Interrupted (Ctrl-C).", "exit_code": 130},
    }


def test_run_has_them_too(cli, raw, speech):
    endpoint = {"messages": "anthropic"}.get(speech.command, speech.command)
    raw(streamed(*said(speech, "Hel")))
    ran = cli("run", "m", "-e", endpoint, "-p", "hi", "--events")

    assert (kinds(ran), ran.code) == (["start", "text", "usage", "result"], 0)


def test_events_go_with_no_format(cli, raw):
    assert cli("chat", "hi", "--events", "--json").code == 2
