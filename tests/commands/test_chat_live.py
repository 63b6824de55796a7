"""``cometapi chat`` while it runs: pieces as they arrive, Ctrl-C, a reader that goes away, memory, a terminal."""

import os
import signal
import subprocess
import sys
import threading

import pexpect
import pytest
from conftest import PROGRAM, chunk
from terminal import spawn


@pytest.fixture
def held(raw):
    """A stream that sends ``Hel`` and goes on only when the event that this gives is set."""
    go_on = threading.Event()

    def answer(talk):
        talk.stream(chunk("Hel"))
        if go_on.wait(20):
            talk.chunks(chunk("lo"), chunk(finish="stop")).end()

    raw(answer)
    yield go_on
    go_on.set()


def test_each_piece_is_printed_before_the_next_is_sent(start, held):
    process = start("chat", "hi")
    assert os.read(process.stdout.fileno(), 100) == b"Hel"

    held.set()
    assert process.communicate(timeout=10) == (b"lo\n", b"")
    assert process.returncode == 0


def test_a_character_that_arrives_in_two_halves_is_printed_once(start, raw):
    go_on, data = threading.Event(), chunk("👋", "stop").encode()
    half = data.index("👋".encode()) + 2
    raw(lambda talk: talk.stream(chunk("a"), data[:half]) and go_on.wait(20) and talk.chunks(data[half:]).end())
    process = start("chat", "hi")
    assert os.read(process.stdout.fileno(), 100) == b"a"

    go_on.set()
    assert process.communicate(timeout=10) == ("👋\n".encode(), b"")


def test_ctrl_c_keeps_what_came(start, held):
    process = start("chat", "hi")
    begun = os.read(process.stdout.fileno(), 100)
    process.send_signal(signal.SIGINT)

    assert (begun, *process.communicate(timeout=10)) == (b"Hel", b"\n", b"")
    assert process.returncode == 130


def test_ctrl_c_while_nothing_has_come_is_quiet(start, raw):
    asked = threading.Event()
    raw(lambda talk: asked.set() or talk.stall())
    process = start("chat", "hi")
    assert asked.wait(10)
    process.send_signal(signal.SIGINT)

    assert process.communicate(timeout=10) == (b"", b"")
    assert process.returncode == 130


def test_ctrl_c_on_a_terminal(environ, held):
    styled = {**environ, "TERM": "xterm"}
    child = spawn(str(PROGRAM), ["chat", "hi"], env=styled, timeout=10)
    child.expect_exact("Hel")
    child.interrupt(pexpect.EOF)
    child.close()

    assert child.before.split() == []  # what is typed is not echoed into an answer
    assert child.exitstatus == 130


def test_a_reader_that_goes_away_is_no_error(start, held):
    process = start("chat", "hi")
    assert os.read(process.stdout.fileno(), 100) == b"Hel"
    process.stdout.close()
    held.set()

    assert (process.wait(10), process.stderr.read()) == (0, b"")


def test_head_takes_one_line(environ, raw):
    raw(lambda talk: talk.stream(*(chunk(f"line {number}\n") for number in range(5000)), chunk(finish="stop")).end())
    command = f"{PROGRAM} chat hi | head -1"
    ran = subprocess.run(command, shell=True, env=environ, capture_output=True, stdin=subprocess.DEVNULL, timeout=20)

    assert (ran.stdout, ran.stderr) == (b"line 0\n", b"")


def test_the_whole_program_stays_as_small_for_a_hundred_times_the_stream(environ, raw):
    measure = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )

    def peak(count):
        block = (chunk("word " * 20) * 100).encode()
        raw(lambda talk: talk.stream(*[block] * (count // 100), chunk(finish="stop")).end())
        command = [sys.executable, "-c", measure, str(PROGRAM), "chat", "hi"]
        return int(
            subprocess.run(command, env=environ, capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout
        )

    small, large = peak(300), peak(30_000)
    assert large < small + 1_500  # kilobytes; the stream itself is six megabytes


def on_a_terminal(environ, *words, columns=60, **variables):
    """What a terminal of so many columns shows, and the exit code."""
    environ = {**environ, "COMETAPI_HISTORY": "all", "COLUMNS": str(columns), **variables}
    child = spawn(str(PROGRAM), list(words), env=environ, timeout=10, dimensions=(24, columns))
    child.expect(pexpect.EOF)
    child.close()
    return child.before, child.exitstatus


def test_the_text_of_strangers_does_nothing_to_the_terminal(environ, raw):
    raw(
        lambda talk: talk.stream(
            chunk("a\x1b[31mred\x1b"), chunk("]0;title\x07\u202eb\x9b1m\n"), chunk("c", "stop")
        ).end()
    )
    shown, code = on_a_terminal(environ, "chat", "hi", NO_COLOR="1")

    assert (shown, code) == ("a␛[31mred␛]0;title␇\\u202eb\\u009b1m\r\nc\r\n", 0)


def test_an_error_message_of_strangers_does_nothing_to_the_terminal(environ, raw):
    raw(lambda talk: talk.whole({"error": {"message": "no\x1b[2J\u202e way"}}, 400))
    shown, code = on_a_terminal(environ, "chat", "hi")

    assert (shown, code) == (
        "cometapi: The service does not accept the request (HTTP\r\n  400): no␛[2J\\u202e way.\r\n  See what is sent: the same command with --dry-run.\r\n",
        1,
    )


@pytest.mark.parametrize("columns", [60, 80])
def test_a_table_fits_the_terminal(environ, columns):
    shown, code = on_a_terminal(environ, "--sandbox", "models", columns=columns, NO_COLOR="1")

    assert code == 0
    assert "\x1b" not in shown
    lines = [line for line in shown.splitlines() if not line.startswith("cometapi: ")]
    assert max(map(len, lines)) <= columns


def test_no_colour_and_a_dumb_terminal_get_no_styles(environ):
    assert "\x1b" in on_a_terminal(environ, "--sandbox", "models", TERM="xterm")[0]
    assert "\x1b" not in on_a_terminal(environ, "--sandbox", "models", TERM="xterm", NO_COLOR="1")[0]
    assert "\x1b" not in on_a_terminal(environ, "--sandbox", "models", TERM="dumb")[0]


def test_a_pipe_gets_the_text_untouched(cli, raw):
    raw(lambda talk: talk.stream(chunk("a\x1b[31mb", "stop")).end())

    assert cli("chat", "hi").out == "a\x1b[31mb\n"
