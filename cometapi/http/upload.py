"""Sends a large body while watching for an early answer, such as one that the body is too large or the key is wrong."""

import io
import selectors
import socket
from ssl import SSLSocket, SSLWantReadError

SLICE = 65536  # bytes per send, each within the timeout
INTERIM = b"HTTP/1.1 1"  # the start of an interim answer, after which the body is still wanted


class Answered(Exception):
    """The service answered before it had the whole request; ``first`` are the bytes of the answer read so far."""

    def __init__(self, first=b""):
        super().__init__()
        self.first = first


def upload(connection, data, seconds):
    """Send bytes over a socket; raises Answered as soon as the service answers.

    Raises TimeoutError if nothing can be sent for this many seconds (None for no limit), and OSError if the connection breaks.
    """
    left = memoryview(data)
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection, selectors.EVENT_WRITE | selectors.EVENT_READ)
        while left:
            events = [event for _, event in waiting.select(seconds)]
            if not events:
                raise TimeoutError
            if events[0] & selectors.EVENT_READ:
                check_answer(connection, waiting)
            if events[0] & selectors.EVENT_WRITE:
                left = left[connection.send(left[:SLICE]) :]


def check_answer(connection, waiting):
    """Look at what the service sent: return after an interim answer, raise Answered for a final one."""
    if isinstance(connection, SSLSocket):
        check_encrypted(connection)
    elif connection.recv(len(INTERIM), socket.MSG_PEEK) == INTERIM:
        waiting.modify(connection, selectors.EVENT_WRITE)  # it stays there until the answer is read
    else:
        raise Answered


def check_encrypted(connection):
    """The same over TLS, where readable data may also belong to the protocol itself."""
    seconds = connection.gettimeout()
    connection.settimeout(0)
    try:
        first = connection.recv(1)
    except SSLWantReadError:
        return
    finally:
        connection.settimeout(seconds)
    raise Answered(first)


class Resumed(io.RawIOBase):
    """A socket's file preceded by bytes that were read from it earlier."""

    def __init__(self, first, file):
        self.first, self.file = first, file

    def readable(self):
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer):
        """Read into a buffer, and return the number of bytes."""
        if not self.first:
            return self.file.raw.readinto(buffer)
        count = min(len(buffer), len(self.first))
        buffer[:count], self.first = self.first[:count], self.first[count:]
        return count

    def close(self):
        """Close the socket's file."""
        self.file.close()
        super().close()
