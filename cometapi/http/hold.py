"""A request that another thread may break off, because nobody waits for its reply any more."""

import socket
import threading
from contextlib import suppress

own = threading.local()  # the Hold of what a thread sends
lock = threading.Lock()


class Hold:
    """A context in which a thread sends requests that ``break_off`` ends, in whatever state they are.

    ``is_over`` is whether that happened, ``was_sent`` whether a byte of a request may have left before.
    """

    def __init__(self):
        self.connection = None
        self.is_over = self.was_sent = False

    def __enter__(self):
        own.hold = self
        return self

    def __exit__(self, *_):
        own.hold = None

    def break_off(self):
        """Hang up the connection of the request, and let no other one begin."""
        with lock:
            self.is_over = True
            connection = self.connection
            if connection is not None and connection.holder is self:
                hang_up(connection.reading or connection.sock)

    def check(self):
        """Raise ConnectionAbortedError once the request is broken off."""
        if self.is_over:
            raise ConnectionAbortedError("nobody waits for the reply")


def begin(connection):
    """Let the Hold of this thread, if it has one, be that of a connection; raises ConnectionAbortedError."""
    hold = getattr(own, "hold", None)
    if hold is None and connection.holder is None:
        return
    with lock:
        connection.holder, connection.reading = hold, None
        if hold is not None:
            hold.check()
            hold.connection = connection


def sending(connection):
    """Note that bytes of a request leave; raises ConnectionAbortedError where it is broken off."""
    if connection.holder is not None:
        connection.holder.check()
        connection.holder.was_sent = True


def end(connection):
    """Let a connection be nobody's, before somebody else may have it."""
    if connection.holder is not None:
        with lock:
            connection.holder = None


def hang_up(connection):
    """Wake whoever reads from a socket; one that was closed in the same moment wakes nobody."""
    with suppress(OSError, AttributeError):
        connection.shutdown(socket.SHUT_RDWR)
