"""Signals: what arrived is kept, nothing half done is left, the exit code is the one of the signal."""

import asyncio
import shlex
import signal
import subprocess
import sys
import termios

import pexpect
import pytest
from conftest import PROGRAM, chunk
from terminal import spawn

from cometapi import signals
from cometapi.errors import Stopped

ENDS = [
    (signal.SIGINT, 130),
    (signal.SIGTERM, 143),
    (signal.SIGHUP, 129),
    (signal.SIGQUIT, 131),
    (signal.SIGUSR1, 138),
    (signal.SIGALRM, 142),
]
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
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".cometapi", "answer"))] == []


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


IN_A_CALLBACK = """
import os, signal, sys, time
from cometapi import signals
signals.heed()
class Thing:
    def __del__(self):
        os.kill(os.getpid(), int(sys.argv[1]))
        for _ in range(100):
            pass
Thing()
time.sleep(10)
"""
BESIDE_A_WAIT = """
import signal, socket, sys, threading, time
from cometapi import signals
signals.heed()
one, other = socket.socketpair()
def send():
    time.sleep(0.1)
    signal.pthread_kill(threading.get_ident(), int(sys.argv[1]))
threading.Thread(target=send, daemon=True).start()
one.recv(1)
"""
WHILE_THE_TERMINAL_IS_TAKEN = """
import os, signal, tty
from cometapi import signals
signals.heed()
tty.setraw(0)
os.kill(os.getpid(), signal.SIGTERM)
"""


@every_signal
@pytest.mark.parametrize("program", [IN_A_CALLBACK, BESIDE_A_WAIT], ids=["in a callback", "beside a wait"])
def test_a_signal_that_python_would_lose_comes_all_the_same(program, number, code, environ):
    command = [sys.executable, "-c", program, str(int(number))]
    ran = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=20, check=False)
    expected = (-number, "KeyboardInterrupt") if number == signal.SIGINT else (code, "")

    assert (ran.returncode, ran.stderr.strip().rpartition("\n")[2]) == expected


def test_a_terminal_that_is_just_being_taken_is_given_back(environ):
    child = spawn("sh", [], env=environ)
    before = termios.tcgetattr(child.child_fd)
    child.sendline(f"exec {sys.executable} -c {shlex.quote(WHILE_THE_TERMINAL_IS_TAKEN)}")

    assert (child.wait(), termios.tcgetattr(child.child_fd)) == (143, before)


def test_a_signal_within_an_event_loop_ends_it_and_is_no_error_to_be_asked_about():
    loop, told = asyncio.new_event_loop(), []
    loop.set_exception_handler(lambda *facts: told.append(facts))
    loop.call_soon(signals.stopping(None), signal.SIGTERM, None)
    loop.call_later(5, loop.stop)
    with pytest.raises(Stopped):
        loop.run_forever()
    loop.close()

    assert told == []


@pytest.mark.parametrize(("number", "code"), ENDS[1:], ids=lambda one: getattr(one, "name", ""))
@pytest.mark.parametrize(
    ("words", "prompt"), [("chat", "Ctrl-D to exit"), ("repl", "exit to leave"), ("init", "api_key (")]
)
def test_the_terminal_is_as_it_was(number, code, words, prompt, environ, raw):
    variables = {**environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    child = spawn("sh", [], env=variables)
    before = termios.tcgetattr(child.child_fd)
    child.sendline(f"exec {PROGRAM} {words}")
    child.expect_exact(prompt)
    while termios.tcgetattr(child.child_fd) == before:
        pass  # the prompt is about to take the terminal
    child.end(number)

    assert (child.wait(), termios.tcgetattr(child.child_fd)) == (code, before)


QUESTION = "api_key (hidden): "


@pytest.mark.parametrize(("number", "code"), ENDS, ids=lambda one: getattr(one, "name", ""))
def test_the_question_for_a_key_leaves_the_echo(number, code, terminal):
    child = terminal("config", "set", "api_key").sees(QUESTION).child
    assert not termios.tcgetattr(child.child_fd)[3] & termios.ECHO
    child.end(number)
    assert termios.tcgetattr(child.child_fd)[3] & termios.ECHO
    child.wait()

    assert child.exitstatus == code


def test_what_is_stopped_leaves_the_echo_and_goes_on_without(environ, home):
    script = f"set -m; {PROGRAM} config set api_key; stty -a; echo stop''ped; fg; stty -a; echo en''ded"
    child = pexpect.spawn("bash", ["-c", script], env={**environ, "TERM": "xterm"}, encoding="utf-8", timeout=20)
    child.expect_exact(QUESTION)
    child.send("\x1a")
    child.expect_exact("stopped")
    assert " -echo " not in child.before
    child.expect_exact("config set api_key")  # of fg
    while termios.tcgetattr(child.child_fd)[3] & termios.ECHO:
        pass
    child.send("sk-typed-unseen-01\r")
    child.expect_exact("ended")
    child.expect(pexpect.EOF)

    assert "sk-typed-unseen-01" not in child.before
    assert 'api_key = "sk-typed-unseen-01"' in (home / ".config/cometapi/config.toml").read_text()


@pytest.mark.parametrize("words", ["chat hi", "config get api_key"])
def test_no_file_is_made_of_the_memory(environ, held, tmp_path, words):
    script = f"import resource, sys; from cometapi.main import main; main({words.split()!r}); "
    script += "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    line = f"ulimit -c $(ulimit -H -c); exec {sys.executable} -c {shlex.quote(script)}"
    process = subprocess.Popen(["sh", "-c", line], env=environ, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    if words == "chat hi":
        process.stdout.read(5)
        process.send_signal(signal.SIGQUIT)
    out, _ = process.communicate(timeout=20)

    assert (process.returncode, out.split()[-1]) == (0, b"0")
