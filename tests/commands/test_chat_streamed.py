"""A streamed ``chat``: what is printed of it, and what ends it otherwise than it should."""

import pytest
from conftest import chunk, event
from test_chat import CUT, PAGE, PAGE_HINT, SPARSE, WHOLE, streamed

# --- a stream


@pytest.mark.parametrize(
    ("events", "printed"),
    [
        ([chunk("Hel"), chunk("lo"), chunk(finish="stop"), event("[DONE]")], "Hello\n"),
        ([chunk(""), chunk("Hi", "stop")], "Hi\n"),
        ([": PING\n\n", chunk("Hi"), ": PING\r\n\r\n", chunk(finish="stop")], "Hi\n"),
        ([chunk("Hi\n"), chunk("\n"), chunk(finish="stop")], "Hi\n"),
        ([chunk("a\n"), chunk("\n"), chunk("b", "stop")], "a\n\nb\n"),
        ([chunk("  Hi  ", "stop")], "  Hi  \n"),
        ([event(""), chunk("Hi", "stop")], "Hi\n"),
        ([chunk("Hi", "stop").replace("data: ", "data:").replace("\n", "\r\n")], "Hi\n"),
        ([chunk("Hi", "stop").rstrip("\n")], "Hi\n"),
        ([chunk("Hi"), chunk(finish="stop"), event({"choices": [], "usage": {"total_tokens": 3}})], "Hi\n"),
        ([event({"choices": None}), chunk("Hi", "stop")], "Hi\n"),
        (
            [
                event({"choices": [{"index": 1, "delta": {"content": "other"}, "finish_reason": "stop"}]}),
                chunk("a", "stop"),
            ],
            "a\n\n---\n\nother\n",
        ),
        ([event({"choices": [{"delta": {"reasoning_content": "hm"}}]}), chunk("Hi", "stop")], "Hi\n"),
        ([chunk("Hi", "stop"), event("[DONE]"), event("never read")], "Hi\n"),
    ],
)
def test_a_stream_is_printed_and_ends_with_one_newline(cli, raw, events, printed):
    raw(streamed(*events))
    ran = cli("chat", "hi")

    assert (ran.out, ran.err, ran.code) == (printed, "", 0)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_multi_byte_text_survives_any_cut(cli, raw, size):
    data = (chunk("你好 👋 é") + chunk(finish="stop")).encode()
    raw(streamed(*(data[at : at + size] for at in range(0, len(data), size))))

    assert cli("chat", "hi").out == "你好 👋 é\n"


def test_a_compressed_stream(cli, raw):
    import gzip

    raw(streamed(gzip.compress((chunk("Hi") + chunk(finish="stop")).encode()), more=["Content-Encoding: gzip"]))

    assert cli("chat", "hi").out == "Hi\n"


def test_the_content_type_is_told_in_any_case(cli, raw):
    raw(streamed(chunk("Hi", "stop"), content_type="Text/Event-Stream"))

    assert cli("chat", "hi").out == "Hi\n"


@pytest.mark.parametrize("events", [[chunk("Hel")], [event("[DONE]")], []])
def test_without_a_reason_to_end_the_answer_was_cut(cli, raw, events):
    raw(streamed(*events))
    ran = cli("chat", "hi")

    assert (ran.out, ran.err, ran.code) == ("Hel\n" if events[:1] == [chunk("Hel")] else "", CUT, 69)


def test_every_choice_has_to_say_why_it_ended(cli, raw):
    raw(streamed(chunk("Hi", "stop"), event({"choices": [{"index": 1, "delta": {"content": "x"}}]})))

    assert cli("chat", "hi").code == 69


@pytest.mark.parametrize("breaking", [lambda talk: None, lambda talk: talk.reset(), lambda talk: talk.send("zz\r\n")])
def test_a_connection_that_breaks_keeps_what_came(cli, raw, breaking):
    raw(lambda talk: breaking(talk.stream(chunk("Hel"))))
    ran = cli("chat", "hi")

    assert (ran.err, ran.code) == ("cometapi: The connection broke in the middle of the answer.\n", 69)
    assert ran.out in ("Hel\n", "")  # a reset may overtake what was sent before it
    assert len(raw.talks) == 1


def test_a_stream_that_stalls_is_given_up(cli, raw):
    raw(lambda talk: talk.stream(chunk("Hel")).stall())
    ran = cli("chat", "hi", "--timeout", "0.3")

    assert (ran.out, ran.code, len(raw.talks)) == ("Hel\n", 69, 1)
    assert ran.err == (
        "cometapi: The service stopped sending in the middle of its answer.\n"
        "  Try again, or wait longer with --timeout SECONDS.\n"
    )


