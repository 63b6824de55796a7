"""Terminals that obey nothing (TERM=dumb, or no TERM at all): no escape sequence, no redrawing, and prompts that work."""

import re

import pexpect
import pytest
from conftest import PROGRAM
from scripted_server import Talker
from terminal import spawn

STYLED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(params=[{"TERM": "dumb"}, {"TERM": "unknown"}, {"TERM": ""}, {}], ids=str)
def dumb(request, environ):
    """Run ``cometapi`` with these words on such a terminal, up to its end or to a prompt."""
    begun = []

    def run(*words, **env):
        variables = {**environ, **request.param, **env}
        begun.append(spawn(str(PROGRAM), list(words), env=variables, timeout=15))
        return begun[-1]

    yield run
    for one in begun:
        one.close(force=True)


@pytest.fixture
def talker(environ):
    """A service that says what it is told, as the program's CometAPI."""
    found = Talker()
    environ.update(COMETAPI_BASE_URL=found.url, COMETAPI_KEY="sk-test-key-0001")
    yield found
    found.stop()


def text(seen):
    """What was seen, with the line ends of the program."""
    return seen.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "words", [["models"], ["doctor"], ["chat", "hi"], ["account", "--json"], ["logs", "--detail"]], ids=str
)
def test_nothing_is_styled_and_nothing_is_drawn_anew(dumb, words):
    child = dumb("--sandbox", *words)
    child.expect(pexpect.EOF)

    assert STYLED.findall(text(child.before)) == []


def test_not_even_when_colours_are_forced_is_anything_drawn_anew(dumb):
    child = dumb("--sandbox", "chat", "hi", FORCE_COLOR="1")
    child.expect(pexpect.EOF)

    assert "\x1b[K" not in child.before and "\x1b[J" not in child.before and child.before.count("Hello") == 1


def test_a_conversation_asks_and_answers(dumb, talker):
    talker.say("Hi, ", "**you**")
    child = dumb("chat")
    for line in ("one\\", "two", "/multiline", "/exit"):
        child.expect_exact("> ")
        child.sendline(line)
    child.expect(pexpect.EOF)
    child.wait()

    assert (child.exitstatus, talker.requests[0]["messages"]) == (0, [{"role": "user", "content": "one\ntwo"}])
    assert STYLED.findall(text(child.before)) == []


def test_ctrl_c_and_ctrl_d_mean_what_they_always_mean(dumb, talker):
    child = dumb("chat")
    child.expect_exact("> ")
    child.sendintr()
    child.expect_exact("Press Ctrl-C again to exit.")
    child.expect_exact("> ")
    child.sendeof()
    child.expect(pexpect.EOF)

    assert (child.wait(), STYLED.findall(text(child.before))) == (0, [])


def test_the_repl_runs_lines(dumb):
    child = dumb("repl")
    for line in ("nonsense", "config path", "exit"):
        child.expect(r"cometapi(?: \[2\])?> ")
        child.sendline(line)
    child.expect(pexpect.EOF)

    assert (child.wait(), STYLED.findall(text(child.before))) == (0, [])


def test_init_asks_and_stores_nothing(dumb):
    child = dumb("init", "--sandbox")
    for prompt in ("api_key (hidden): ", "access_token (hidden): ", "default_model: ", "output_format: "):
        child.expect_exact(prompt)
        child.sendline("")
    child.expect(pexpect.EOF)

    assert (child.wait(), STYLED.findall(text(child.before))) == (0, [])
