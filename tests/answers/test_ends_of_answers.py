"""How answers of real services end: signs of life, end marks, reasons, failures and refusals wherever they are told."""

import json

import pytest
from conftest import chunk, event
from protocol_servers import DONE, delta, said, streamed

HARMLESS = [
    "data: null\n\n",
    "data: ping\n\n",
    "data: : keep-alive\n\n",
    "event: ping\ndata: pong\n\n",
    "data: 1\n\n",
    'data: "ok"\n\n',
    "data: {}\n\n",
    "data: []\n\n",
]


@pytest.mark.parametrize("sign", HARMLESS, ids=repr)
def test_signs_of_life_fail_no_answer(cli, raw, speech, sign):
    raw(streamed(*(one for told in said(speech, "Hel", "lo") for one in (sign, told))))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


@pytest.mark.parametrize("mark", ["data: [DONE]\n\n", "data:  [DONE] \n\n", "data: [DONE]"])
def test_the_end_mark_ends_every_stream(cli, raw, speech, mark):
    events = said(speech, "Hello")
    raw(streamed(*[one for one in events if "[DONE]" not in one and "message_stop" not in one], mark))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


@pytest.mark.parametrize("words", [[], ["--json"], ["--events"]])
def test_an_end_mark_without_a_reason_is_a_note(cli, raw, speech, words):
    raw(streamed(*speech.begin, speech.text("Hel"), DONE))
    ran = cli(speech.command, "hi", "-m", "m", "--stream", *words)
    strict = cli(speech.command, "hi", "-m", "m", "--stream", "--strict", *words)

    assert ("Hel" in ran.out, "did not say why" in ran.err, ran.code) == (True, True, 0)
    assert ("did not say why" in strict.err + strict.out, strict.code) == (True, 69)


AFTER = [
    "data: garbage\n\n",
    event({"error": {"message": "too late"}}),
    "event: error\ndata: late\n\n",
    "data: [1]\n\n",
]


@pytest.mark.parametrize("late", AFTER, ids=repr)
def test_what_follows_a_whole_answer_fails_nothing(cli, raw, speech, late):
    raw(streamed(*said(speech, "Hello"), late))
    ran = cli(speech.command, "hi", "-m", "m")
    assert (ran.out, ran.code) == ("Hello\n", 0)

    ends = [one for one in said(speech, "Hello") if "[DONE]" not in one and "message_stop" not in one]
    raw(streamed(*ends, late))
    assert cli(speech.command, "hi", "-m", "m").code == 0


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_unknown_reason_without_an_answer_is_an_error(cli, raw, speech, way):
    whole = speech.whole(None, "odd") if speech.command != "responses" else {**speech.whole(None), "status": "odd"}
    events = [*speech.begin, *speech.finish("odd"), *speech.mark]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli(speech.command, "hi", "-m", "m", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.code, "odd" in ran.err) == ("", 1, True)


def test_a_whole_reply_with_neither_message_nor_reason_is_an_error(cli, raw):
    raw(lambda talk: talk.whole({"choices": [{"index": 0}], "detail": "upstream was empty"}))
    ran = cli("chat", "hi", "--no-stream")

    assert (ran.code, ran.err) == (1, "cometapi: The service's reply contains no answer: upstream was empty\n")


FAILURES = ["error", "network_error", "insufficient_system_resource"]
WITHHELD = ["sensitive", "SAFETY", "refusal", "content_filter"]


@pytest.mark.parametrize(("reason", "code"), [*((one, 69) for one in FAILURES), *((one, 1) for one in WITHHELD)])
def test_reasons_that_mean_failure(cli, raw, reason, code):
    raw(streamed(chunk("part"), delta(reason), DONE))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, reason in ran.err) == ("part\n", code, True)


