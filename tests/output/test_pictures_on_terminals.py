"""Images on a terminal: drawn where it says that it can, by nobody's name, and everything that it answers is read."""

import os
import pty
import re
import select
import sys
import termios
import threading
import time
from base64 import b64decode
from contextlib import contextmanager

import pytest
from PIL import Image

from cometapi.context import Context
from cometapi.terminal import pictures

DA1, OK, CELLS = b"\x1b[?62;22c", b"\x1b_Gi=31;OK\x1b\\", b"\x1b]1337;ReportCellSize=16.0;8.0;2.0\x1b\\"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\2\0" + bytes(9000)
SIXELS = b"\x1b[?62;4;22c"
JPEG = b"\xff\xd8\xff" + bytes(50)
UNABLE = "cometapi: The images were not shown: this terminal cannot display images.\n"


class Terminal:
    """The far end of a pty that answers what comes by a table from what is in it to an answer; ``seen`` is all that came."""

    def __init__(self, answers, delay=0.0):
        self.answers, self.delay, self.seen, self.is_over = answers, delay, b"", False
        self.master, self.end = pty.openpty()
        self.before = termios.tcgetattr(self.end)
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def work(self):
        while not self.is_over:
            if select.select([self.master], [], [], 0.01)[0]:
                came = os.read(self.master, 65536)
                self.seen += came
                for sign, answer in self.answers.items():
                    if sign in came:
                        time.sleep(self.delay)
                        os.write(self.master, answer)

    def close(self):
        self.is_over = True
        self.thread.join()
        os.close(self.master)

    def left(self):
        """What is left to be read by whoever reads next."""
        now = termios.tcgetattr(self.end)
        now[3] &= ~termios.ICANON
        termios.tcsetattr(self.end, termios.TCSANOW, now)
        return os.read(self.end, 9999) if select.select([self.end], [], [], 0.05)[0] else b""


@contextmanager
def terminal(answers, environ=None, delay=0.0):
    """A Terminal and a Context on it, whose notes are ``context.notes``."""
    it = Terminal(answers, delay)
    with open(os.dup(it.end)) as stdin, open(os.dup(it.end), "w") as stdout:
        context = Context([], {"TERM": "xterm-256color", **(environ or {})}, stdin, stdout)
        context.notes = []
        context.note = lambda sentence: context.notes.append(f"cometapi: {sentence}\n")
        try:
            yield it, context
        finally:
            it.close()
            os.close(it.end)


@pytest.fixture
def files(tmp_path):
    """A PNG and a JPEG."""
    found = [tmp_path / "a.png", tmp_path / "a.jpg"]
    for path, data in zip(found, (PNG, JPEG), strict=True):
        path.write_bytes(data)
    return [str(path) for path in found]


@pytest.fixture(autouse=True)
def in_the_foreground(monkeypatch):
    """The pty of a test is nobody's controlling terminal."""
    monkeypatch.setattr(os, "tcgetpgrp", lambda handle: os.getpgrp())


def test_kitty_draws_a_png_in_pieces(files):
    with terminal({pictures.LAST: OK + DA1}) as (it, context):
        pictures.show(files, context)
        pieces = re.findall(rb"\x1b_G(a=T[^;]*|q=2[^;]*);([^\x1b]*)\x1b", it.seen)
        assert b64decode(b"".join(data for _, data in pieces)) == PNG
        assert [facts for facts, _ in pieces] == [b"a=T,f=100,q=2,m=1", b"q=2,m=1", b"q=2,m=0"]
        assert max(len(data) for _, data in pieces) == 4096
        assert (
            context.notes[0].endswith(
                "a.jpg was not shown: this terminal displays only PNG files of at most 32 MiB.\n"
            ),
            it.left(),
        ) == (True, b"")


def test_iterm_draws_any(files):
    with terminal({pictures.LAST: CELLS + DA1}) as (it, context):
        pictures.show(files, context)
        drawn = re.findall(rb"\x1b\]1337;File=inline=1;size=(\d+):([^\x07]*)\x07", it.seen)
        assert [(int(size), b64decode(data)) for size, data in drawn] == [(len(PNG), PNG), (len(JPEG), JPEG)]
        assert (context.notes, it.left()) == ([], b"")


