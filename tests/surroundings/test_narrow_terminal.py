"""What is said on stderr fits its terminal: cut between words, never in a number, a name, a URL or a command to copy."""

import pytest
from screen import shown

from cometapi.context import Context
from cometapi.manifest.page import fitted

URL = "https://www.cometapi.com/console/token"


def said(words, environ, columns, **env):
    """What a call says on a terminal of so many columns."""
    return shown(words, {**environ, "TERM": "xterm", "COLUMNS": str(columns), **env})[2]


@pytest.mark.parametrize("columns", [30, 45, 80])
def test_notes_and_errors_fit_the_terminal(columns, environ):
    calls = [
        ["--sandbox", "chat", "hi", "--usage"],
        ["--sandbox", "models"],
        ["chat", "hi", "--format", "xml"],
        ["modls", "list"],
        ["config", "profile", "use", "work"],
    ]
    for words in calls:
        for line in said(words, environ, columns).splitlines():
            assert len(line) <= columns or " " not in line.strip() or line.strip().startswith("cometapi ")


def test_numbers_and_names_stay_whole(environ):
    told = said(["--sandbox", "chat", "hi", "--usage"], environ, 45)
    wide = said(["--sandbox", "chat", "hi", "--usage"], environ, 500)

    assert told.split() == wide.split() and told.count("\n") > wide.count("\n")


def test_plain_output_json_and_pipes_are_not_laid_out(environ, cli):
    wide = said(["chat", "hi"], environ, 500)

    assert said(["chat", "hi", "--plain"], environ, 30) == wide == cli("chat", "hi").err
    assert said(["chat", "hi", "--json"], environ, 30) == cli("chat", "hi", "--json").err


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("cometapi: It fits.", ["cometapi: It fits."]),
        ("cometapi: What does not fit is cut.", ["cometapi: What does not fit", "  is cut."]),
        (f"  Get one at {URL} and come back", ["  Get one at", f"    {URL}", "    and come back"]),
        (
            "  Try: cometapi config set api_key --profile work",
            ["  Try:", "    cometapi config set api_key --profile work"],
        ),
        ("  Then run: cometapi init, or set A_KEY", ["  Then run: cometapi init,", "    or set A_KEY"]),
        ("  See it: cometapi models", ["  See it: cometapi models"]),
        ("", [""]),
    ],
)
def test_a_line_is_cut_between_words(line, lines):
    assert fitted(line, 30, "cometapi").split("\n") == lines


def test_a_secret_of_several_words_is_hidden_before_it_is_cut(monkeypatch):
    class Screen:
        def isatty(self):
            return True

        def write(self, text):
            self.text = getattr(self, "text", "") + text

        def flush(self):
            pass

    screen = Screen()
    context = Context([], {"COLUMNS": "30"}, stderr=screen)
    context.hide(["open sesame now please"])
    context.note("The service says: open sesame now please.")

    assert "sesame" not in screen.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["tokens"], "3 records."),
        (["models", "--limit", "2"], "There are more records; see --limit."),
        (["models", "--search", "opus"], "1 record."),
        (["logs", "--limit", "2"], "Records 1 to 2 of 10; see --page, --limit and --all."),
        (["models", "--limit", "2", "--json"], None),
    ],
)
def test_a_table_on_a_terminal_says_how_many_records_it_has(words, told, environ):
    code, _, err = shown(["--sandbox", *words], {**environ, "COLUMNS": "200"})

    assert (code, err.splitlines()[1:]) == (0, [f"cometapi: {told}"] if told else [])
