"""A look at the request before it is sent, where the law over all commands does not reach."""

import os
import subprocess

import pytest
from conftest import chunk

ODD = ['it\'s "quoted" $HOME `date` \\ and\nmore', "Grüße 你好 👋", "@file", "-d", "%s !x"]


def posted(raw, line, **variables):
    """The body that a line of bash sends."""
    environment = {"PATH": os.environ["PATH"], "COMETAPI_KEY": "sk-test-key-0001", **variables}
    subprocess.run(["bash"], input=line.encode(), env=environment, capture_output=True, timeout=30, check=True)
    return raw.talks[-1].body.decode()


@pytest.mark.parametrize("message", [*ODD, "long " * 40_000], ids=range(6))
def test_no_message_is_more_than_text_to_the_shell(message, cli, raw):
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    line = cli("chat", "--curl", "--", "-", stdin=message).out
    cli("chat", "--", "-", stdin=message)
    ours = raw.talks[-1].body.decode()

    assert posted(raw, line) == ours


def test_a_stream_is_not_buffered(cli, nobody):
    assert cli("chat", "hi", "--curl").out.startswith("curl --silent --show-error --no-buffer --request POST ")
    assert cli("chat", "hi", "--curl", "--no-stream").out.startswith("curl --silent --show-error --request POST ")


def test_a_key_shows_its_last_four_characters_wherever_it_stands(cli, nobody):
    ran = cli("chat", "my key is sk-test-key-0001", "--dry-run")

    assert "Authorization: Bearer sk-…0001\n" in ran.out
    assert '"content": "my key is sk-…0001"' in ran.out


def test_a_header_given_by_hand_is_no_less_secret(cli, nobody):
    words = ["api", "GET", "/v1/models", "--header", "Cookie=session=of-somebody-9999"]

    assert "Cookie: …9999\n" in cli(*words, "--dry-run").out
    assert "'Cookie: …9999'" in cli(*words, "--curl").out


def test_a_cached_list_is_shown_all_the_same(cli, service):
    service.expect_request("/api/models").respond_with_json({"success": True, "data": [{"id": "a"}]})
    cli("models")

    assert cli("models", "--dry-run").out.startswith(f"GET {service.url_for('/api/models')}\n")


def test_nothing_is_destroyed_by_looking(cli, nobody):
    ran = cli("api", "DELETE", "/api/token/3", "--dry-run")

    assert (ran.code, ran.out.splitlines()[0]) == (0, f"DELETE {nobody}/api/token/3")


def test_the_two_ways_exclude_each_other(cli, nobody):
    ran = cli("models", "--dry-run", "--curl")

    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: --dry-run and --curl cannot be combined.")


def test_no_conversation_begins(terminal, nobody):
    talk = terminal("chat", "--dry-run")

    assert talk.ends() == 2
    assert "MESSAGE is missing" in talk.text


def test_the_details_of_a_model_are_shown_whatever_the_cache_holds(cli, service):
    service.expect_request("/api/models").respond_with_json(CATALOG)
    shown = f"GET {service.url_for('/api/model/gpt-5-4')}\n"
    before = cli("model", "info", "gpt-5.4", "--dry-run")
    cli("models")
    after = cli("model", "info", "gpt-5.4", "--dry-run")

    assert (before.code, before.out.startswith(shown)) == (0, True)
    assert (after.code, after.out) == (0, before.out)
    assert [request.path for request, _ in service.log] == ["/api/models"]  # of `models` alone


CATALOG = {"success": True, "data": [{"id": "gpt-5.4", "code": "another", "provider": "OpenAI"}]}


OBEYED = [
    "\x1b[31m",
    "\x9b31m",
    "\x9d0;x\x07",
    "\u202e",
    "\x7f",
    "\u200b\ufeff",
    "\u2066x",
    "\U000e0041",
    "\x01\\!%s",
    "\u200dx\n\n",
]
SENT = [
    ["chat", "{}"],
    ["chat", "hi", "--set", "a={}"],
    ["chat", "hi", "-s", "{}", "--no-stream"],
    ["api", "POST", "/v1/x", "--field", "a={}"],
]


def is_tame(text):
    """Whether a terminal finds nothing in a text to obey, and hides none of it."""
    return all(sign == "\n" or sign.isprintable() for sign in text)


@pytest.mark.parametrize("odd", OBEYED, ids=ascii)
@pytest.mark.parametrize("words", SENT, ids=" ".join)
def test_no_preview_writes_what_a_terminal_obeys_and_curl_sends_the_same_bytes(cli, raw, words, odd):
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    words = [word.replace("{}", f"x{odd}y{odd}") for word in words]
    cli(*words)
    ours = raw.talks[-1].body.decode()
    line, seen = cli(*words, "--curl").out, cli(*words, "--dry-run")

    assert (is_tame(line), is_tame(seen.out), seen.code) == (True, True, 0)
    assert posted(raw, line) == ours


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_long_body_goes_through_a_pipe_with_the_same_bytes(cli, raw, shell):
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    message = "long \x9b\u202e\\n%d' " * 20_000
    cli("chat", "-", stdin=message)
    ours = raw.talks[-1].body
    line = cli("chat", "-", "--curl", stdin=message).out
    environment = {"PATH": os.environ["PATH"], "COMETAPI_KEY": "sk-test-key-0001"}
    subprocess.run([shell], input=line.encode(), env=environment, capture_output=True, timeout=30, check=True)

    assert (raw.talks[-1].body, is_tame(line)) == (ours, True)


@pytest.mark.parametrize("header", ["X-A=\x1b[31m", "X-A=\u202e", "X-A=\x9bx", "X A=1", "X-A=a\nb", "X-A=\u4f60"])
@pytest.mark.parametrize("look", ["--dry-run", "--curl", None])
def test_a_header_that_the_call_refuses_is_refused_by_the_look(cli, nobody, header, look):
    ran = cli("api", "GET", "/v1/models", "--header", header, *filter(None, [look]))

    assert (ran.out, ran.code) == ("", 2)
    assert is_tame(ran.err)
