"""The repl in a real pseudo-terminal, and as a script of lines from a pipe."""

import os
import re
import stat
import subprocess
import sys
import types
from pathlib import Path

import pexpect
import pytest
from terminal import spawn

from cometapi.commands.repl import run_line
from cometapi.context import Context

PROGRAM = str(Path(sys.executable).with_name("cometapi"))
FORWARD = re.compile(r"\x1b\[(\d*)C")  # how prompt_toolkit writes spaces
ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])|\r")
PROMPT = "cometapi> "
CTRL_C, CTRL_D, UP, TAB = "\x03", "\x04", "\x1b[A", "\t"


class Screen:
    """A pseudo-terminal with a program on it: what it shows is read as text, without escape sequences."""

    def __init__(self, child):
        self.child = child
        self.raw = ""

    def types(self, keys):
        """Send keys; ``\\r`` is Enter."""
        self.child.send(keys)

    def sees(self, text):
        """Wait for a text and return what was shown before it; what comes later is for the next look."""
        while text not in (shown := plain(self.raw)):
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=15)
            except (pexpect.TIMEOUT, pexpect.EOF):
                pytest.fail(f"{text!r} was not shown, but {shown!r}")
        before, _, self.raw = shown.partition(text)
        return before

    def ran(self, line, prompt=PROMPT):
        """Run a line and return what was shown until the next prompt."""
        self.types(f"{line}\r")
        return self.sees(f"\n{prompt}") + "\n"

    def ends(self):
        """Wait for the end of the program and return its exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus


def plain(raw):
    """What a terminal was sent, as text."""
    return ESCAPES.sub("", FORWARD.sub(lambda found: " " * int(found[1] or 1), raw))


@pytest.fixture
def repl(environ, tmp_path):
    """Start ``cometapi repl`` with these words on a terminal of 80 columns, its first prompt shown."""
    screens = []

    def start(*words, columns=80, **variables):
        env = {**environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PAGER": "cat", **variables}
        child = spawn(PROGRAM, ["repl", *words], env=env, cwd=tmp_path, dimensions=(40, columns), timeout=15)
        screens.append(Screen(child))
        screens[-1].sees(PROMPT)
        return screens[-1]

    yield start
    for screen in screens:
        screen.child.close(force=True)


@pytest.fixture
def kept(home):
    """The history file."""
    return home / ".local" / "state" / "cometapi" / "repl_history"


@pytest.fixture
def models(home):
    """Models that a catalog was seen to have."""
    folder = home / ".cache" / "cometapi"
    folder.mkdir(parents=True)
    (folder / "models.tsv").write_text("gpt-5.4\tOpenAI, $1.00 in\nclaude-x\tAnthropic\n")


def test_a_command_runs_with_and_without_the_prefix(repl):
    screen = repl()
    assert "gpt-5.4\n" in screen.ran("config get default_model")
    assert "gpt-5.4\n" in screen.ran("cometapi config get default_model")
    assert "cometapi 0." in screen.ran("--version")


def test_words_are_quoted_as_in_a_shell(repl):
    screen = repl()
    assert 'Unknown setting "a b".' in screen.ran("config get 'a b'", "cometapi [2]> ").replace("'", '"')


def test_the_prompt_shows_the_exit_status_until_a_command_succeeds(repl):
    screen = repl()
    screen.ran("models --bogus", "cometapi [2]> ")
    screen.ran("", "cometapi [2]> ")
    screen.ran("chat hello", "cometapi [64]> ")
    assert "Usage: cometapi" in screen.ran("help")


def test_help_explains_a_command(repl):
    assert "Usage: cometapi config get KEY" in repl().ran("help config get")


def test_the_banner_says_what_to_type(environ):
    child = spawn(PROGRAM, ["repl"], env={**environ, "TERM": "xterm"}, timeout=15)
    child.expect_exact("Tab completes; type help for help, exit to leave.")
    child.close(force=True)


# What is typed before Tab, and what is shown then, in order.
OFFERED = {
    "mod": ["model ", "Show one model.", "models", "List and search the models of the catalog."],
    "config ": ["get", "Print the value of one setting.", "path", "set", "show", "unset"],
    "config get ": ["profile", "api_key", "access_token", "Personal access token for account calls"],
    "models --format ": ["table", "json", "jsonl", "yaml", "csv", "markdown"],
    "chat --model ": ["gpt-5.4", "OpenAI, $1.00 in", "claude-x", "Anthropic"],
    "cometapi config ": ["get", "unset"],
    "help config ": ["get", "unset"],
    "models --": ["--search", "Only models whose id", "--provider"],
}


@pytest.mark.parametrize("line", OFFERED)
def test_tab_offers_words_with_their_meaning(line, repl, models):
    screen = repl()
    screen.types(line + TAB)
    for word in OFFERED[line]:
        screen.sees(word)


# What is typed, and what each Tab adds to it.
COMPLETED = {
    "config get default_model ": [("conf", "ig "), ("ge", "t "), ("default_m", "odel ")],
    "models --json --sandbox ": [("models --js", "on "), ("--sa", "ndbox ")],
    "models --json --feature ": [("models --json --fe", "ature ")],
    "chat --model claude-x ": [("chat --model cl", "aude-x ")],
    "chat --model=gpt-5.4 ": [("chat --model=g", "pt-5.4 ")],
    "models --format yaml ": [("models --format 'y", "aml ")],
    "exit ": [("exi", "t ")],
}


@pytest.mark.parametrize("line", COMPLETED)
def test_tab_completes_the_only_word_with_its_space(line, repl, models, kept):
    screen = repl()
    for keys, added in COMPLETED[line]:
        screen.types(keys)
        screen.sees(keys[-1])
        screen.types(TAB)
        screen.sees(added.strip())
    screen.types("--bogus\r")
    screen.types("exit\r")
    screen.ends()
    assert kept.read_text().splitlines()[0] == f"{line}--bogus"


def test_enter_on_an_offered_word_takes_it_and_runs_nothing(repl, kept):
    screen = repl()
    screen.types(f"config s{TAB}")
    screen.sees("show")
    screen.types(f"{TAB}\r")
    screen.types("\r")
    screen.sees("KEY is missing")


def test_lines_are_kept_for_the_next_session_in_a_private_file(repl, kept):
    screen = repl()
    screen.ran("config path")
    screen.types("q\r")
    assert screen.ends() == 0
    assert kept.read_text() == "config path\nq\n"
    assert (stat.S_IMODE(kept.stat().st_mode), stat.S_IMODE(kept.parent.stat().st_mode)) == (0o600, 0o700)
    again = repl()
    again.types(UP + UP)
    again.sees("config path")


def test_a_history_that_others_could_read_is_closed_to_them(repl, kept):
    kept.parent.mkdir(parents=True)
    kept.write_text("config path\n")
    kept.chmod(0o644)
    repl().ran("config get default_model")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


SECRET = [
    "config set access_token abcd",
    "config --debug SET 'api_key' abcd",
    "config set api_keyabcd",
    "config set access_token 'abcd",
    "chat sk-abcdefghijklmnopqrstuvwxyz",
    "chat 'my key is environment-key'",
    "chat file-token",
]


@pytest.mark.parametrize("line", SECRET)
def test_a_line_with_a_secret_is_not_kept(line, repl, kept, config):
    config.write_text('access_token = "file-token"\n')
    screen = repl(COMETAPI_KEY="environment-key", COMETAPI_BASE_URL="http://127.0.0.1:9/v1")
    screen.types(f"{line} --bogus\r")
    screen.sees("]> ")
    screen.ran("config path")
    assert kept.read_text() == "config path\n"


@pytest.mark.parametrize(
    "line", ["config set --bogus api_key", "config set default_model x --bogus", "chat set --bogus"]
)
def test_a_line_without_a_secret_is_kept(line, repl, kept):
    screen = repl()
    screen.ran(line, "cometapi [2]> ")
    screen.ran("config path")
    assert kept.read_text() == f"{line}\nconfig path\n"


def test_a_history_that_cannot_be_written_stops_nothing(repl, kept):
    kept.parent.parent.mkdir(parents=True)
    kept.parent.write_text("a file where the folder would be")
    assert "gpt-5.4\n" in repl().ran("config get default_model")


def test_another_repl_is_refused(repl):
    screen = repl()
    assert "The repl is already running" in screen.ran("repl", "cometapi [2]> ")
    assert "The repl is already running" in screen.ran("cometapi --debug repl", "cometapi [2]> ")


def test_an_unclosed_quote_is_told(repl):
    assert "Unclosed quote" in repl().ran('chat "hello', "cometapi [2]> ")


def test_ctrl_c_clears_the_line(repl, kept):
    screen = repl()
    screen.types(f"config set{CTRL_C}")
    screen.sees(f"\n{PROMPT}")
    assert "gpt-5.4\n" in screen.ran("config get default_model")
    assert kept.read_text() == "config get default_model\n"


def test_ctrl_c_stops_a_command_and_not_the_repl(repl):
    screen = repl()
    screen.types("sandbox\r")
    screen.sees("Ctrl-C ends it")
    screen.types(CTRL_C)
    screen.sees("\ncometapi [130]> ")
    assert "gpt-5.4\n" in screen.ran("config get default_model")


@pytest.mark.parametrize("keys", [CTRL_D, "exit\r", "quit\r", "q\r", "cometapi exit\r", " exit \r"])
def test_it_ends_well_whatever_the_last_command_did(keys, repl):
    screen = repl()
    screen.ran("models --bogus", "cometapi [2]> ")
    screen.types(keys)
    assert screen.ends() == 0


def test_a_command_may_ask(repl):
    screen = repl()
    for number in "12":
        screen.types("config set default_model\r")
        screen.sees("default_model: ")
        screen.ran(f"model-{number}")
    screen.types("config set access_token\r")
    screen.sees("access_token (hidden): ")
    assert "abcd" not in screen.ran("abcd")
    assert "model-2\n" in screen.ran("config get default_model")


def test_its_options_count_for_every_line_that_takes_them(repl):
    screen = repl("--sandbox")
    assert "Hello from the sandbox!" in screen.ran("chat hello")
    assert "gpt-5.4\n" in screen.ran("config get default_model")


def test_a_script_skips_blank_lines_and_comments_and_ends_as_its_last_command(cli):
    ran = cli("repl", stdin="# a comment\n\n  \nconfig get default_model\n  # one more\ncometapi models --bogus\n")
    assert (ran.code, ran.out) == (2, "gpt-5.4\n")
    assert ran.err == "cometapi: Unknown option --bogus.\n  Try: cometapi models --help\n"


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("", 0),
        ("models --bogus\nconfig get default_model", 0),
        ("config get default_model\nchat hello", 64),
        ("models --bogus\nexit\nconfig get default_model", 2),
        ("config get default_model\nconfig get 'x", 2),
        ("models --bogus\n# done\n", 2),
    ],
)
def test_the_exit_status_of_a_script_is_its_last_commands(script, code, cli):
    assert cli("repl", stdin=script).code == code


def test_a_command_does_not_read_the_lines_that_follow_it(cli):
    ran = cli("repl", "--sandbox", stdin="chat\nconfig set default_model -\nconfig get default_model\n")
    assert (ran.code, ran.out) == (0, "gpt-5.4\n")
    assert "MESSAGE is missing or empty" in ran.err and "The value of default_model is empty" in ran.err


def test_what_cannot_be_written_is_told_of_every_line(environ):
    command = "printf 'config get default_model\\nconfig get default_model\\n' | \"$0\" repl > /dev/full"
    code, told = run_in_shell(command, environ)
    assert (code, told.count("No space left on device")) == (1, 2)


def test_a_closed_pipe_does_not_end_the_lines_that_follow(environ, home):
    command = "{ printf 'models --json --sandbox\\nconfig set default_model kept\\n' | \"$0\" repl; } | true"
    assert run_in_shell(command, environ)[1].count("fault of the program") == 0
    assert "kept" in (home / ".config" / "cometapi" / "config.toml").read_text()


@pytest.mark.parametrize(
    ("raised", "code"),
    [(SystemExit(), 0), (SystemExit(3), 3), (SystemExit("why"), 1), (KeyboardInterrupt(), 130)],
    ids=repr,
)
def test_what_would_end_the_program_ends_a_line_alone(raised, code):
    def run(context):
        raise raised

    with open(os.devnull, "w", encoding="utf-8") as stdout:
        context = Context([], {}, stdout=stdout)
        session = types.SimpleNamespace(run=run)
        call = types.SimpleNamespace(context=context, session=session, given={}, command={"arguments": {}})
        assert run_line("help", call) == code
        assert not stdout.closed


def run_in_shell(command, environ):
    """``(exit code, stderr)`` of a line of sh, in which ``$0`` is the program."""
    done = subprocess.run(["sh", "-c", command, PROGRAM], env=environ, capture_output=True, check=False, timeout=30)
    return done.returncode, done.stderr.decode()
