"""Locales and encodings that know nothing but ASCII: what is said arrives, what cannot be shown is a question mark."""

import json

import pytest

ASCII = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LANG": "C"},
    {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
]
every_locale = pytest.mark.parametrize("locale", ASCII, ids=lambda one: " ".join(one))
WORDS = "café 你好 👋"


@every_locale
@pytest.mark.parametrize("way", ["argument", "pipe"])
def test_the_message_is_sent_as_it_was_typed(way, locale, raw, process):
    reply = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}]}
    raw(lambda talk: talk.whole(reply))
    ran = process("chat", *([WORDS] if way == "argument" else []), stdin="" if way == "argument" else WORDS, env=locale)

    assert (ran.out, ran.err, ran.code) == ("Hi\n", "", 0)
    assert json.loads(raw.talks[0].body)["messages"] == [{"role": "user", "content": WORDS}]


@every_locale
def test_words_of_a_path_and_a_query_are_sent_as_they_were_typed(locale, process):
    paths = [
        process(*words, "--curl", env=locale) for words in (["response", "get", WORDS], ["logs", "--model", WORDS])
    ]

    assert [ran.out.partition("0m")[0].count("caf%C3%A9") for ran in paths] == [1, 1]


@every_locale
@pytest.mark.parametrize("name", ["table", "markdown", "json", "yaml", "csv"])
def test_every_format_prints_whole_lines(name, locale, process, raw):
    models = {"data": [{"id": WORDS, "object": "model", "owned_by": "ä"}, {"id": "last", "owned_by": "b"}]}
    raw(lambda talk: talk.whole(models))
    ran = process("models", "--source", "openai", "--format", name, env=locale)

    assert (ran.err, ran.code, ran.out[-1:], "last" in ran.out) == ("", 0, "\n", True)


@every_locale
def test_an_error_is_a_whole_line(locale, process, raw):
    raw(lambda talk: talk.whole({"error": {"message": f"Nein, {WORDS}"}}, 400))
    ran = process("account", "--retries", "0", env={**locale, "COMETAPI_ACCESS_TOKEN": "token-0002"})

    assert (ran.out, ran.code, len(ran.err.splitlines())) == ("", 1, 2)
    assert ran.err.startswith("cometapi: The service does not accept the request (HTTP 400): Nein, caf")
    assert ran.err.splitlines()[0].endswith(".")


@every_locale
def test_files_may_have_any_name(locale, process, tmp_path):
    home, out = tmp_path / "höme 👋", tmp_path / "ä.txt"
    home.mkdir()
    ran = process("chat", "--sandbox", "hi", "--output", out, env={**locale, "HOME": str(home)})
    stored = process("config", "set", "default_model", "m", env={**locale, "HOME": str(home)})

    assert (ran.code, stored.code, out.read_text("utf-8")[-4:]) == (0, 0, "好 👋\n")
    assert (home / ".config" / "cometapi" / "config.toml").read_text() == 'default_model = "m"\n'


@every_locale
def test_a_setting_is_stored_as_it_was_typed(locale, process, config):
    ran = process("config", "set", "default_model", "modèl", env=locale)

    assert (ran.code, config.read_text("utf-8")) == (0, 'default_model = "modèl"\n')
