"""``--fallback`` (K14): another model is asked only where the first one refused and nothing can have been paid for."""

import csv
import io
import json
import os

import pytest
from protocol_servers import said, streamed

REFUSED = (429, 503, 529)
NOT_REFUSED = (400, 401, 402, 403, 404, 408, 413, 422, 500, 502, 504, 520, 522, 524)


def refusing(status=503, code="overloaded_error"):
    """A refusal, in a form that every protocol reads."""
    return lambda talk: talk.whole({"error": {"message": "Not now", "code": code, "type": code}}, status)


def models(raw):
    """The models that were asked, wherever a protocol names them."""
    return [
        talk.path.split("models/")[-1].split(":")[0] if "models/" in talk.path else json.loads(talk.body)["model"]
        for talk in raw.talks
    ]


def call(cli, speech, *words):
    return cli(speech.command, "hi", "-m", "m", "--retries", "0", *words)


@pytest.mark.parametrize("status", REFUSED)
def test_the_next_model_answers_a_stream(cli, raw, speech, status):
    raw(refusing(status), streamed(*said(speech, "Hi")))
    ran = call(cli, speech, "--fallback", "m2")
    assert (ran.code, ran.out, models(raw)) == (0, "Hi\n", ["m", "m2"])
    first, second = ran.err.splitlines()
    assert first.startswith("cometapi: m: ") and first.endswith(" Asking m2.") and f"HTTP {status}" in first
    assert second == "cometapi: m2 answers."


def test_the_next_model_answers_whole_and_records_say_so(cli, raw, speech):
    raw(refusing(), lambda talk: talk.whole(speech.whole("Hi")))
    ran = call(cli, speech, "--fallback", "m2", "--json")
    assert (ran.code, json.loads(ran.out)["answered_by"], models(raw)) == (0, "m2", ["m", "m2"])
    assert "cometapi: m2 answers.\n" in ran.err


def test_records_of_every_machine_format_and_events(cli, raw, speech):
    raw(refusing(), lambda talk: talk.whole(speech.whole("Hi")))
    rows = list(csv.DictReader(io.StringIO(call(cli, speech, "--fallback", "m2", "-f", "csv").out)))
    assert [one["answered_by"] for one in rows] == ["m2"]
    raw(refusing(), streamed(*said(speech, "Hi")))
    last = json.loads(call(cli, speech, "--fallback", "m2", "--events").out.splitlines()[-1])
    assert (last["type"], last["answered_by"]) == ("result", "m2")


def test_the_first_model_answers(cli, raw, speech):
    raw(lambda talk: talk.whole(speech.whole("Hi")))
    ran = call(cli, speech, "--fallback", "m2", "--json")
    assert (ran.code, ran.err, json.loads(ran.out)["answered_by"], models(raw)) == (0, "", "m", ["m"])
    assert "answered_by" not in json.loads(call(cli, speech, "--json").out)


@pytest.mark.parametrize("status", NOT_REFUSED)
def test_another_fault_is_no_reason_to_ask_another_model(cli, raw, speech, status):
    raw(refusing(status, "x"))
    plain, asked = call(cli, speech), call(cli, speech, "--fallback", "m2")
    assert (asked.code, asked.out, asked.err) == (plain.code, plain.out, plain.err)
    assert models(raw) == ["m", "m"]


@pytest.mark.parametrize("code", ["insufficient_user_quota", "model_not_found", "invalid_request"])
def test_a_code_that_is_never_repeated(cli, raw, code):
    raw(refusing(429, code))
    assert cli("chat", "hi", "-m", "m", "--fallback", "m2", "--retries", "0").code != 0
    assert models(raw) == ["m"]


def test_an_unknown_outcome_is_not_asked_again(cli, raw, speech):
    for answer, words in ((lambda talk: talk.reset(), ()), (lambda talk: talk.stall(), ("--timeout", "0.2"))):
        raw.talks.clear()
        raw(answer)
        assert (call(cli, speech, "--fallback", "m2", *words).code, len(raw.talks)) == (69, 1)


