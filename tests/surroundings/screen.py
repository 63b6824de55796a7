"""The program in this process on pseudo-terminals: what each of its streams would have sent to the user's screen."""

import os
import pty
import threading
import tty

from inprocess import Stream, run


class Screen:
    """A terminal that does nothing and takes down what it is sent, as ``text``."""

    def __init__(self):
        self.master, slave = pty.openpty()
        tty.setraw(slave)  # or the terminal itself would add carriage returns
        self.stream = os.fdopen(slave, "w+b", buffering=0)
        self.seen = b""
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        try:
            while piece := os.read(self.master, 65536):
                self.seen += piece
        except OSError:
            pass  # nobody has the terminal open any more
        os.close(self.master)

    @property
    def text(self):
        """All that came, once nobody can send more."""
        self.stream.close()
        self.reader.join()
        return self.seen.decode("utf-8")


def shown(words, environ):
    """``(exit code, stdout, stderr)`` of a call on terminals."""
    screens = out, err = Screen(), Screen()
    streams = [open(one.stream.fileno(), "w", encoding="utf-8", closefd=False) for one in screens]  # noqa: SIM115
    code = run(words, environ, [Stream(), *streams])
    for stream in streams:
        stream.close()
    return code, out.text, err.text
