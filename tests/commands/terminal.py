"""The program on a real pseudo-terminal, and the two secrets that the tests' service accepts."""

import re

import pexpect

KEY = "sk-good-key-0001"
TOKEN = "good-token-0002"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """The program on a pseudo-terminal of its own: ``sees`` waits for words, ``types`` answers, ``ends`` gives the exit code."""

    def __init__(self, command, environ, columns):
        environ = {**environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": str(columns)}
        size = (40, columns)
        self.child = pexpect.spawn(command[0], command[1:], env=environ, encoding="utf-8", timeout=20, dimensions=size)
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
