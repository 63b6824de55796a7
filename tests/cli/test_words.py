"""The words of the command line become values, or a sentence."""

from datetime import UTC, datetime

import pytest

from cometapi.cli import types
from cometapi.cli.words import values
from cometapi.errors import UsageError
from cometapi.generated.chat import COMMAND as CHAT
from cometapi.generated.config_set import COMMAND as CONFIG_SET
from cometapi.generated.models import COMMAND as MODELS
from cometapi.http.url import checked_url
from cometapi.manifest import moments

NOW = datetime(2026, 3, 15, 12, 30, tzinfo=UTC)
DAY = 86400
MIDNIGHT = int(datetime(2026, 3, 15, tzinfo=UTC).timestamp())


def given(command, *words):
    return values(command, list(words), environ={})


def refusal(command, *words):
    with pytest.raises(UsageError) as caught:
        given(command, *words)
    return caught.value.message


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["hi"], {"prompt": "hi"}),
        ([], {}),
        (["-"], {"prompt": "-"}),
        (["--", "--json"], {"prompt": "--json"}),
        (["--", "-"], {"prompt": "-"}),
        (["-7"], {"prompt": "-7"}),
        (["-0.5"], {"prompt": "-0.5"}),
        (["hi", "-fjson"], {"prompt": "hi", "format": "json"}),
        (["-f=json", "hi"], {"prompt": "hi", "format": "json"}),
        (["-f", "json", "hi"], {"prompt": "hi", "format": "json"}),
        (["--format=json", "hi"], {"prompt": "hi", "format": "json"}),
        (["hi", "--json"], {"prompt": "hi", "format": "json"}),
        (["--json", "--format", "yaml"], {"format": "yaml"}),
        (["--format", "yaml", "--json"], {"format": "json"}),
        (["--format", "YAML"], {"format": "yaml"}),
        (["--system", "-be brief"], {"system": "-be brief"}),
        (["--system", "- a\n- b"], {"system": "- a\n- b"}),
        (["--system=-x"], {"system": "-x"}),
        (["--system=a=b"], {"system": "a=b"}),
        (["--system="], {"system": ""}),
        (["-s=", "hi"], {"system": "", "prompt": "hi"}),
        (["-s=", "--json"], {"system": "", "format": "json"}),
        (["--system=--"], {"system": "--"}),
        (["-s--"], {"system": "--"}),
        (["-s=--", "hi"], {"system": "--", "prompt": "hi"}),
        (["--", "--"], {"prompt": "--"}),
        (["--system=--", "--", "--"], {"system": "--", "prompt": "--"}),
        (["-s-x"], {"system": "-x"}),
        (["--user", "a", "--user=b", "--temperature", "1", "-t2"], {"user": "b", "temperature": 2}),
        (["--stream", "--no-stream"], {"stream": False}),
        (["--no-stream", "--stream"], {"stream": True}),
        (["--temperature", "0.7", "--max-tokens", "10"], {"temperature": 0.7, "max_tokens": 10}),
        (["--temperature", "1.0"], {"temperature": 1}),
    ],
)
def test_words_of_chat(words, expected):
    assert given(CHAT, *words) == expected


@pytest.mark.parametrize(
    ("command", "words", "expected"),
    [
        (CONFIG_SET, ["--", "api_key", "--"], {"key": "api_key", "value": "--"}),
        (CONFIG_SET, ["--profile=--", "retries", "3"], {"profile": "--", "key": "retries", "value": "3"}),
        (MODELS, ["--output=--"], {"output": "--"}),
    ],
)
def test_two_dashes_as_a_value_never_vanish(command, words, expected):
    assert given(command, *words) == expected


def test_two_dashes_are_no_value_of_a_type_that_wants_more():
    assert refusal(CHAT, "--temperature=--") == "--temperature must be a number, not '--'."


def test_options_stand_anywhere_also_between_two_positionals():
    assert given(CONFIG_SET, "default_model", "--debug", "m") == {"key": "default_model", "value": "m", "debug": True}


def test_a_value_that_begins_with_a_dash_follows_the_end_of_options():
    assert given(CONFIG_SET, "default_model", "--", "-m") == {"key": "default_model", "value": "-m"}


