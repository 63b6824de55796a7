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
