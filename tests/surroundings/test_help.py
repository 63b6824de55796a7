"""Help on a screen: what is said without words, what fits, what stands out, and what goes through a pager."""

import re

import pytest
from screen import shown

from cometapi.generated.index import COMMANDS, GROUPS
from cometapi.generated.overview import OVERVIEW

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_the_program_alone_says_what_it_is_on_a_screen_of_24_lines(cli):
    ran = cli()

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        f"{OVERVIEW['summary']}\n\nUsage: cometapi COMMAND [options]\n\nCommands:\n  Ask a model  "
    )
    assert ran.out.count("\n") < 24
    assert "\n  Set up                    init, config, alias, template, command, completion\n" in ran.out
    assert '\n  cometapi chat "What is a monad?"          # Ask a question.\n' in ran.out
    assert "\nAll commands and topics: cometapi help. One command: cometapi help COMMAND\n" in ran.out
    assert ran.out.endswith('Try it without a key: cometapi --sandbox chat "Hello"\n')


@pytest.mark.parametrize("group", [name for name in GROUPS if name not in COMMANDS])
def test_words_that_open_commands_say_on_stdout_what_they_are_for(group, cli):
    ran = cli(*group.split())

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == cli(*group.split(), "--help").out
    assert f"\n\n{GROUPS[group]}\n\nCommands:\n" in ran.out


def test_a_group_that_is_a_command_runs(cli):
    assert cli("--sandbox", "tasks", "--json").out.startswith("[\n  {")


def test_options_without_a_command_are_no_error(cli):
    assert cli("--quiet").out == cli().out


def test_help_of_the_program_is_the_same_in_three_ways(cli):
    assert cli("help").out == cli("--help").out == cli("-h").out


def test_commands_that_are_used_first_come_first(cli):
    out = cli("help").out
    titles = [title for title, _ in OVERVIEW["subjects"]]

    assert [line[:-1] for line in out.splitlines() if line[:-1] in titles] == titles
    assert out.index("\n  chat ") < out.index("\n  models ") < out.index("\n  account ") < out.index("\n  config set ")
    folded = {
        words: next((name for name in OVERVIEW["folded"] if words.startswith(f"{name} ")), words) for words in COMMANDS
    }
    commands = out.partition("\nTopics")[0]  # a word may be a topic as well
    assert [words for words in COMMANDS if commands.count(f"\n  {folded[words]}  ") != 1] == []
    assert [words for words, name in folded.items() if words != name and f"  {words} " in out] == []


HELPS = [["help", *words.split()] for words in [*OVERVIEW["topics"], *COMMANDS]]
HELPS += [[], ["help"], ["config"]]


@pytest.mark.parametrize("columns", [45, 60, 120])
def test_help_is_laid_out_for_the_width_of_the_terminal(columns, environ):
    for words in HELPS:
        out = shown(words, {**environ, "COLUMNS": str(columns), "TERM": "xterm", "PAGER": ""})[1]
        shown_as_it_is = (
            r" {4}|  (#|.*cometapi )" if words[:1] == ["help"] else r" {4}?\S|  (#|.*cometapi )"
        )  # of topics, all code
        told = [line for line in ESCAPES.sub("", out).splitlines() if not re.match(shown_as_it_is, line)]
        long = [line for line in told if len(line) > min(columns, 100) and " " in line.strip()]
        assert long == []


def test_words_that_belong_together_stay_on_one_line(environ):
    """A default, a variable and a URL are looked for and copied."""
    for columns in (45, 80, 100):
        out = shown(["chat", "-h"], {**environ, "COLUMNS": str(columns)})[1]
        assert "[default: gpt-5.4]" in out and "[env: COMETAPI_DEFAULT_MODEL]" in out
    assert "https://www.cometapi.com/console/personal" in shown(["help", "authentication"], environ)[1]


@pytest.mark.parametrize(
    ("words", "env", "is_bold"),
    [
        (["chat", "--help"], {"TERM": "xterm"}, True),
        (["help", "chat"], {"TERM": "xterm"}, True),
        (["chat", "--help"], {"TERM": "dumb"}, False),
        (["chat", "--help"], {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (["chat", "--help", "--color", "never"], {"TERM": "xterm"}, False),
        (["chat", "--color=never", "--help"], {"TERM": "xterm"}, False),
        (["chat", "--help", "--plain"], {"TERM": "xterm"}, False),
        (["chat", "--help"], {"TERM": "xterm", "COMETAPI_PLAIN": "on"}, False),
    ],
)
def test_headings_and_options_stand_out_where_there_is_colour(words, env, is_bold, environ):
    out = shown(words, {**environ, "PAGER": "cat", **env})[1]

    assert ("\x1b[1mExamples:\x1b[0m\n" in out and "  \x1b[1m-m, --model MODEL\x1b[0m " in out) is is_bold
    assert ESCAPES.sub("", out) == shown(words, {**environ, "TERM": "dumb"})[1]


def test_help_in_a_pipe_has_no_styles_and_80_columns(cli):
    ran = cli("chat", "--help", env={"COLUMNS": "45", "TERM": "xterm"})

    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) in range(70, 81)


@pytest.fixture
def pager(tmp_path):
    """A pager that keeps what it is given, and what the variable LESS says, instead of showing it: its variable and that file."""
    program, kept = tmp_path / "pager", tmp_path / "kept"
    program.write_text(f'#!/bin/sh\n{{ echo "$1 $LESS"; cat; }} >{kept}\n')
    program.chmod(0o700)
    return {"PAGER": f"{program} -x", "TERM": "xterm", "LINES": "24"}, kept


@pytest.mark.parametrize(
    "words", [["chat", "--help"], ["help", "chat"], ["--help"], ["help", "streaming", "--quiet"]], ids=" ".join
)
def test_help_that_is_longer_than_the_screen_goes_through_the_pager(words, pager, terminal):
    variables, kept = pager
    talk = terminal(*words, env=variables, columns=30)

    assert (talk.ends(), talk.text) == (0, "")
    assert kept.read_text().startswith("-x FRX\n")
    assert "Usage:" in kept.read_text() or "How answers arrive" in kept.read_text()


def test_help_that_fits_is_printed_at_once(pager, terminal):
    variables, kept = pager
    talk = terminal(env=variables)

    assert talk.ends() == 0
    assert "Usage: cometapi COMMAND" in talk.text and not kept.exists()


@pytest.mark.parametrize(
    ("words", "env"),
    [
        ([], {"CI": "true"}),
        ([], {"TERM": "dumb"}),
        ([], {"PAGER": "no-such-pager"}),
        ([], {"PAGER": "'"}),
        (["--plain"], {}),
        (["--no-input"], {}),
    ],
)
def test_no_pager_where_nobody_turns_pages(words, env, pager, environ):
    variables, kept = pager
    code, out, err = shown(["chat", "--help", *words], {**environ, **variables, **env})

    assert (code, err, kept.exists()) == (0, "", False)
    assert "Usage: " in ESCAPES.sub("", out) and out.endswith("cometapi help options\n")


def test_a_pager_that_is_left_early_is_no_error(environ, terminal):
    assert terminal("chat", "--help", env={"PAGER": "true", "TERM": "xterm"}).ends() == 0