def test_a_comma_list_becomes_words():
    assert given(MODELS, "--provider", "openai, google ,") == {"provider": ["openai", "google"]}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--modle", "x"], "Unknown option --modle; did you mean --model?"),
        (["--mod", "x"], "Unknown option --mod; did you mean --model?"),
        (["--zzz"], "Unknown option --zzz."),
        (["-z"], "Unknown option -z."),
        (["--model"], "--model needs a value."),
        (["-m"], "-m needs a value."),
        (["--model", "--json"], "--model needs a value."),
        (["-m", "--system=x"], "-m needs a value."),
        (["-m", "--", "hi"], "-m needs a value."),
        (["--json=yes"], "--json takes no value."),
        (["--model", "a", "--model=b"], "--model was given more than once."),
        (["-ma", "hi", "-m", "a"], "--model was given more than once."),
        (["a", "b"], "Unexpected word: b."),
        (
            ["--format", "jsno"],
            "--format must be one of table, json, jsonl, yaml, csv, markdown, not 'jsno'; did you mean json?",
        ),
        (["--temperature", "3"], "--temperature must be between 0 and 2, not 3."),
        (["--temperature", "-1"], "--temperature must be between 0 and 2, not -1."),
        (["--temperature", "warm"], "--temperature must be a number, not 'warm'."),
        (["--temperature", "nan"], "--temperature must be a number, not 'nan'."),
        (["--temperature", "inf"], "--temperature must be a number, not 'inf'."),
        (["--max-tokens", "0"], "--max-tokens must be 1 or more, not 0."),
        (["--max-tokens", "1.5"], "--max-tokens must be a whole number, not '1.5'."),
        (["--max-tokens", "1_0"], "--max-tokens must be a whole number, not '1_0'."),
        (["--max-tokens", ""], "--max-tokens must be a whole number, not ''."),
    ],
)
def test_wrong_words_of_chat(words, sentence):
    assert refusal(CHAT, *words) == sentence


def test_a_missing_positional_is_named():
    assert refusal(CONFIG_SET) == "KEY is missing."


def test_a_wrong_choice_of_a_positional_is_named_with_the_nearest():
    assert refusal(CONFIG_SET, "api-key") == "Unknown setting 'api-key'; did you mean api_key?"


def test_a_filter_of_the_catalog_needs_the_catalog():
    assert refusal(MODELS, "--source", "openai", "--type", "image") == "--type needs --source catalog."
    assert given(MODELS, "--source", "CATALOG", "--type", "image") == {"source": "catalog", "type": ["image"]}


RELATED = {
    "name": "related",
    "arguments": {
        "a": {"flags": ["--a"], "switch": "on", "needs": {"c": None}, "help": "A."},
        "b": {"flags": ["--b"], "switch": "on", "excludes": ["c"], "help": "B."},
        "c": {"flags": ["--c"], "switch": "on", "help": "C."},
    },
}


def test_options_that_need_or_exclude_each_other():
    assert given(RELATED, "--a", "--c") == {"a": True, "c": True}
    assert refusal(RELATED, "--a") == "--a needs --c."
    assert refusal(RELATED, "--c", "--b") == "--b and --c cannot be combined."


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-01-31", 1769817600),
        ("20260131", 1769817600),
        ("2026-01-31T00:00:10", 1769817610),
        ("2026-01-31 00:00:10", 1769817610),
        ("2026-01-31T00:00:10Z", 1769817610),
        ("2026-01-31T02:00:10+02:00", 1769817610),
        ("1769817610", 1769817610),
        ("0", 0),
        ("today", MIDNIGHT),
        ("month", MIDNIGHT - 14 * DAY),
        ("Yesterday", MIDNIGHT - DAY),
        ("7d", int(NOW.timestamp()) - 7 * DAY),
        ("24h", int(NOW.timestamp()) - DAY),
        (" 2026-01-31 ", 1769817600),
    ],
)
def test_moments(text, seconds):
    assert moments.moment(text, now=NOW) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-01-31", 1769817600 + DAY - 1),
        ("today", MIDNIGHT + DAY - 1),
        ("month", MIDNIGHT + 17 * DAY - 1),
        ("2026-01-31T00:00:10Z", 1769817610),
        ("1769817610", 1769817610),
    ],
)
def test_a_date_as_an_end_means_its_last_second(text, seconds):
    assert moments.moment(text, end=True, now=NOW) == seconds


@pytest.fixture
def vienna(monkeypatch):
    """The machine's zone is that of Vienna, where clocks were changed on 2026-03-29."""
    import time

    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2026-03-01", 1772319600, 1772405999),
        ("2026-03-29", 1774738800, 1774821599),  # which had 23 hours
        ("2026-03-01T12:00", 1772362800, 1772362800),
        ("2026-03-01T12:00Z", 1772366400, 1772366400),
        ("2026-03-01T12:00-05:00", 1772384400, 1772384400),
    ],
)
def test_what_has_no_zone_is_local_time(vienna, text, begin, end):
    assert (moments.moment(text), moments.last_moment(text)) == (begin, end)


def test_today_is_the_local_day(vienna):
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)  # already tomorrow there

    assert moments.moment("today", now=late) == 1772406000
    assert moments.moment("yesterday", end=True, now=late) == 1772405999