@pytest.mark.parametrize(("reason", "note"), [("end_turn", False), ("MAX_TOKENS", True)])
def test_reasons_in_the_words_of_another_protocol(cli, raw, reason, note):
    raw(streamed(chunk("Hi", reason), DONE))

    assert ("length limit" in cli("chat", "hi").err) is note


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_error_inside_a_choice_is_one(cli, raw, way):
    error = {"code": 502, "message": "Upstream idle timeout 7781"}
    choice = {"index": 0, "finish_reason": "error", "error": error}
    whole = {"choices": [{**choice, "message": {"role": "assistant", "content": ""}}]}
    events = [chunk("part"), event({"choices": [{**choice, "delta": {"content": ""}}]}), DONE]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli("chat", "hi", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.code) == ("part\n" if way == "stream" else "", 69)
    assert "Upstream idle timeout 7781" in ran.err


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_error_that_says_nothing_is_none(cli, raw, speech, way):
    empty = {"message": "", "type": "", "param": "", "code": None, "more": [{}]}
    whole = {**speech.whole("Hello"), "error": empty}
    events = [one.replace("data: {", f'data: {{"error": {json.dumps(empty)}, ', 1) for one in said(speech, "Hello")]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli(speech.command, "hi", "-m", "m", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


BODIES = [
    (401, [{"error": {"code": 401, "message": "list error 4019", "status": "UNAUTHENTICATED"}}], "list error 4019", 77),
    (429, [{"error": {"code": 429, "message": "list error 4020"}}], "list error 4020", 69),
    (400, {"detail": "not so 1"}, "(HTTP 400): not so 1", 1),
    (422, {"detail": [{"loc": ["body"], "msg": "field required 2"}]}, "(HTTP 422): field required 2", 1),
    (400, {"msg": "not so 3"}, "(HTTP 400): not so 3", 1),
    (400, {"errors": [{"message": "not so 4"}, {"message": "nor so"}]}, "(HTTP 400): not so 4; nor so", 1),
    (400, {"errors": ["not so 5"]}, "(HTTP 400): not so 5", 1),
    (400, "prompt is too long 6", "(HTTP 400): prompt is too long 6", 1),
    (503, "<html><title>503 &amp; all</title></html>", "The service is unavailable (HTTP 503): 503 & all", 69),
    (401, "<html></html>", "The API key was refused (HTTP 401)", 77),
    (402, {"error": {"message": "pay", "type": "rate_limit_error"}}, "pay", 1),
    (401, {"error": {"message": "who", "code": "INTERNAL"}}, "who", 77),
    (
        400,
        {
            "error": {
                "message": "Provider returned error",
                "code": 400,
                "metadata": {"raw": '{"error":{"message":"inner 7"}}'},
            }
        },
        "Provider returned error: inner 7",
        1,
    ),
    (400, {"error": {"message": "", "metadata": {"raw": "inner 8"}}}, "inner 8", 1),
]


@pytest.mark.parametrize(("status", "body", "told", "code"), BODIES)
def test_the_reason_of_a_refusal_is_told_wherever_it_stands(cli, raw, status, body, told, code):
    kind = "text/plain" if isinstance(body, str) and body[0] != "<" else "application/json"
    raw(lambda talk: talk.whole(body, status, kind))
    ran = cli("chat", "hi", "--retries", "0")

    assert (ran.out, ran.code, told in ran.err) == ("", code, True)


@pytest.mark.parametrize(
    ("status", "code"), [(402, "server_error"), (503, "model_not_found"), (503, "insufficient_user_quota")]
)
def test_what_cannot_heal_is_asked_for_once(cli, raw, status, code):
    raw(lambda talk: talk.whole({"error": {"message": "no", "code": code}}, status))
    ran = cli("chat", "hi")

    assert (ran.code, len(raw.talks)) == (1, 1)


def test_the_model_nearest_to_one_that_is_refused_is_named(cli, raw, home):
    kept = home / ".cache" / "cometapi"
    kept.mkdir(parents=True)
    (kept / "models.tsv").write_text("gpt-5.4\tOpenAI\nclaude-x\tAnthropic\n")
    raw(lambda talk: talk.whole({"error": {"message": "no channel", "code": "model_not_found"}}, 503))

    assert "no channel; did you mean gpt-5.4?" in cli("chat", "hi", "-m", "gpt5.4").err


def test_an_event_of_an_error_may_be_a_line_of_text(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("part"), "event: error\ndata: upstream exploded 7789\n\n"))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.code, "upstream exploded 7789" in ran.err) == ("part\n", 1, True)
