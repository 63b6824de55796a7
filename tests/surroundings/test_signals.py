"""Signals: what arrived is kept, nothing half done is left, the exit code is the one of the signal."""

import signal
import subprocess
import termios

import pexpect
import pytest
from conftest import PROGRAM, chunk
from terminal import spawn

ENDS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
every_signal = pytest.mark.parametrize(("number", "code"), ENDS, ids=lambda one: getattr(one, "name", ""))


@pytest.fixture
def held(raw):
    """A service that begins an answer and does not end it."""

    def answer(talk):
        talk.stream(chunk("Hel"), chunk("lo"))
        talk.stall()

    raw(answer)


def started(words, environ, folder):
    """The program under way, its streams in pipes."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [str(PROGRAM), *words], env=environ, cwd=folder, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
    )


@every_signal
def test_what_arrived_is_kept(number, code, environ, held, tmp_path):
    process = started(["chat", "hi"], environ, tmp_path)
    first = process.stdout.read(5)
    process.send_signal(number)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, first + out.rstrip(b"\n"), err) == (code, b"Hello", b"")


@every_signal
def test_no_half_file_is_left(number, code, environ, raw, tmp_path):
    raw(lambda talk: (talk.stream(chunk("Hel")), begun.append(talk), talk.stall()))
    begun = []
    process = started(["chat", "hi", "--output", "answer.txt"], environ, tmp_path)
    while not begun and process.poll() is None:
        pass  # the request is on its way
    process.send_signal(number)
    _, err = process.communicate(timeout=20)

    assert (process.returncode, err) == (code, b"")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".answer", "answer"))] == []


def test_what_is_told_to_ignore_the_end_of_the_terminal_ignores_it(environ, raw, tmp_path):
    def answer(talk):
        talk.stream(chunk("Hel"))
        process.send_signal(signal.SIGHUP)
        talk.chunks(chunk("lo", "stop")).end()

    raw(answer)
    command = ["sh", "-c", f"trap '' HUP; exec {PROGRAM} chat hi"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    out, _ = process.communicate(timeout=20)

    assert (process.returncode, out) == (0, b"Hello\n")


@pytest.mark.parametrize(("number", "code"), ENDS[1:], ids=lambda one: getattr(one, "name", ""))
@pytest.mark.parametrize(
    ("words", "prompt"), [("chat", "Ctrl-D leaves"), ("repl", "exit leaves"), ("init", "api_key (")]
)
def test_the_terminal_is_as_it_was(number, code, words, prompt, environ, raw):
    variables = {**environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    child = spawn("sh", [], env=variables)
    before = termios.tcgetattr(child.child_fd)
    child.sendline(f"exec {PROGRAM} {words}")
    child.expect_exact(prompt)
    while termios.tcgetattr(child.child_fd) == before:
        pass  # the prompt is about to take the terminal
    child.kill(number)
    child.expect(pexpect.EOF)

    assert (child.wait(), termios.tcgetattr(child.child_fd)) == (code, before)
