"""The program on a real pseudo-terminal, and a service on loopback that knows one key and one token."""

import json
import os
import pty
import re
import shlex
import signal
import sys
import termios
import time
from pathlib import Path

import pexpect
import pytest
import warm
from ptyprocess import PtyProcess
from werkzeug.wrappers import Response

KEY = "sk-good-key-0001"
TOKEN = "good-token-0002"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


PROGRAM = ([str(Path(sys.executable).with_name("cometapi"))], [sys.executable, "-m", "cometapi"])  # its two beginnings


class Copy(PtyProcess):
    """The program on a pseudo-terminal, started warm."""

    def __init__(self, started, fd):
        super().__init__(started.pid, fd)
        self.started = started

    def isalive(self):
        code = self.started.poll()
        if code is None:
            return True
        self.terminated = True
        self.exitstatus, self.signalstatus = (code, None) if code >= 0 else (None, -code)
        return False

    def wait(self):
        self.started.wait()
        self.isalive()
        return self.exitstatus


class Child(pexpect.spawn):
    """A program on a pseudo-terminal, driven without the 50 to 100 ms that pexpect waits before each send and at each end."""

    def _spawnpty(self, args, **options):
        words = words_of([arg.decode(self.encoding) for arg in args])
        if words is None or options["preexec_fn"] or not warm.is_usual(options["env"]):
            return super()._spawnpty(args, **options)
        master, slave = pty.openpty()
        termios.tcsetwinsize(slave, options.get("dimensions", (24, 80)))
        try:
            started = warm.start(words, options["env"], options.get("cwd"), [slave] * 3, is_terminal=True)
        finally:
            os.close(slave)
        return Copy(started, master)

    def __init__(self, *words, **options):
        super().__init__(*words, encoding="utf-8", **options)
        self.delaybeforesend, self.ptyproc.delayafterclose = None, 0

    def interrupt(self, pattern):
        """Press Ctrl-C until the pattern comes, as one does at a keyboard.

        Python does not notice a signal that arrives in the microseconds before a read blocks until something else arrives, and
        a test that waits for a piece of a stream presses just then.
        """
        self.until(pattern, self.sendintr)

    def end(self, number):
        """Send a signal until the program has ended, for the same reason."""
        self.until(pexpect.EOF, lambda: self.kill(number))

    def until(self, pattern, act):
        """Do something again every two seconds until the pattern comes."""
        for patience in (2, 2, -1):
            act()
            if self.expect([pattern, pexpect.TIMEOUT] if patience > 0 else [pattern], timeout=patience) == 0:
                return

    def close(self, force=True):
        """Wait for a program that has closed its terminal, and kill any other one."""
        if self.closed:
            return
        if not self.flag_eof and self.isalive():
            self.kill(signal.SIGKILL)
        for _ in range(5000):  # until the system has noticed
            if not self.isalive():
                break
            time.sleep(0.001)
        super().close(force)


def words_of(args):
    """The words that the program is started with, None where it is another program."""
    return next((args[len(begin) :] for begin in PROGRAM if args[: len(begin)] == begin), None)


def spawn(command, words, *, timeout=20, **options):
    """Run a program on a pseudo-terminal of its own."""
    return Child(str(command), words, timeout=timeout, **options)


class Terminal:
    """The program on a pseudo-terminal of its own: ``sees`` waits for words, ``types`` answers, ``ends`` gives the exit code."""

    def __init__(self, command, environ, columns):
        environ = {**environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": str(columns)}
        size = (40, columns)
        self.child = spawn(command[0], command[1:], env=environ, dimensions=size)
        self.seen = ""

    def sees(self, *words):
        for one in words:
            self.child.expect_exact(one)
            self.seen += self.child.before + one
        return self

    def types(self, line, end="\r"):
        self.child.send(line + end)
        return self

    def ends(self):
        self.child.expect(pexpect.EOF)
        self.seen += self.child.before
        self.child.close()
        return self.child.exitstatus

    @property
    def text(self):
        """Everything that was written, without escape sequences."""
        return ESCAPES.sub("", self.seen)


@pytest.fixture
def terminal(environ):
    """Run ``cometapi`` with these words on a terminal; stdout goes into the file ``out`` if one is named."""
    started = []

    def run(*words, env=None, columns=400, out=None):
        asked = {"COMETAPI_HISTORY": "all", **environ, **(env or {})}  # so that no call is the first to be kept unasked
        variables = {name: value for name, value in asked.items() if value is not None}
        command = [sys.executable, "-m", "cometapi", *map(str, words)]
        if out:
            command = ["/bin/sh", "-c", f"exec {shlex.join(command)} > {shlex.quote(str(out))}"]
        started.append(Terminal(command, variables, columns))
        return started[-1]

    yield run
    for one in started:
        one.child.close(force=True)


@pytest.fixture
def gateway(httpserver, environ):
    """A service that accepts KEY and TOKEN; no credential is set."""
    environ["COMETAPI_BASE_URL"] = httpserver.url_for("/v1")

    def guarded(secret, document, refusal):
        def answer(request):
            is_right = request.headers.get("Authorization") == f"Bearer {secret}"
            return Response(
                json.dumps(document if is_right else refusal), 200 if is_right else 401, content_type="application/json"
            )

        return answer

    models = {"object": "list", "data": [{"id": "gpt-5.4", "object": "model", "created": 1, "owned_by": "openai"}]}
    account = {"success": True, "message": "", "data": {"id": 7, "username": "demo", "group": "default"}}
    catalog = [{"id": "gpt-5.4", "provider": "OpenAI"}, {"id": "claude-opus-4-6", "provider": "Anthropic"}]
    httpserver.expect_request("/v1/models").respond_with_handler(
        guarded(KEY, models, {"error": {"message": "Invalid key", "type": "comet_api_error"}})
    )
    httpserver.expect_request("/api/user/self").respond_with_handler(
        guarded(TOKEN, account, {"success": False, "message": "Invalid token"})
    )
    httpserver.expect_request("/api/models").respond_with_json({"success": True, "data": catalog})
    return httpserver
