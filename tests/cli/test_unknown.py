"""What is said of words that name nothing: what was meant, what is near, and nothing that would mislead."""

from shlex import split

import pytest

from cometapi.generated import options
from cometapi.suggest import distance, meant

KEYS = "Keys cannot be passed as options, where other users could see them: run cometapi init, or set the variable COMETAPI_KEY."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["models", "--csv"], "Unknown option --csv; did you mean --format csv?"),
        (["--csv", "models"], "Unknown option --csv; did you mean --format csv?"),
        (["models", "--no-color"], "Unknown option --no-color; did you mean --color never?"),
        (["logs", "--since", "7d"], "Unknown option --since; did you mean --start?"),
        (["chat", "--think", "hi"], "Unknown option --think; did you mean --reasoning-effort?"),
        (["login"], "Unknown command 'login'; did you mean init?"),
        (["ls"], "Unknown command 'ls'; did you mean models?"),
        (["usage"], "Unknown command 'usage'; did you mean stats?"),
        (["version"], "Unknown command 'version'; did you mean --version?"),
        (["LOGIN"], "Unknown command 'LOGIN'; did you mean init?"),
    ],
)
def test_what_is_called_otherwise_here_is_named_by_what_it_means(words, sentence, cli):
    ran = cli(*words)

    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"cometapi: {sentence}")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chat", "--search"], "Unknown option --search of chat; gemini has it."),
        (["chat", "--maps"], "Unknown option --maps of chat; gemini has it."),
        (["chat", "--thinking-level", "low"], "Unknown option --thinking-level of chat; gemini has it."),
        (["chat", "--modality", "image"], "Unknown option --modality of chat; gemini has it."),
        (["chat", "--thinking-budget", "9"], "Unknown option --thinking-budget of chat; messages and gemini have it."),
        (["gemini", "--logprobs"], "Unknown option --logprobs of gemini; chat has it."),
    ],
)
def test_the_commands_beside_that_take_an_option_are_named(words, sentence, cli):
    assert cli(*words, "hi").err == f"cometapi: {sentence}\n  Try: cometapi {words[0]} --help\n"


@pytest.mark.parametrize("flag", ["--api-key", "--key", "--token"])
def test_a_key_as_an_option_is_told_where_keys_go(flag, cli):
    ran = cli("chat", "hi", flag, "sk-secret-0001")

    assert (ran.code, ran.err) == (2, f"cometapi: Unknown option {flag}.\n  {KEYS}\n")


def test_an_option_is_suggested_only_where_the_command_takes_it(cli):
    assert cli("models", "--since", "7d").err.startswith("cometapi: Unknown option --since.\n")
    assert cli("sandbox", "--csv").err.startswith("cometapi: Unknown option --csv.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["chat", "--continue"],
        ["models", "--since", "7d"],
        ["stats", "--sort", "price"],
        ["config", "ls"],
        ["-z"],
    ],
    ids=" ".join,
)
def test_nothing_is_suggested_that_would_mislead(words, cli):
    ran = cli(*words)

    assert ran.code == 2
    assert "did you mean" not in ran.err


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("caht", "chat"),
        ("modles", "models"),
        ("responces", "responses"),
        ("compl", "completion"),
        ("--temprature", "--temperature"),
        ("--dryrun", "--dry-run"),
        ("--out", "--output"),
        ("gpt5.4", "gpt-5.4"),
        ("tts", None),
        ("--key", None),
        ("--n", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_near(word, near):
    known = ["chat", "stats", "tokens", "models", "responses", "completion", "gpt-5.4", "--temperature", "--dry-run"]
    found = meant(word, [*known, "--output", "--output-format", "--query", "--n"])

    assert found == (f"; did you mean {near}?" if near else ".")


def test_distance_counts_what_has_to_be_changed():
    pairs = [("", "abc"), ("abc", "abc"), ("abc", "acb"), ("abc", "abd"), ("ab", "ba"), ("kitten", "sitting")]
    assert [distance(one, other) for one, other in pairs] == [3, 0, 1, 1, 1, 3]


def test_hidden_flags_are_never_suggested(cli, monkeypatch):
    facts = {"flags": ["--secretly", "--openly"], "switch": "on", "help": "Do it.", "hidden": ["--secretly"]}
    monkeypatch.setitem(options.SETS["everywhere"]["arguments"], "openly", facts)

    assert cli("--secretl", "models").err.startswith("cometapi: Unknown option --secretl.\n")
    assert cli("--openl", "models").err.startswith("cometapi: Unknown option --openl; did you mean --openly?\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["chat", "Hi", "there", "friend"],
            'Unexpected words: there friend.\n  Put the message in quotes: cometapi chat "Hi there friend"\n',
        ),
        (
            ["gemini", "What", "costs", "$5?", "-m", "gemini-3"],
            "Unexpected words: costs $5?.\n  Put the prompt in quotes: cometapi gemini 'What costs $5?'\n",
        ),
        (["tasks", "gemini"], "Unexpected word: gemini.\n  Try: cometapi tasks --help\n"),
        (["model", "info", "a", "b"], "Unexpected word: b.\n  Try: cometapi model info --help\n"),
    ],
)
def test_words_that_nothing_takes_are_quoted_with_the_cure(words, told, cli):
    ran = cli(*words)

    assert (ran.code, ran.out, ran.err) == (2, "", f"cometapi: {told}")


