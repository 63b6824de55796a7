"""A long piece of a body on its way out, while the service may answer already: it is too large, or the key is wrong."""

import io
import selectors
import socket
from ssl import SSLSocket, SSLWantReadError

SLICE = 65536  # bytes that are sent at once, and that have to go in time
INTERIM = b"HTTP/1.1 1"  # begins an answer that lets the request go on


class Answered(Exception):
    """The service answers before it has the whole request; ``first`` are bytes of the answer that had to be read for it."""

    def __init__(self, first=b""):
        super().__init__()
        self.first = first


def upload(connection, data, seconds):
    """Send bytes over a socket; raises Answered as soon as the service answers.

    Raises TimeoutError when it takes nothing for so many seconds (None for ever), and OSError where the connection breaks.
    """
    left = memoryview(data)
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection, selectors.EVENT_WRITE | selectors.EVENT_READ)
        while left:
            events = [event for _, event in waiting.select(seconds)]
            if not events:
                raise TimeoutError
            if events[0] & selectors.EVENT_READ:
                heard(connection, waiting)
            if events[0] & selectors.EVENT_WRITE:
                left = left[connection.send(left[:SLICE]) :]


def heard(connection, waiting):
    """Go on where what came lets the request go on; raises Answered where it is an answer."""
    if isinstance(connection, SSLSocket):
        said(connection)
    elif connection.recv(len(INTERIM), socket.MSG_PEEK) == INTERIM:
        waiting.modify(connection, selectors.EVENT_WRITE)  # it stays there until the answer is read
    else:
        raise Answered


def said(connection):
    """The same of an encrypted connection, which may also say something for itself."""
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
    """What comes from a socket's file, behind bytes that were read of it before."""

    def __init__(self, first, file):
        self.first, self.file = first, file

    def readable(self):
        """As every file that is read."""
        return True

    def readinto(self, buffer):
        """Fill a buffer with what comes next; the number of bytes."""
        if not self.first:
            return self.file.raw.readinto(buffer)
        count = min(len(buffer), len(self.first))
        buffer[:count], self.first = self.first[:count], self.first[count:]
        return count

    def close(self):
        """Close the socket's file."""
        self.file.close()
        super().close()