def test_an_answer_that_has_begun_is_not_asked_again(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Half"), speech.error("Not now")))
    ran = call(cli, speech, "--fallback", "m2")
    assert (ran.code, models(raw)) == (69, ["m"])


def test_a_service_that_is_not_reached(cli, nobody):
    ran = cli("chat", "hi", "-m", "m", "--fallback", "m2", "--fallback", "m3", "--retries", "0")
    assert (ran.code, ran.out) == (69, "")
    assert ran.err.count("cannot be reached") == 4  # three models, and the first one's error at the end
    assert [line.rpartition("Asking ")[2] for line in ran.err.splitlines()[:2]] == ["m2.", "m3."]


def test_when_all_fail_the_first_cause_is_told(cli, raw, speech):
    raw(refusing(429), refusing(503))
    ran = call(cli, speech, "--fallback", "m2", "--fallback", "m3")
    lines = [line for line in ran.err.splitlines() if line.startswith("cometapi")]
    assert (ran.code, models(raw)) == (69, ["m", "m2", "m3"])
    assert "HTTP 429" in lines[0] and "HTTP 429" in lines[-1]
    assert lines[1].startswith("cometapi: m2: ") and "HTTP 503" in lines[1] and lines[1].endswith("Asking m3.")
    assert lines[2].startswith("cometapi: m3: ")


def test_what_was_read_is_read_once(cli, raw, speech):
    raw(refusing(503), lambda talk: talk.whole(speech.whole("Hi")))
    reading, writing = os.pipe()
    os.write(writing, b"said once")
    os.close(writing)
    ran = call(cli, speech, "--fallback", "m2", "-F", f"/dev/fd/{reading}", "--json")
    os.close(reading)
    assert (ran.code, models(raw)) == (0, ["m", "m2"])
    assert all(b"said once" in talk.body for talk in raw.talks)


def test_a_fault_of_the_second_model_ends_it(cli, raw, speech):
    raw(refusing(503), refusing(404, "x"))
    ran = call(cli, speech, "--fallback", "m2", "--fallback", "m3")
    assert (ran.code, models(raw)) == (69, ["m", "m2"])
    assert "cometapi: m2: " in ran.err and "HTTP 404" in ran.err


def test_retries_come_first(cli, raw):
    raw(
        refusing(503),
        refusing(503),
        streamed('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'),
    )
    ran = cli("chat", "hi", "-m", "m", "--fallback", "m2", "--retries", "1", "--retry-max-wait", "0")
    assert (ran.code, models(raw)) == (0, ["m", "m", "m2"])


def test_a_list_and_aliases_and_what_comes_twice(cli, raw, config):
    (config.parent / "aliases.yaml").write_text("s: claude-x\n")
    raw(refusing())
    cli("chat", "hi", "-m", "m", "--fallback", "m, s,m2", "--fallback", "m2", "--fallback=s", "--retries", "0")
    assert models(raw) == ["m", "claude-x", "m2"]


def test_all_of_the_request_goes_to_the_next_model(cli, raw, speech):
    raw(refusing(), lambda talk: talk.whole(speech.whole("Hi")))
    assert (
        cli(speech.command, "Look:", "-m", "m", "--fallback", "m2", "--retries", "0", "-t", "0.5", stdin="piped").code
        == 0
    )
    first, second = (json.loads(talk.body) for talk in raw.talks)
    first.pop("model", None), second.pop("model", None)
    assert first == second
    assert "Look:\\n\\npiped" in raw.talks[1].body.decode()


def test_what_the_family_of_the_next_model_takes(cli, raw):
    raw(refusing(), streamed('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'))
    ran = cli("chat", "hi", "-m", "gpt-4o", "--fallback", "o3", "--max-tokens", "9", "--retries", "0")
    first, second = (json.loads(talk.body) for talk in raw.talks)
    assert (first["max_tokens"], second["max_completion_tokens"], "max_tokens" in second) == (9, 9, False)
    assert "OpenAI's reasoning models do not take --max-tokens" in ran.err


def test_a_model_of_the_body(cli, raw, tmp_path):
    path = tmp_path / "body.json"
    path.write_text('{"model": "m", "messages": [{"role": "user", "content": "hi"}]}')
    raw(refusing())
    cli("chat", "--body", path, "--fallback", "m2", "--retries", "0")
    assert models(raw) == ["m", "m2"]


def test_nothing_is_asked_in_a_preview(cli, raw):
    ran = cli("chat", "hi", "-m", "m", "--fallback", "m2", "--dry-run", "--json")
    assert (json.loads(ran.out)["body"]["model"], raw.talks) == ("m", [])


def test_each_message_of_a_conversation_begins_with_its_own_model(terminal, raw, environ):
    reply = streamed('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n')
    raw(refusing(), reply, refusing(), reply)
    talk = terminal("chat", "-m", "m", "--fallback", "m2", "--retries", "0", "--plain")
    for _ in range(2):
        talk.sees("You> ")
        talk.types("hi")
        talk.sees("m2 answers.", "Hi")
    assert models(raw) == ["m", "m2", "m", "m2"]
