"""The world in which examples run: nothing of it depends on the machine, the day or chance.

A reader's home and working folder are made anew for each example, the service is the sandbox behind the usual address,
the clock stands, and what is drawn at random is drawn from the same numbers each time.
"""

import fcntl
import getpass
import os
import random
import re
import secrets
import shutil
import signal
import string
import sys
import time
from contextlib import ExitStack, contextmanager
from itertools import chain, count
from pathlib import Path
from unittest.mock import patch

from codegen.capture import Screen
from codegen.clock import standing
from codegen.service import PORT, reached
from cometapi.context import Context
from cometapi.generated import program
from cometapi.history import rows, store
from cometapi.http import waiter
from cometapi.main import outcome
from cometapi.manifest.moments import moment
from cometapi.sandbox.server import Turns
from cometapi.signals import ENDING

SCENE = Path(__file__).parent / "scene"
SHOWN_HOME = "/home/sam"  # in the place of a folder whose path is as long, so that lines break at the same words
CONVERSATIONS = ("q7k2m9xw4p", "b3c5d8e2f4", "k4t8w2n6r9")  # IDs in the order they are drawn
PORTS = re.compile(r"(?<=127\.0\.0\.1):[3-6]\d{4}")  # that the system gives
NOW = moment(program.SAMPLE_TIMES["now"])
HEEDED = [getattr(signal, name) for name in (*ENDING, "SIGINT", "SIGTSTP")]


class World:
    """A home with a working folder in it, and the sandbox in the place of the service; to be used with ``with``.

    ``is_empty`` leaves the working folder without the files that examples name.
    """

    def __init__(self, service, *, is_empty=False):
        self.service, self.is_empty = service, is_empty
        self.now = NOW
        self.held = None
        self.ids = chain(CONVERSATIONS, map(another_id, count()))
        self.chance = random.Random(0)

    def __enter__(self):
        self.home = short_folder()
        self.work = self.home / "work"
        shutil.copytree(SCENE / "home", self.home, dirs_exist_ok=True)
        self.work.mkdir()
        if not self.is_empty:
            shutil.copytree(SCENE / "work", self.work, dirs_exist_ok=True)
        for path in [self.home / ".config", *(self.home / ".config").rglob("*")]:
            path.chmod(0o700 if path.is_dir() else 0o600)
        self.environ = environ_of(self.home)
        with patch.dict(os.environ, self.environ, clear=True):
            store.opened(self.environ, print).close()  # a history whose place was told
        self.screen = Screen(self.home / ".screen", self.home / ".keyboard")
        self.service.server.turns = Turns()
        return self

    def __exit__(self, *_):
        self.screen.close()
        if self.held:
            self.held.close()
        shutil.rmtree(self.home)

    def hold(self, name):
        """Hold the lock of a file, as a program does that is running."""
        self.held = (self.work / name).open("rb")
        fcntl.flock(self.held, fcntl.LOCK_EX)

    def call(self, words, streams, environ=None, folder=None):
        """The exit code of the program, run with these words on these three streams."""
        environ = self.environ if environ is None else environ
        with self.surroundings(environ, streams, folder or self.work):
            return outcome(Context(words, environ, *streams))

    @contextmanager
    def surroundings(self, environ, streams, folder):
        """This process looks like a new one in the world; afterwards it is as it was."""
        handlers, hook = {number: signal.getsignal(number) for number in HEEDED}, sys.unraisablehook
        with ExitStack() as changed:
            changed.enter_context(in_folder(folder))
            changed.enter_context(patch.dict(os.environ, environ, clear=True))
            changed.enter_context(patch.multiple(sys, **dict(zip(("stdin", "stdout", "stderr"), streams, strict=True))))
            for one in self.fixed():
                changed.enter_context(one)
            time.tzset()
            try:
                yield
            finally:
                sys.unraisablehook = hook
                for number, handler in handlers.items():
                    signal.signal(number, handler)
        time.tzset()

    def fixed(self):
        """What is patched while the program runs: the way to the service, the clock, chance."""
        drawn = self.chance.randbytes
        yield from reached(self.service)
        yield from standing(self.now)
        yield patch.object(waiter, "sleep", lambda seconds: None)
        yield patch.object(os, "urandom", drawn)
        yield patch.object(random, "_urandom", drawn)
        yield patch.object(random, "random", lambda: 0.5)
        yield patch.object(rows, "new_id", lambda: next(self.ids))
        yield patch.object(getpass, "getpass", self.screen.unseen)

    def shown(self, text):
        """What was written, with the reader's home in the place of the folder that stands for it."""
        return PORTS.sub(f":{PORT}", text.replace(str(self.home), SHOWN_HOME))


def another_id(number):
    """The ID of one conversation more."""
    return "".join(random.Random(number).choices(string.ascii_lowercase, k=10))


def environ_of(home):
    """The environment of a reader with a terminal of 80 columns that obeys no escape sequence."""
    path = os.pathsep.join([str(home / ".bin"), str(SCENE / "bin"), os.environ["PATH"]])
    fixed = {"SHELL": "/bin/bash", "USER": "sam", "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "dumb", "COLUMNS": "80"}
    fixed |= {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    return {"HOME": str(home), "PATH": path, **fixed}


def short_folder():
    """A new folder whose path is as long as the home that is shown in its place."""
    beginning = "/tmp/"
    for _ in range(1000):
        name = "".join(
            secrets.choice(string.ascii_lowercase + string.digits) for _ in range(len(SHOWN_HOME) - len(beginning))
        )
        try:
            os.mkdir(beginning + name, 0o700)
            return Path(beginning + name)
        except FileExistsError:
            continue
    raise FileExistsError(f"no free name in {beginning}")


@contextmanager
def in_folder(folder):
    """The working folder is another one."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
