"""The program in this process: the same result as a process would leave, in a few milliseconds instead of 200.

Everything that a call reads from outside is given to it (words, environment, streams), and nothing may be left of it:
a thread, an open descriptor, another working folder or a signal handler of its own fails the test.
"""

import gc
import io
import json
import os
import signal
import socket
import stat
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from unittest.mock import patch
from urllib.parse import parse_qsl, urlsplit

import pytest

from cometapi.context import Context
from cometapi.errors import CometError
from cometapi.http import transport
from cometapi.main import outcome
from cometapi.signals import ENDING, interrupt_waits

PATIENCE = 30  # seconds that one call may take
LEAVE = 15  # seconds that threads of a test's servers have to notice that the program hung up, on a busy machine
HEEDED = [getattr(signal, name) for name in (*ENDING, "SIGINT", "SIGTSTP")]
interrupt_waits()  # its pipe and its thread are those of the process, not of a call

FILES = {
    "cat.png": b"\x89PNG\r\n\x1a\n",
    "cat.jpg": b"\xff\xd8\xff\xe0",
    "cat.webp": b"RIFF\x04\0\0\0WEBP",
    "cat.gif": b"GIF89a\1\0",
    "a.wav": b"RIFF\x04\0\0\0WAVE",
    "a.mp3": b"ID3\4\0",
    "a.mp4": b"\0\0\0\x18ftypmp42",
    "a.pdf": b"%PDF-1.7",
    "notes.md": b"md",
    "lines.txt": b"one\n\ntwo\n",
    "items.jsonl": b'{"title": "one"}\n',
    "vectors.jsonl": b'{"text": "one", "model": "text-embedding-3-small", "embedding": [1, 0, 0, 0]}\n',
}
JSON_FILES = {
    "schema.json": {"type": "object", "properties": {"city": {"type": "string"}}},
    "tools.json": [{"name": "now"}],
    "one.json": {"name": "now"},
    "turns.json": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}],
}


class Ran:
    """What a finished call left behind: ``code``, and ``out`` and ``err`` as text."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


class Stream(io.TextIOWrapper):
    """A standard stream: text above, bytes below, in memory or in a ``file``; ``terminal`` lets it pretend to be one."""

    def __init__(self, file=None, terminal=False, encoding="utf-8", errors="replace"):
        super().__init__(file or io.BytesIO(), encoding, errors, newline="\n")
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    def text(self):
        """Everything that was written."""
        self.flush()
        self.buffer.seek(0)
        return self.buffer.read().decode(self.encoding, "surrogateescape")  # sounds are no text


def call(words, environ, stdin=""):
    """Run ``cometapi`` with these words in this environment and no other; ``stdin`` is what comes through a pipe, text or bytes."""
    with ExitStack() as opened:
        files = [opened.enter_context(TemporaryFile()) for _ in range(3)]
        files[0].write(stdin if isinstance(stdin, bytes) else (stdin or "").encode("utf-8"))
        files[0].seek(0)
        streams = [Stream(file, errors="surrogateescape") for file in files]  # as Python opens them in C.UTF-8
        code = run(words, environ, streams)
        return Ran(code, *(stream.text() for stream in streams[1:]))


def run(words, environ, streams):
    """The exit code of a call with these words, in this environment and no other, on these three streams."""
    with surroundings(environ, streams), nothing_left(), limited():
        return outcome(Context([str(word) for word in words], environ, *streams))


@contextmanager
def surroundings(environ, streams):
    """The environment and the streams of this process are those of the call, for what looks there."""
    names = dict(zip(("stdin", "stdout", "stderr"), streams, strict=True))
    try:
        with patch.dict(os.environ, environ, clear=True), patch.multiple(sys, **names):
            time.tzset()
            if keyring := sys.modules.get("keyring.core"):
                keyring._keyring_backend = None  # which it keeps from the environment that it saw first
            yield
    finally:
        time.tzset()


@contextmanager
def limited():
    """A call that does not come to its end fails the test, and signal handlers are those of before."""
    handlers, hook = {number: signal.getsignal(number) for number in HEEDED}, sys.unraisablehook
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail(f"The call has not ended after {PATIENCE} seconds."))
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = hook
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextmanager
def nothing_left():
    """Threads and descriptors that a call began are gone after it; those of a test's servers end when it hangs up."""
    folder, threads, descriptors = os.getcwd(), set(threading.enumerate()), opened()
    numbers = {number for number, *_ in descriptors}
    yield
    if set(numbers_opened()) <= numbers and set(threading.enumerate()) <= threads and os.getcwd() == folder:
        return  # the usual case, told without a look at each of them
    if not wait_for(lambda: not left(threads, descriptors), 1):
        gc.collect()  # what nobody can reach any more is not left, only not yet collected
        wait_for(lambda: not left(threads, descriptors), LEAVE)
    found = [getattr(one, "_args", None) or one for one in left(threads, descriptors)]  # of a thread its connection
    assert not found, f"left behind: {found}"
    assert os.getcwd() == folder


