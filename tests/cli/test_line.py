"""What may stand next on a line, where the manifest's own commands do not show it."""

import pytest

from cometapi.cli import completion
from cometapi.cli.completion import offers
from cometapi.manifest.arguments import Argument

DRAW = {
    "image": {"type": "file", "complete": "$files", "metavar": "IMAGE", "help": "A picture."},
    "kind": {
        "flags": ["--kind", "-k"],
        "choices": ["small", "large"],
        "metavar": "KIND",
        "help": "How large, 50% at most.",
    },
    "tag": {"flags": ["--tag"], "repeat": True, "metavar": "TAG", "help": "A word; may be repeated."},
    "quiet": {"flags": ["--quiet"], "switch": "on", "excludes": ["loud"], "help": "Say nothing."},
    "loud": {"flags": ["-l"], "switch": "on", "help": "Say all."},
    "into": {"flags": ["--into"], "complete": "$folders", "metavar": "DIR", "help": "Where to."},
    "look": {"flags": ["--look"], "known": ["plain", "odd"], "metavar": "LOOK", "help": "How."},
    "labels": {"flags": ["--labels"], "type": "words", "complete": "tags", "metavar": "TAG", "help": "Some."},
    "who": {"flags": ["--who"], "complete": "$profiles", "metavar": "NAME", "help": "Whose."},
    "depth": {"flags": ["--depth"], "needs": {"kind": "large"}, "metavar": "N", "help": "Only of what is large."},
}


MORE = ["--into", "--look", "--labels", "--who"]


@pytest.fixture
def offered(monkeypatch, tmp_path):
    """The words offered after ``draw`` and these, in a folder with files and a command that has such arguments."""
    for name in ("notes.txt", "new picture.png", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.png").touch()
    for place, name, text in (
        (".cache", "tags.tsv", "red\tA colour\nround\n"),
        (".config", "config.toml", '[profiles."at home"]\n[profiles.x]\n'),
    ):
        (tmp_path / place / "cometapi").mkdir(parents=True)
        (tmp_path / place / "cometapi" / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(completion.index.COMMANDS, "draw", ("draw", "Draw."))
    monkeypatch.setattr(completion, "load", lambda name: [Argument(*one) for one in DRAW.items()])
    return lambda *words: list(offers(["draw", *words[:-1]], words[-1], {"HOME": str(tmp_path)}))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([""], ["more/", "new picture.png", "notes.txt"]),
        (["n"], ["new picture.png", "notes.txt"]),
        (["more/"], ["more/one.png"]),
        ([".h"], [".hidden"]),
        (["missing/"], []),
        (["notes.txt", ""], ["--kind", "--tag", "--quiet", "-l", *MORE, "--depth", "--help"]),
        (["-"], ["--kind", "--tag", "--quiet", "-l", *MORE, "--depth", "--help"]),
        (["--kind", ""], ["small", "large"]),
        (["-k", "s"], ["small"]),
        (["--kind=l"], ["--kind=large"]),
        (["--tag=a", "--t"], ["--tag"]),
        (["-ksmall", "--k"], []),
        (["--quiet", "-l"], []),
        (["-l", "--q"], []),
        (["--kind", "small", "--d"], []),
        (["--kind", "large", "--d"], ["--depth"]),
        (["--", "-"], []),
        (["--tag", ""], []),
        (["~/n"], ["~/new picture.png", "~/notes.txt"]),
        (["~/more/"], ["~/more/one.png"]),
        (["--into", ""], ["more/"]),
        (["--into=~/m"], ["--into=~/more/"]),
        (["--look", ""], ["plain", "odd"]),
        (["--labels", "r"], ["red", "round"]),
        (["--labels", "red,"], ["red,round"]),
        (["--labels=red,r"], ["--labels=red,round"]),
        (["--who", ""], ["default", "at home", "x"]),
        (["--bogus=x", "--q"], ["--quiet"]),
    ],
)
def test_words_that_fit_are_offered(words, found, offered):
    assert offered(*words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["output_format", ""], ["table", "json", "jsonl", "yaml", "csv", "markdown"]),
        (["profile", ""], ["default"]),
        (["ca", "n"], ["notes.txt"]),
        (["api_key", ""], []),
        (["nothing", ""], []),
        (["timeout", ""], []),
    ],
)
def test_the_value_of_a_setting_is_what_the_setting_takes(words, found, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").touch()
    line = ["config", "set", *words[:-1]]
    assert [one for one in offers(line, words[-1], {"HOME": str(tmp_path)}) if not one.startswith("-")] == found


def test_a_percent_sign_of_a_help_is_shown_as_one(offered):
    assert offers(["draw"], "--kind", {})["--kind"] == "How large, 50% at most."
