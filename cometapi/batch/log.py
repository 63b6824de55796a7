"""A file to which many threads append lines that have to be on the disk: one thread writes for all that wait."""

import os
import threading
from contextlib import suppress

from cometapi import temporary
from cometapi.errors import OutputFailed


class Turn:
    """A thread that waits until its line is on the disk, or until it is its turn to write."""

    __slots__ = ("is_next", "lock")

    def __init__(self):
        self.is_next, self.lock = False, threading.Lock()
        self.lock.acquire()


class Log:
    """An open file of lines. When writing fails once, everything later raises the same OutputFailed: nothing may be done that
    is not recorded.
    """

    def __init__(self, file, path):
        self.file, self.path = file, path
        self.gate = threading.Lock()
        self.lines: list[bytes] = []  # that are not written yet
        self.waiting: list[Turn] = []
        self.is_writing = False
        self.error: OutputFailed | None = None

    def append(self, line):
        """Append a line that is on the disk when a later one is."""
        with self.gate:
            self.check()
            self.lines.append(line)

    def commit(self, line=b""):
        """Append a line; it is on the disk, with all before it, when this returns."""
        with self.gate:
            self.check()
            self.lines.append(line)
            turn = Turn() if self.is_writing else None
            if turn:
                self.waiting.append(turn)
            self.is_writing = True
        if turn:
            turn.lock.acquire()
        if turn is None or turn.is_next:
            self.write()
        if self.error:
            raise self.error

    def check(self):
        """Raise the error that writing failed by."""
        if self.error:
            raise self.error

    def write(self):
        """Write what is there, then let the others go on, and one of those that came meanwhile write."""
        with self.gate:
            data, done = b"".join(self.lines), self.waiting
            self.lines, self.waiting = [], []
        error = self.fault(data)
        with self.gate:
            self.error = self.error or error
            if self.waiting:
                following = self.waiting.pop(0)
                following.is_next = True
                done.append(following)
            else:
                self.is_writing = False
        for one in done:
            one.lock.release()

    def fault(self, data):
        """Write bytes and wait for the disk; the error, None if all went well."""
        try:
            append(self.file, data, self.path)
            temporary.sync_data(self.file.fileno())
        except OutputFailed as error:
            return error
        except OSError as error:
            return OutputFailed(f"{self.path} cannot be written: {error.strerror}.")
        return None


def append(handle, data, path):
    """Append bytes whole; what was written of them is cut off again where that fails. Raises OutputFailed."""
    written = 0
    try:
        while written < len(data):
            written += os.write(handle.fileno(), data[written:] if written else data)
    except OSError as error:
        with suppress(OSError):
            os.ftruncate(handle.fileno(), os.fstat(handle.fileno()).st_size - written)
        raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
