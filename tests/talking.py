"""A conversation in a pseudo-terminal, with a service that says what it was told to."""

import re
import sys

import pexpect
import pytest
from scripted_server import Talker
from terminal import spawn


def ready(prompt="You>"):
    """The pattern of a prompt that has been drawn: prompt_toolkit shows the cursor last."""
    return re.compile(rf"{re.escape(prompt)}[^\r\n]{{0,80}}?\x1b\[\?25h")


PROMPT = ready()
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[=>]|\][^\x07]*\x07)")


@pytest.fixture
def talker():
    found = Talker()
    yield found
    found.stop()


@pytest.fixture
def spawned(environ, tmp_path):
    """Begin ``cometapi`` with these words in a pseudo-terminal; what it leaves running is ended with the test."""
    begun = []

    def begin(*words, columns=80, **env):
        env = {**environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **env}
        command = ["-m", "cometapi", *words]
        child = spawn(sys.executable, command, env=env, cwd=str(tmp_path), dimensions=(24, columns), timeout=15)
        begun.append(child)
        return child

    yield begin
    for child in begun:
        child.close(force=True)


@pytest.fixture
def conversation(spawned, talker, environ):
    """Begin a conversation with the talker and wait for its prompt."""
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001", COMETAPI_HISTORY="all")

    def begin(*words, **given):
        child = spawned("chat", *words, **given)
        child.expect(PROMPT)
        return child

    return begin


def entered(child, line, answer=PROMPT):
    """What the terminal shows, without styles, from a line that is sent up to the next prompt."""
    child.send(f"{line}\r")
    child.expect_exact("\r\n")
    child.expect(answer)
    return SEQUENCE.sub("", child.before).replace("\r", "")


def left(child):
    """The exit code after Ctrl-D."""
    child.sendcontrol("d")
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus
