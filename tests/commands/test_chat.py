"""``cometapi chat``: what is sent, and what is printed of whatever comes back."""

import csv
import io
import json

import pytest
import yaml
from conftest import chunk, event

SPARSE = {"model": "gpt-5.4", "choices": [{"message": {"content": "Hi!"}}]}
WHOLE = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "model": "gpt-5.4-2026",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi 你!\n"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12},
}
WHOLE_HINT = "  The partial answer above was kept. Run the command again for a complete one.\n"
CUT = f"cometapi: The answer is incomplete: the stream ended early.\n{WHOLE_HINT}"
PAGE = "<!DOCTYPE html><html><body>Welcome</body></html>"
PAGE_HINT = "  This is what a wrong base URL looks like; see: cometapi config show\n"


def streamed(*events, **facts):
    return lambda talk: talk.stream(*events, **facts).end()


def sent(raw):
    """The bodies that reached the server."""
    return [json.loads(talk.body) for talk in raw.talks]


# --- what is sent


def test_the_whole_request(cli, raw):
    raw(streamed(chunk("Hi"), chunk(finish="stop"), event("[DONE]")))
    ran = cli("chat", "-s", "be brief", "What is 你好?", "-m", "claude-sonnet-4-6", "-t", "0.7", "--max-tokens", "50")

    assert (ran.out, ran.err, ran.code) == ("Hi\n", "", 0)
    assert [(talk.method, talk.path) for talk in raw.talks] == [("POST", "/v1/chat/completions")]
    assert raw.talks[0].headers["authorization"] == "Bearer sk-test-key-0001"
    assert raw.talks[0].headers["content-type"] == "application/json"
    assert sent(raw) == [
        {
            "model": "claude-sonnet-4-6",
            "messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": "What is 你好?"}],
            "temperature": 0.7,
            "max_tokens": 50,
            "stream": True,
        }
    ]


@pytest.mark.parametrize(
    ("words", "env", "model"),
    [
        ([], {}, "gpt-5.4"),
        ([], {"COMETAPI_DEFAULT_MODEL": "m"}, "m"),
        (["-m", "n"], {"COMETAPI_DEFAULT_MODEL": "m"}, "n"),
    ],
)
def test_the_model_is_the_option_or_the_setting(cli, raw, words, env, model):
    raw(streamed(chunk("Hi", "stop")))
    cli("chat", "hi", *words, env=env)

    assert sent(raw) == [{"model": model, "messages": [{"role": "user", "content": "hi"}], "stream": True}]


@pytest.mark.parametrize(
    ("words", "stream"),
    [
        ([], True),
        (["-f", "markdown"], True),
        (["--json"], False),
        (["-f", "yaml"], False),
        (["-f", "csv"], False),
        (["--no-stream"], False),
        (["--json", "--stream"], True),
    ],
)
def test_people_get_a_stream_and_machines_a_whole_reply(cli, raw, words, stream):
    raw(lambda talk: talk.whole(WHOLE))
    cli("chat", "hi", *words)

    assert [body["stream"] for body in sent(raw)] == [stream]


@pytest.mark.parametrize(
    ("words", "stdin", "message"),
    [
        (["hi"], None, "hi"),
        ([], "from a pipe\n", "from a pipe"),
        (["hi"], "from a pipe\n", "hi\n\nfrom a pipe"),
        (["-"], "from a pipe\n", "from a pipe"),
        (["hi"], " \n", "hi"),
        (["hi"], "", "hi"),
        (["--", "--json"], None, "--json"),
        ([" spaces kept "], None, " spaces kept "),
        ([], "  indented\n  text\n\n", "  indented\n  text"),
    ],
)
def test_the_message_is_the_argument_then_the_pipe(cli, raw, words, stdin, message):
    raw(streamed(chunk("Hi", "stop")))
    cli("chat", *words, stdin=stdin)

    assert [body["messages"] for body in sent(raw)] == [[{"role": "user", "content": message}]]