@pytest.fixture
def images(tmp_path):
    """A PNG and a JPEG that decoders read, wider than 80 columns of eight pixels."""
    found = [tmp_path / "b.png", tmp_path / "b.jpg"]
    for path in found:
        Image.new("RGB", (1000, 250), "red").save(path)
    return [str(path) for path in found]


def test_sixels_draw_any_no_wider_than_the_terminal(images):
    with terminal({pictures.LAST: SIXELS}) as (it, context):
        pictures.show(images, context)
        drawn = re.findall(rb"\x1bP[\d;]*q\"1;1;(\d+);(\d+)#[^\x1b]*\x1b\\", it.seen)
        assert [tuple(map(int, size)) for size in drawn] == [(640, 156)] * 2
        assert (context.notes, it.left()) == ([], b"")


def test_sixels_of_what_no_decoder_reads_are_told(files):
    with terminal({pictures.LAST: SIXELS}) as (it, context):
        pictures.show(files, context)
        assert it.seen.count(b"\x1bP") == 0
        assert [one.rpartition("/")[2] for one in context.notes] == [
            f"{name} was not shown: this terminal displays only images of at most 32 MiB.\n"
            for name in ("a.png", "a.jpg")
        ]


def test_without_the_packages_for_sixels_their_install_is_named(images, monkeypatch):
    monkeypatch.setitem(sys.modules, "chafa", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with terminal({pictures.LAST: SIXELS}) as (it, context):
        pictures.show(images, context)
        assert (b"\x1bP" in it.seen, context.notes) == (False, [f"cometapi: {pictures.INSTALL}\n"])


@pytest.mark.parametrize("environ", [{"TERM": "xterm-kitty"}, {"TERM_PROGRAM": "iTerm.app"}, {"KITTY_WINDOW_ID": "1"}])
def test_a_name_draws_nothing(files, environ):
    with terminal({pictures.LAST: DA1}, environ) as (it, context):
        pictures.show(files, context)
        assert (it.seen, context.notes, it.left()) == (pictures.KITTY + pictures.ITERM + pictures.LAST, [UNABLE], b"")
        assert termios.tcgetattr(it.end)[3] & termios.ECHO


def test_everything_that_comes_late_is_read(files):
    with terminal({b"\x1b": OK}, delay=0.3) as (it, context):
        before = termios.tcgetattr(it.end)
        pictures.show(files, context)
        assert (termios.tcgetattr(it.end), it.left(), context.notes) == (before, b"", [UNABLE])


def test_who_answers_nothing_is_waited_for_a_moment_only(files, monkeypatch):
    monkeypatch.setattr(pictures, "PATIENCE", 0.1)
    with terminal({}) as (_, context):
        begun = time.monotonic()
        pictures.show(files, context)
        assert (time.monotonic() - begun < 5, context.notes) == (True, [UNABLE])


@pytest.mark.parametrize(
    "environ",
    [{"TMUX": "/tmp/x"}, {"STY": "1"}, {"TERM": "tmux-256color"}, {"TERM": "screen"}, {"TERM": "dumb"}],
    ids=str,
)
def test_who_passes_nothing_on_is_not_asked(files, environ):
    with terminal({pictures.LAST: OK + DA1}, environ) as (it, context):
        pictures.show(files, context)
        assert (it.seen, len(context.notes)) == (b"", 1)


def test_a_pipe_sees_no_escape(files, tmp_path):
    with terminal({pictures.LAST: OK + DA1}) as (it, context), open(tmp_path / "out", "w+") as out:
        context.stdout = out
        pictures.show(files, context)
        assert ((tmp_path / "out").read_bytes(), it.seen) == (b"", b"")


def test_ctrl_c_gives_the_terminal_back(files, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    with terminal({}) as (it, context):
        before = termios.tcgetattr(it.end)
        monkeypatch.setattr(pictures, "came", stop)
        with pytest.raises(KeyboardInterrupt):
            pictures.show(files, context)
        assert termios.tcgetattr(it.end) == before


def test_the_command_tells_that_a_pipe_shows_nothing(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = cli("--sandbox", "image", "x", "--show")
    assert (ran.code, ran.out) == (0, "image-1.png\n")
    assert ran.err.endswith("The images were not shown: this needs a terminal that can display images.\n")
