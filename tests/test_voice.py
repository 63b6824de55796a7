"""How much is said, how it looks, and who is asked: --quiet, --verbose, --debug, --color, --no-input, CI."""

import pytest
from conftest import chunk

EMPTY = {"success": True, "data": []}


def test_quiet_says_nothing_but_the_result(cli):
    ran = cli("--sandbox", "-q", "chat", "hi", "--usage")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Hello from the sandbox!")


def test_quiet_still_says_errors(cli, service):
    service.expect_request("/api/models").respond_with_data(status=500)
    ran = cli("models", "--quiet", "--retries", "1")

    assert (ran.code, ran.err.splitlines()[0]) == (69, "cometapi: The service failed (HTTP 500).")


def test_verbose_tells_of_requests_replies_and_copies(cli, service):
    service.expect_request("/api/models").respond_with_json(EMPTY, headers={"X-Cometapi-Request-Id": "r-1"})
    url = service.url_for("/api/models")
    first, second = cli("models", "--verbose", "--json"), cli("models", "--verbose", "--json")
    sent, came, note = first.err.splitlines()

    assert sent == f"cometapi: GET {url}"
    assert came.startswith("cometapi: HTTP 200 after 0.") and came.endswith(" s, request id r-1")
    assert note == "cometapi: Nothing found."
    assert second.err.splitlines()[0] == f"cometapi: Using the cached copy of {url}, fetched a moment ago."


@pytest.mark.parametrize("key", ["sk-test-key-0001", "short"])
def test_debug_tells_of_headers_without_the_key(key, cli, raw):
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    ran = cli("chat", "hi", "--debug", env={"COMETAPI_KEY": key})

    assert f"> Authorization: Bearer {'sk-…0001' if len(key) > 8 else '…'}\n" in ran.err
    assert "< Content-Type: text/event-stream; charset=utf-8\n" in ran.err
    assert key not in ran.err


def test_quiet_and_verbose_exclude_each_other(cli):
    assert cli("models", "-q", "--verbose").err.startswith("cometapi: --quiet and --verbose cannot be combined.")


@pytest.mark.parametrize(
    ("words", "env", "styled"),
    [
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {"FORCE_COLOR": "1"}, True),
        ([], {}, False),
        (["--color", "always", "--json"], {}, False),
    ],
)
def test_the_option_decides_on_colour_before_the_environment(words, env, styled, cli):
    assert ("\x1b" in cli("config", "show", *words, env=env).out) is styled


SILENT = [(["--no-input"], {}, "--no-input was given"), ([], {"CI": "true"}, "the variable CI is set")]


@pytest.mark.parametrize(("words", "env", "reason"), SILENT, ids=["option", "CI"])
@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("chat", "MESSAGE is missing or empty: give it as an argument or through a pipe."),
        ("init", "init needs a terminal, and {reason};"),
        ("config edit", "config edit needs a terminal, and {reason};"),
        ("config set api_key", "VALUE is missing: give it as an argument, or - to read it from a pipe."),
        ("api DELETE /api/token/3", "Send DELETE /api/token/3? Confirm with --yes: nobody can be asked here."),
        ("repl", "The repl needs a terminal, and {reason};"),
    ],
)
def test_nothing_is_asked_where_nobody_answers(call, sentence, words, env, reason, terminal):
    talk = terminal(*call.split(), *words, env=env)

    assert talk.ends() == 2
    assert sentence.format(reason=reason) in talk.text


@pytest.mark.parametrize("value", ["", "false", "0"])
def test_ci_that_is_off_is_none(value, terminal):
    talk = terminal("config", "set", "default_model", env={"CI": value})

    talk.sees("default_model: ").types("a-model")
    assert talk.ends() == 0