EXEC = "Usage: cometapi exec [options] -- PROGRAM [ARGUMENT...]"
BATCH = "Usage: cometapi batch run ROWS --output RESULTS [options] [-- COMMAND [ARGUMENT...]]"


@pytest.mark.parametrize(
    ("words", "sentence", "form"),
    [
        ("exec", "PROGRAM is missing.", EXEC),
        ("exec --", "PROGRAM is missing.", EXEC),
        ("exec claude -p hi", "Unknown option -p. Options for PROGRAM stand behind --.", EXEC),
        ("batch run", "ROWS is missing.", BATCH),
        ("batch run r.csv -o o chat --image i.png", "Unknown option --image. Options for COMMAND stand behind --.", BATCH),
        ("alias set", "NAME and VALUE are missing.", "Try: cometapi alias set --help"),
    ],
)  # fmt: skip
def test_where_another_command_line_belongs_the_form_is_shown(words, sentence, form, cli):
    ran = cli(*split(words))
    assert (ran.code, ran.out, ran.err) == (2, "", f"cometapi: {sentence}\n  {form}\n")


@pytest.mark.parametrize("name, form", [("exec", EXEC), ("batch run", BATCH)])
def test_help_shows_the_same_form(name, form, cli):
    head, _, _ = cli(*name.split(), "--help").out.partition("\n\n")
    assert " ".join(head.split()) == form


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        ("image edit cat.png 'Add a hat'", "Unexpected words: Add a hat.", "Pass the file with --image: cometapi image edit \"Add a hat\" --image cat.png"),
        ("image create 'A fox'", "Unexpected words: A fox.", "Did you mean: cometapi image \"A fox\""),
        ("image x --width 100", "Unknown option --width; did you mean --size?", None),
        ("speech hi --format wav", "Unknown option --format; did you mean --response-format?", None),
        ("speech hi -f wav", "Unknown option -f; did you mean --response-format?", None),
        ("speech --text hi", "Unknown option --text; give TEXT without an option.", None),
        ("transcribe a.mp3 -f srt", "--format must be one of table, json, jsonl, yaml, csv, markdown, not 'srt'.", "Did you mean: --response-format srt"),
        ("transcribe a.mp3 --format=srt", "--format must be one of table, json, jsonl, yaml, csv, markdown, not 'srt'.", "Did you mean: --response-format srt"),
        ("embed --file l.txt", "Unknown option --file; did you mean --lines?", None),
        ("video 'A fox'", "Unknown command 'video A fox'.", "Did you mean: cometapi video create \"A fox\""),
        ("video generate x", "Unknown command 'video generate'; did you mean video create?", None),
        ("video create x --duration 4", "Unknown option --duration; did you mean --seconds?", None),
        ("video create x --seconds 4s", "--seconds must be a whole number, not '4s'.", None),
        ("video create x --image a.png", "Unknown option --image; did you mean --input-reference?", None),
        ("kling create x", "Unknown command 'kling create'; did you mean kling text2video?", None),
        ("seedance create x", "--model is missing.", "--model MODEL: Video model, such as doubao-seedance-1-0-pro (see cometapi models --search seedance)."),
        ("grok create x", "Unknown command 'grok create'; did you mean grok video?", None),
        ("models --count 3", "Unknown option --count; did you mean --limit?", None),
        ("music x", "Unknown command 'music'; did you mean suno create?", None),
        ("translate a.mp3", "Unknown command 'translate'; did you mean transcribe --translate?", None),
        ("generate x", "Unknown command 'generate'.", "To make an image: cometapi image PROMPT. To make a video: cometapi video create PROMPT. For text: cometapi chat MESSAGE"),
    ],
)  # fmt: skip
def test_mistakes_with_media_lead_to_what_was_meant(words, sentence, hint, cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.mp3").write_bytes(b"ID3")
    ran = cli(*split(words))

    first, second = ran.err.splitlines()
    assert (ran.code, ran.out, first) == (2, "", f"cometapi: {sentence}")
    assert second == f"  {hint}" if hint else second.startswith("  Try: cometapi ")