def left(threads, descriptors):
    """What is there now and was not before."""
    new = {one for one in opened() - descriptors if not is_accepted(one[0])}
    return (set(threading.enumerate()) - threads) | new


def is_accepted(descriptor):
    """Whether a descriptor is the server's end of a connection to a server that listens in this process: a test's own."""
    try:
        address = address_of(descriptor, is_listening=False)
        listening = [address_of(number, is_listening=True) for number, *_ in opened()] if address else []
    except OSError:
        return True  # it was closed meanwhile
    return address is not None and address in listening


def address_of(descriptor, is_listening):
    """The address of a socket that listens, or of one that does not; None of anything else."""
    if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
        return None
    with socket.socket(fileno=os.dup(descriptor)) as one:
        is_so = bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)) == is_listening
        return one.getsockname() if is_so and one.family in (socket.AF_INET, socket.AF_INET6) else None


def wait_for(condition, seconds):
    """Whether a condition came true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True


def numbers_opened():
    """The numbers of the open descriptors of this process; the one that listed them is none any more."""
    listing = os.open("/dev/fd", os.O_RDONLY)
    try:
        return [int(name) for name in os.listdir(listing) if int(name) != listing]
    finally:
        os.close(listing)


def opened():
    """The open descriptors of this process: a set of (number, kind, device and inode)."""
    found = set()
    for number in numbers_opened():
        try:
            facts = os.fstat(number)
        except OSError:
            continue  # closed meanwhile
        found.add((number, stat.filemode(facts.st_mode), facts.st_dev, facts.st_ino))
    return found


class Wire(CometError):
    """The request arrived here instead of at the service."""


class Sent(Ran):
    """What one call came to, and of its request ``target``, ``query``, ``headers`` and ``body``."""

    def __init__(self, ran, requests):
        super().__init__(ran.code, ran.out, ran.err.removesuffix("cometapi: Sent.\n"))
        self.requests = requests
        request = requests[0] if requests else None
        address = urlsplit(request.url) if request else None
        self.target = f"{request.method} {address.path}" if request else None
        self.query = dict(parse_qsl(address.query)) if request else None
        self.headers = request.headers if request else None
        self.body = request.body.shown() if request and request.body else None


@pytest.fixture
def sent(tmp_path, monkeypatch):
    """Run the program up to the wire, in a folder with ``FILES`` and ``JSON_FILES``: the Sent is told by no service."""
    folder = tmp_path / "work"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    for name, value in JSON_FILES.items():
        (folder / name).write_text(json.dumps(value), "utf-8")
    monkeypatch.chdir(folder)
    environ = {"HOME": str(tmp_path), "COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "token-0002"}

    def run(*words, stdin=""):
        requests = []

        def caught(request, policy, pool):
            requests.append(request)
            raise Wire("Sent.")

        monkeypatch.setattr(transport, "send", caught)
        return Sent(call(words, environ, stdin), requests)

    return run
