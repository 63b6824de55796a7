"""Processes of the program that start at once: copies of one that has loaded its modules and has done nothing else yet.

Most of what a short call costs is the loading of modules, which is the same each time. What depends on how the interpreter
itself starts (its variables, the locale, streams that are closed) needs a process from the beginning: ``is_usual`` says no
there. Run as a script, this file is the process that is copied.
"""

import atexit
import io
import json
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

PROJECT = str(Path(__file__).resolve().parent.parent)
LIBRARIES = [
    "urllib3",
    "http.server",
    "argparse",
    "jmespath",
    "tomlkit",
    "yaml",
    "jsonschema",
    "rich.markdown",
    "prompt_toolkit",
]
SELDOM = {f"cometapi.mcp.{one}" for one in ("server", "running", "allowance")}  # whose library takes long to load
LARGEST = 1 << 20  # bytes of a request


# --- in the tests


def is_usual(environ):
    """Whether an interpreter starts in this environment as the one did that is copied."""
    asks = {name for name in environ if name.startswith(("PYTHON", "LC_", "LANG", "COVERAGE"))}
    return hasattr(os, "pidfd_open") and asks == {"PYTHONPATH", "LANG"} and environ["LANG"] == "C.UTF-8"


def start(words, environ, folder, streams, is_terminal=False):
    """Start the program with these words on three descriptors, which may be a terminal of its own: the Started."""
    return starter(environ["PYTHONPATH"]).start(words, environ, folder, streams, is_terminal)


def run(words, environ, folder=None, stdin=None, stdout=None, timeout=30):
    """Run the program to its end: ``(exit code, stdout, stderr)``, these as bytes.

    ``stdin`` are bytes for a pipe, else nothing can be read; ``stdout`` is a descriptor to write to in place of a pipe.
    Raises TimeoutExpired after so many seconds, with the program ended.
    """
    words = [str(word) for word in words]
    if not is_usual(environ):
        command = [sys.executable, "-m", "cometapi", *words]
        streams = {"stdout": subprocess.PIPE if stdout is None else stdout, "stderr": subprocess.PIPE}
        streams |= {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
        done = subprocess.run(command, env=environ, cwd=folder, timeout=timeout, check=False, **streams)
        return done.returncode, done.stdout, done.stderr
    given, feed = (os.open(os.devnull, os.O_RDONLY), None) if stdin is None else os.pipe()
    out, out_end = os.pipe() if stdout is None else (None, os.dup(stdout))
    err, err_end = os.pipe()
    started = start(words, environ, folder, (given, out_end, err_end))
    for end in (given, out_end, err_end):
        os.close(end)
    with ThreadPoolExecutor(3) as threads:
        threads.submit(fed, feed, stdin)
        kept = [threads.submit(drained, one) for one in (out, err)]
        try:
            return started.wait(timeout), *(one.result() for one in kept)
        except BaseException:
            started.kill()
            raise


def fed(descriptor, data):
    """Write bytes into a pipe, if there is one, and close it; whoever does not read them loses them."""
    if descriptor is not None:
        with suppress(BrokenPipeError), open(descriptor, "wb") as file:
            file.write(data)


def drained(descriptor):
    """The bytes that come out of a pipe until it ends; None without one."""
    if descriptor is None:
        return None
    with open(descriptor, "rb") as file:
        return file.read()


@cache
def starter(path):
    """The Starter of the program that is found on a PYTHONPATH."""
    made = Starter(path)
    atexit.register(made.close)
    return made


class Starter:
    """The process that is copied, and a line to it: requests with descriptors go out, process ids and exit codes come back."""

    def __init__(self, path):
        self.line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environ = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "LANG": "C.UTF-8"}
        command = [sys.executable, "-P", __file__, str(other.fileno())]
        self.process = subprocess.Popen(command, env=environ, pass_fds=[other.fileno()], stdin=subprocess.DEVNULL)
        other.close()
        self.ended = {}  # process id to exit code

    def start(self, words, environ, folder, streams, is_terminal):
        """Start a copy; the Started."""
        request = {"words": words, "environ": environ, "folder": str(folder or os.getcwd()), "terminal": is_terminal}
        socket.send_fds(self.line, [json.dumps(request).encode()], list(streams))
        while True:
            told = self.told()
            if "started" in told:
                return Started(self, told["started"])

    def told(self):
        """What the line says next; the end of a copy is noted."""
        data = self.line.recv(LARGEST)
        assert data, "The process that is copied has ended."
        told = json.loads(data)
        if "ended" in told:
            self.ended[told["ended"]] = told["code"]
        return told

    def code(self, pid, timeout):
        """The exit code of a copy, None where it has not ended after so many seconds."""
        while pid not in self.ended and select.select([self.line], [], [], timeout)[0]:
            self.told()
        return self.ended.get(pid)

    def close(self):
        """End the process; copies that still run are ended by their tests."""
        self.line.close()
        self.process.wait()