def test_a_day_is_sent_as_it_was_typed(vienna):
    assert moments.moment_as("day", moments.moment("2026-03-01")) == "2026-03-01"
    assert moments.moment_as("iso", moments.moment("2026-03-01")) == "2026-02-28T23:00:00Z"


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "31.01.2026", "2026-02-30", "d", "²d", "9999999d", "99999999999h", "2026-13-01", "-5"]
)
def test_what_is_no_date_is_said_so(text):
    with pytest.raises(ValueError) as caught:
        moments.moment(text, now=NOW)

    assert str(caught.value) == f"must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, not {text!r}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026", "in Unix seconds that is in 1970; for the year write 2026-01-01"),
        ("1999", "in Unix seconds that is in 1970; for the year write 1999-01-01"),
        ("202607", "in Unix seconds that is in 1970; for the month write 2026-07-01"),
        ("1767225600000", "these are milliseconds; in seconds write 1767225600"),
        ("1767225600000000", "these are microseconds; in seconds write 1767225600"),
        ("1767225600000000000", "these are nanoseconds; in seconds write 1767225600"),
    ],
)
@pytest.mark.parametrize("reader", [moments.moment, moments.last_moment])
def test_digits_that_nobody_means_as_seconds_are_asked_back(reader, text, reason):
    with pytest.raises(ValueError) as caught:
        reader(text)

    assert str(caught.value) == f"cannot be {text!r}: {reason}"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://api.cometapi.com/v1/", "https://api.cometapi.com/v1"),
        (" https://host:8443/proxy/v1 ", "https://host:8443/proxy/v1"),
        ("http://localhost:1/v1", "http://localhost:1/v1"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://127.9.9.9/v1", "http://127.9.9.9/v1"),
        ("http://[::1]:1/v1", "http://[::1]:1/v1"),
        ("http://comet.localhost/v1", "http://comet.localhost/v1"),
        ("HTTPS://Api.Example/v1", "https://Api.Example/v1"),
        (" Http://[::1]:80/v1/ ", "http://[::1]:80/v1"),
    ],
)
def test_urls(text, url):
    assert checked_url(text) == url


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("api.cometapi.com/v1", "must be a URL such as"),
        ("ftp://host/v1", "must be a URL such as"),
        ("https://", "must be a URL such as"),
        ("https://[::1", "must be a URL such as"),
        ("https://a b/v1", "must be a URL such as"),
        ("https://user:pass@host/v1", "must be a URL without user, password, query and fragment"),
        ("https://host/v1?key=1", "must be a URL without user, password, query and fragment"),
        ("https://host/v1?", "must be a URL without user, password, query and fragment"),
        ("https://host/v1#x", "must be a URL without user, password, query and fragment"),
        ("https://host:99999/v1", "must be a URL with a port from 0 to 65535"),
        ("http://evil.example\\.localhost/v1", "must be a URL with a host of letters"),
        ("http://127.0.0.1\\.evil.example/v1", "must be a URL with a host of letters"),
        ("http://evil%2eexample/v1", "must be a URL with a host of letters"),
        ("https://m\u00fcnchen.example/v1", "must be a URL with a host of letters"),
        ("https://host:\u0661/v1", "must be a URL with a host of letters"),
        ("https://ho\tst/v1", "must be a URL such as"),
        ("https://ho\x01st/v1", "must not contain control characters"),
    ],
)
def test_what_is_no_url_or_shows_a_password_is_refused(text, words):
    with pytest.raises(ValueError) as caught:
        checked_url(text)

    assert str(caught.value).startswith(words)
    assert "pass@" not in str(caught.value)


@pytest.mark.parametrize(("text", "pair"), [("429", (429, None)), ("503:2", (503, 2)), ("500:0", (500, 0))])
def test_failures_of_the_sandbox(text, pair):
    assert types.failure(text) == pair


@pytest.mark.parametrize("text", ["", "200", "600", "429:", "429:x", "429:-1", ":1", "4²9"])
def test_what_is_no_failure_is_refused(text):
    with pytest.raises(Exception, match="must be an HTTP status from 400 to 599"):
        types.failure(text)


def test_json_and_files(tmp_path):
    assert types.json_fields('{"a": 1}') == {"a": 1}
    assert types.file(__file__) == __file__
    with pytest.raises(Exception, match="must be JSON: "):
        types.json_fields("{a}")
    with pytest.raises(Exception, match="must be a file, but there is none at "):
        types.file(str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("words", "value", "message"),
    [
        (["-c", "and Rome?"], True, "and Rome?"),
        (["--continue", "and Rome?"], True, "and Rome?"),
        (["--continue=a1", "x"], "a1", "x"),
        (["-cq", "x"], True, "x"),
        (["-c", "--", "-x"], True, "-x"),
        (["-c", "-m", "m", "x"], True, "x"),
        (["x", "--continue=a=b"], "a=b", "x"),
    ],
)
def test_an_option_that_may_stand_alone_takes_no_word(words, value, message):
    from cometapi.cli.registry import command_data

    given = values(command_data("chat"), words, {})
    assert (given["continue"], given["prompt"]) == (value, message)