@pytest.mark.parametrize(
    ("value", "sentence", "code"),
    [
        (
            {"error": {"message": "overloaded", "code": "upstream_error"}},
            "The service could not complete the answer: overloaded.",
            1,
        ),
        ({"error": "plain words"}, "The service could not complete the answer: plain words.", 1),
        ({"error": {"message": "Invalid token", "type": "x"}}, "The API key was refused: Invalid token.", 77),
        ({"success": False, "message": "no more"}, "The service could not complete the answer: no more.", 1),
        ({"success": False}, "The service could not complete the answer.", 1),
        ("not json", "Unexpected reply from the service: the stream contains something that is not JSON: not json.", 1),
        ("[1]", "Unexpected reply from the service: the stream contains something that is not an event: [1].", 1),
        ("[" * 100_000, "Unexpected reply from the service: the stream contains something that is not JSON.", 1),
    ],
)
def test_an_error_in_the_middle_of_a_stream(cli, raw, value, sentence, code):
    raw(streamed(chunk("Hel"), event(value), chunk("lo", "stop")))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, ran.err.splitlines()[0]) == ("Hel\n", code, f"cometapi: {sentence}")


@pytest.mark.parametrize(
    "odd",
    [
        {"choices": 7},
        {"choices": {"0": 1}},
        {"choices": [None, "x", 3]},
        {"choices": [{"index": [0], "delta": {"content": ""}}]},
        {"choices": [{"index": 0, "delta": None}]},
        {"choices": [{"index": 0, "delta": {"content": {"text": "x"}}}]},
        {"choices": [{"index": 0, "delta": {"content": 5, "tool_calls": "x"}}], "usage": 3, "model": []},
    ],
)
@pytest.mark.parametrize("words", [[], ["--json", "--stream"]])
def test_odd_events_are_no_fault_of_the_program(cli, raw, odd, words):
    raw(streamed(event(odd), chunk("Hi", "stop")))
    ran = cli("chat", "hi", *words)

    assert (ran.code, ran.err) == (0, "")
    assert "Hi" in ran.out


NOTES = {
    "length": "The answer reached its length limit and is incomplete; see --max-tokens.",
    "odd": "The answer ended for another reason: odd.",
}


@pytest.mark.parametrize(("reason", "note"), NOTES.items())
@pytest.mark.parametrize("words", [[], ["--no-stream"], ["--json"]])
def test_a_reason_worth_a_note(cli, raw, reason, note, words):
    whole = {"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": reason}]}
    raw(lambda talk: talk.whole(whole) if words else talk.stream(chunk("Hi", reason)).end())
    ran = cli("chat", "hi", *words)

    assert (ran.err, ran.code) == (f"cometapi: {note}\n", 0)


@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_a_filtered_answer_is_no_success(cli, raw, words):
    whole = {"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "content_filter"}]}
    raw(lambda talk: talk.whole(whole) if words else talk.stream(chunk("Hi", "content_filter")).end())
    ran = cli("chat", "hi", *words)

    assert (ran.out, ran.code) == ("Hi\n", 1)
    assert ran.err == "cometapi: The service withheld the answer or a part of it (finish reason content_filter).\n"


TOOL_CALL = {"index": 0, "id": "c", "function": {"name": "get_weather", "arguments": '{"city":"Paris"}'}}


def test_an_answer_of_tool_calls_alone_shows_them(cli, raw):
    call = {"choices": [{"index": 0, "delta": {"tool_calls": [TOOL_CALL]}, "finish_reason": "tool_calls"}]}
    raw(streamed(event(call)))
    ran = cli("chat", "hi")

    assert (ran.out, ran.err, ran.code) == (
        'get_weather({"city": "Paris"})  # c\n',
        "",
        0,
    )


# --- something else in the place of a stream


@pytest.mark.parametrize(
    ("body", "content_type", "out", "err", "code"),
    [
        (WHOLE, "application/json", "Hi 你!\n", "", 0),
        (SPARSE, "application/json", "Hi!\n", "", 0),
        (PAGE, "text/html", "", f"cometapi: The service answered with a page of HTML instead of data.\n{PAGE_HINT}", 1),
        ("", "application/json", "", "cometapi: The service returned an empty reply.\n", 1),
        ("", "text/event-stream", "", CUT, 69),
        ('{"a":', "application/json", "", "cometapi: Unexpected reply from the service: it is not valid JSON.\n", 1),
        (
            "[" * 99_999,
            "application/json",
            "",
            "cometapi: Unexpected reply from the service: it is not valid JSON.\n",
            1,
        ),
        ({}, "application/json", "", "cometapi: The service's reply contains no answer.\n", 1),
        ({"choices": []}, "application/json", "", "cometapi: The service's reply contains no answer.\n", 1),
        ("[]", "application/json", "", "cometapi: The service's reply contains no answer.\n", 1),
        ("null", "application/json", "", "cometapi: The service's reply contains no answer.\n", 1),
        (
            {"success": False, "message": "quota"},
            "application/json",
            "",
            "cometapi: The service refused the request: quota.\n",
            1,
        ),
        ({"error": {"message": "no"}}, "application/json", "", "cometapi: The service refused the request: no.\n", 1),
    ],
)
def test_with_200_in_the_place_of_a_stream(cli, raw, body, content_type, out, err, code):
    raw(lambda talk: talk.whole(body, 200, content_type))
    ran = cli("chat", "hi")

    assert (ran.out, ran.err, ran.code) == (out, err, code)


def test_a_body_shorter_than_promised_is_a_broken_connection(cli, raw):
    raw(lambda talk: talk.head(200, "application/json", "Content-Length: 999").send('{"choices": ['))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == ("", 69)
