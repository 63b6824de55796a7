"""How the program behaves in poor surroundings: closed streams, full disks, other locales, a strict interpreter."""

import subprocess
import sys

import pytest
from conftest import PROGRAM, PROJECT, chunk, finished

CALLS = ["--help", "--version", "config show", "--sandbox models", "--sandbox chat hi"]


@pytest.fixture
def shell(environ):
    """Run a line of shell, where ``cometapi`` is the program."""

    def run(line, env=None):
        line = line.replace("cometapi", str(PROGRAM))
        return finished(["bash", "-c", line], {**environ, **(env or {})}, timeout=30)

    return run


def quiet(ran):
    """Whether nothing went wrong that the program itself did not put into words."""
    return not any(word in ran.err for word in ("Traceback", "fault of the program", "Exception ignored", "Warning"))


@pytest.mark.parametrize("call", CALLS)
def test_a_full_disk_is_a_sentence(shell, call):
    ran = shell(f"cometapi {call} > /dev/full </dev/null")

    assert (ran.code, quiet(ran)) == (1, True)
    assert "No space left on device." in ran.err


@pytest.mark.parametrize("call", [*CALLS, "config get default_model", "sandbox"])
def test_a_closed_stdout_is_a_sentence(shell, call):
    ran = shell(f"cometapi {call} >&- </dev/null")

    assert (ran.code, quiet(ran)) == (1, True)
    assert ran.err.endswith("cometapi: Standard output is closed.\n")


def test_nothing_is_paid_for_that_nobody_can_read(shell, raw):
    ran = shell("cometapi chat hi >&- </dev/null")

    assert (ran.err, ran.code, raw.talks) == ("cometapi: Standard output is closed.\n", 1, [])


@pytest.mark.parametrize("call", [*CALLS, "nonsense", "chat hi"])
def test_a_closed_stderr_stops_nothing(shell, call):
    ran, other = shell(f"cometapi {call} 2>&- </dev/null"), shell(f"cometapi {call} </dev/null")

    assert (ran.out, ran.code) == (other.out, other.code)


def test_a_closed_stdin_is_an_empty_one(shell, raw):
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    with_message, without = shell("cometapi chat hi <&-"), shell("cometapi chat <&-")

    assert (with_message.out, with_message.err, with_message.code) == ("Hi\n", "", 0)
    assert (without.out, without.code, quiet(without)) == ("", 2, True)


@pytest.mark.parametrize("call", CALLS)
def test_a_closed_pipe_is_quiet(shell, call):
    ran = shell(f"cometapi {call} </dev/null | true")

    assert (ran.code, quiet(ran)) == (0, True)
    assert "ipe" not in ran.err


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("options", [["-W", "error"], ["-O"], ["-OO"], ["-X", "dev"], ["-I"]], ids=" ".join)
def test_a_strict_interpreter_finds_nothing(environ, call, options):
    entry = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from cometapi.main import entry; entry()"  # for -I
    command = [sys.executable, *options, "-c", entry, *call.split()]
    ran = finished(command, environ, stdin=subprocess.DEVNULL, timeout=30)

    assert (ran.code, quiet(ran)) == (0, True), ran


def test_a_strict_interpreter_finds_nothing_against_a_service(environ, raw):
    raw(lambda talk: talk.stream(chunk("Hi"), chunk("!", "stop")).end())
    command = [sys.executable, "-X", "dev", "-W", "error", str(PROGRAM), "chat", "hi"]
    ran = finished(command, environ, stdin=subprocess.DEVNULL, timeout=30)

    assert (ran.out, ran.err, ran.code) == ("Hi!\n", "", 0)


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_no_locale_stops_an_answer(shell, raw, locale):
    raw(lambda talk: talk.stream(chunk("Hi 你 👋", "stop")).end())
    ran = shell("cometapi chat $'caf\\xc3\\xa9' </dev/null", env=locale)

    assert (ran.err, ran.code) == ("", 0)
    assert ran.out in ("Hi 你 👋\n", "Hi ? ?\n")


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_broken_bytes_from_a_pipe_are_told_and_not_sent(shell, raw, locale):
    ran = shell("printf 'a\\377b' | cometapi chat", env=locale)

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.startswith("cometapi: MESSAGE holds bytes that are no text in UTF-8.\n")


def test_no_terminal_is_no_reason_to_wait(shell):
    ran = shell("cometapi chat </dev/null", env={"TERM": "dumb"})

    assert ran.code == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chta"], "Unknown command 'chta'; did you mean chat?"),
        (["config", "shwo"], "Unknown command 'config shwo'; did you mean show?"),
        (["zzzzzz"], "Unknown command 'zzzzzz'."),
        (["--fromat", "json", "models"], "Unknown option --fromat; did you mean --format?"),
        (["--format"], "--format needs a value."),
        (["--", "chat"], "Unknown option --."),
        (["-f", "--debug", "models"], "-f needs a value."),
        (["--json=1", "models"], "--json takes no value."),
        (["config", "show", "--sandbox"], "Unknown option --sandbox."),
    ],
)
def test_wrong_words_are_a_reason_and_a_way_to_help(cli, words, sentence):
    ran = cli(*words)

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.splitlines()[0] == f"cometapi: {sentence}"
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "config", "path"],
        ["-fjson", "config", "path"],
        ["-f=json", "config", "path"],
        ["--format=JSON", "config", "path"],
        ["config", "--json", "path"],
        ["config", "path", "-f", "json"],
        ["-f", "yaml", "config", "path", "--json"],
    ],
)
def test_options_stand_before_and_after_the_command(cli, words):
    ran = cli(*words)

    assert (ran.err, ran.code) == ("", 0)
    assert ran.out.startswith('{\n  "path": ')