@pytest.mark.parametrize(("words", "stdin"), [([], None), ([""], None), ([], " \n"), (["  "], ""), (["-"], None)])
def test_nothing_to_say_is_a_usage_error(cli, raw, words, stdin):
    ran = cli("chat", *words, stdin=stdin)

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err == (
        "cometapi: MESSAGE is missing or empty: give it as an argument or through a pipe.\n"
        "  Try: cometapi chat --help\n"
    )


def test_without_a_key_nothing_is_sent(cli, raw):
    ran = cli("chat", "hi", env={"COMETAPI_KEY": " "})

    assert (ran.out, ran.code, raw.talks) == ("", 64, [])
    assert ran.err == (
        "cometapi: No API key is set.\n"
        "  Get one at https://www.cometapi.com/console/token, then run: cometapi init, or set COMETAPI_KEY; "
        "--sandbox needs none\n"
    )


@pytest.mark.parametrize("name", ["COMETAPI_API_KEY", "COMET_API_KEY", "COMETAPI_KEYS", "cometapi_key"])
def test_without_a_key_a_variable_that_was_meant_for_it_is_named_without_its_value(cli, raw, name):
    ran = cli("chat", "hi", env={"COMETAPI_KEY": None, name: "sk-test-key-0002"})

    assert ran.err.splitlines()[0] == f"cometapi: No API key is set; {name} is set, but the variable is COMETAPI_KEY."
    assert "0002" not in ran.err


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "COMETAPI_HOME", "COMETAPI_ACCESS_TOKEN", "COMETAPI_TIMEOUT"])
def test_without_a_key_no_other_variable_is_taken_for_it(cli, raw, name):
    assert cli("chat", "hi", env={"COMETAPI_KEY": None, name: "5"}).err.startswith("cometapi: No API key is set.\n")


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


# --- five formats


def printed(cli, raw, *words):
    raw(lambda talk: talk.whole(WHOLE))
    ran = cli("chat", "hi", *words)
    assert (ran.err, ran.code) == ("", 0)
    return ran.out


def test_json_and_yaml_are_the_whole_reply(cli, raw):
    assert json.loads(printed(cli, raw, "--json")) == WHOLE
    assert yaml.safe_load(printed(cli, raw, "-f", "yaml")) == WHOLE


def test_csv_is_one_row(cli, raw):
    rows = list(csv.DictReader(io.StringIO(printed(cli, raw, "-f", "csv"))))

    assert rows == [
        {
            "model": "gpt-5.4-2026",
            "content": "Hi 你!\n",
            "finish_reason": "stop",
            "prompt_tokens": "9",
            "completion_tokens": "3",
            "total_tokens": "12",
        }
    ]


def test_table_and_markdown_are_the_text(cli, raw):
    assert printed(cli, raw, "-f", "table") == printed(cli, raw, "-f", "markdown") == "Hi 你!\n"


def test_a_stream_adds_up_to_the_whole_reply(cli, raw):
    call = {"index": 0, "id": "c", "function": {"name": "look", "arguments": '{"a"'}}
    more = {"index": 0, "function": {"arguments": ": 1}"}}
    pieces = [{"role": "assistant", "content": "H"}, {"content": "i", "tool_calls": [call]}, {"tool_calls": [more]}]
    events = [
        event({"model": "m", "choices": [{"index": 0, "delta": delta, "finish_reason": None}]}) for delta in pieces
    ]
    raw(streamed(*events, chunk(finish="stop"), event({"choices": [], "usage": {"total_tokens": 3}})))
    ran = cli("chat", "hi", "--json", "--stream")

    assert json.loads(ran.out) == {
        "object": "chat.completion",
        "model": "gpt-5.4",
        "choices": [
            {
                "index": 0,
                "message": {
                    "role": "assistant",
                    "content": "Hi",
                    "tool_calls": [{"id": "c", "function": {"name": "look", "arguments": '{"a": 1}'}}],
                },
                "finish_reason": "stop",
            }
        ],
        "usage": {"total_tokens": 3},
    }


def test_a_machine_gets_nothing_of_a_cut_stream_but_the_error(cli, raw):
    raw(streamed(chunk("Hel")))
    ran = cli("chat", "hi", "--json", "--stream")

    assert (ran.out, ran.code) == ("", 69)
    assert json.loads(ran.err)["error"]["exit_code"] == 69