class Started:
    """A copy that runs, or has run: its ``pid``."""

    def __init__(self, starter, pid):
        self.starter, self.pid = starter, pid

    def poll(self):
        """The exit code, -N for one that signal N has ended; None while it runs."""
        return self.starter.code(self.pid, 0)

    def wait(self, timeout=None):
        """The exit code, once it has ended; raises TimeoutExpired after so many seconds."""
        code = self.starter.code(self.pid, timeout)
        if code is None:
            raise subprocess.TimeoutExpired("cometapi", timeout)
        return code

    def kill(self, number=signal.SIGKILL):
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)


class Piped:
    """A program that runs without input and with its output in pipes; a test does with it what it would do with a Popen."""

    def __init__(self, words, environ, folder=None):
        given, (out, out_end), (err, err_end) = os.open(os.devnull, os.O_RDONLY), os.pipe(), os.pipe()
        self.started = start([str(word) for word in words], environ, folder, (given, out_end, err_end))
        for one in (given, out_end, err_end):
            os.close(one)
        self.stdout, self.stderr = os.fdopen(out, "rb"), os.fdopen(err, "rb")

    @property
    def returncode(self):
        """The exit code, None while it runs."""
        return self.started.poll()

    def send_signal(self, number):
        """Send it a signal, from any thread."""
        os.kill(self.started.pid, number)

    def wait(self, timeout):
        """The exit code, once it has ended; raises TimeoutExpired after so many seconds."""
        return self.started.wait(timeout)

    def communicate(self, timeout):
        """What it says until it ends, on stdout and on stderr, as bytes; raises TimeoutExpired, with the program ended."""
        with ThreadPoolExecutor(2) as threads:
            kept = [threads.submit(one.read) for one in (self.stdout, self.stderr)]
            try:
                self.wait(timeout)
                return tuple(one.result() for one in kept)
            except BaseException:
                self.started.kill()
                raise

    def close(self):
        """End it, if it still runs."""
        self.started.kill()
        self.stdout.close()
        self.stderr.close()


# --- in the process that is copied


def serve(line):
    """Start a copy for each request, and tell each one's end, until nobody asks any more."""
    running = {}  # descriptor that is readable once the process has ended, to process id
    while True:
        for ready in select.select([line, *running], [], [])[0]:
            if ready is not line:
                pid = running.pop(ready)
                os.close(ready)
                tell(line, ended=pid, code=os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                continue
            data, streams, _, _ = socket.recv_fds(line, LARGEST, 3)
            if not data:
                return
            pid = os.fork()
            if pid == 0:
                be_copy(json.loads(data), streams, [line.fileno(), *running])
            for one in streams:
                os.close(one)
            running[os.pidfd_open(pid)] = pid
            tell(line, started=pid)


def tell(line, **facts):
    """Send facts up the line; with nobody at its other end they are of no use."""
    with suppress(BrokenPipeError):
        line.send(json.dumps(facts).encode())


def be_copy(request, streams, foreign):
    """Become the program of a request, as far as its end; never returns."""
    code = 1
    try:
        for one in foreign:
            os.close(one)
        settle(request, streams)
        code = end_of_program(request["words"])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def settle(request, streams):
    """Take on the streams, the terminal, the environment and the folder of a request."""
    import fcntl
    import termios
    import time

    if request["terminal"]:
        os.setsid()
        fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
    for number, one in enumerate(streams):
        os.dup2(one, number)
    for one in streams:
        if one > 2:
            os.close(one)
    sys.stdin = stream(0, "rb", "surrogateescape")
    sys.stdout = stream(1, "wb", "surrogateescape", os.isatty(1))
    sys.stderr = stream(2, "wb", "backslashreplace", True)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    os.environ.clear()
    os.environ.update(request["environ"])
    time.tzset()
    os.chdir(request["folder"])


def stream(number, mode, errors, is_by_line=False):
    """A standard stream as an interpreter opens it in the locale C.UTF-8."""
    return io.TextIOWrapper(open(number, mode), "utf-8", errors, line_buffering=is_by_line)


def end_of_program(words):
    """The exit code of the program, run with these words as its console script does, and ended as an interpreter ends."""
    from cometapi.main import entry

    sys.argv = ["cometapi", *words]
    code = None
    try:
        entry()
    except SystemExit as end:
        code = end.code
    atexit._run_exitfuncs()
    sys.stdout.flush()
    return 0 if code is None else code


def load():
    """Load what the program may come to need; of one that was pressed for a test, its modules and what those need at once."""
    import gc
    import pkgutil

    import cometapi

    for name in LIBRARIES if os.environ["PYTHONPATH"] == PROJECT else ():
        import_module(name)
    for module in pkgutil.walk_packages(cometapi.__path__, "cometapi."):
        if not module.name.endswith("__main__") and module.name not in SELDOM:
            import_module(module.name)
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    load()
    serve(socket.socket(fileno=int(sys.argv[1])))
