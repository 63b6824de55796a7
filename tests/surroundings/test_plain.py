"""--plain, COMETAPI_PLAIN and the setting: on a terminal that obeys everything, output that only appends, without styles."""

import re

import pexpect
import pytest
from conftest import PROGRAM
from scripted_server import Talker
from terminal import spawn

STYLED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
WORDS = [["models"], ["doctor"], ["chat", "hi"], ["chat", "hi", "--reasoning", "show"], ["logs", "--detail"]]


@pytest.fixture
def screen(environ):
    """Run ``cometapi`` with these words on a terminal with colours."""
    begun = []

    def run(*words, **env):
        variables = {**environ, "TERM": "xterm-256color", **env}
        begun.append(spawn(str(PROGRAM), list(words), env=variables, timeout=15))
        return begun[-1]

    yield run
    for one in begun:
        one.close(force=True)


def controls(child):
    """The control characters that were written up to the end, line ends left out."""
    child.expect(pexpect.EOF)
    return STYLED.findall(child.before.replace("\r\n", "\n"))


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_what_is_printed_only_appends(words, screen):
    assert controls(screen("--sandbox", *words)) != []
    assert controls(screen("--sandbox", *words, "--plain")) == []


@pytest.mark.parametrize("words", [["--color", "always"], []], ids=str)
def test_it_outranks_what_asks_for_colours(words, screen):
    assert controls(screen("--sandbox", "--plain", "models", *words, FORCE_COLOR="1")) == []


def test_the_variable_and_the_setting_ask_for_it_too(screen, config):
    assert controls(screen("--sandbox", "chat", "hi", COMETAPI_PLAIN="on")) == []
    config.write_text('plain = "on"\n')
    assert controls(screen("--sandbox", "chat", "hi")) == []
    assert controls(screen("--sandbox", "chat", "hi", COMETAPI_PLAIN="off")) != []


def test_a_config_file_that_cannot_be_read_does_not_stop_what_needs_no_file(screen, config):
    config.write_text("plain = [")
    assert controls(screen("--sandbox", "models", "--format", "table", "--plain")) == []


def test_a_conversation_asks_line_by_line(screen, environ):
    talker = Talker()
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001")
    talker.say("Hi, ", "**you**")
    child = screen("chat", "--plain")
    for line in ("hello", "/exit"):
        child.expect_exact("> ")
        assert STYLED.findall(child.before.replace("\r\n", "\n")) == []
        child.sendline(line)
    assert "**you**" in child.before
    assert (controls(child), child.wait()) == ([], 0)
    talker.stop()


def test_the_repl_hands_it_on_to_its_lines(screen):
    child = screen("repl", "--plain", "--sandbox")
    for line in ("models --limit 1", "exit"):
        child.expect_exact("cometapi> ")
        assert STYLED.findall(child.before.replace("\r\n", "\n")) == []
        child.sendline(line)
    assert controls(child) == []
