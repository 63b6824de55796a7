"""A long piece of a body on its way out, while the service may answer already: it is too large, or the key is wrong."""

import selectors
import socket
from ssl import SSLSocket

SLICE = 65536  # bytes that are sent at once, and that have to go in time
INTERIM = b"HTTP/1.1 1"  # begins an answer that lets the request go on


def upload(connection, data, seconds):
    """Send bytes over a socket, and return whether the service took them without an answer.

    Raises TimeoutError when it takes nothing for so many seconds (None for ever), and OSError where the connection breaks.
    """
    left, listens = (
        memoryview(data),
        not isinstance(connection, SSLSocket),
    )  # what encryption says for itself is no answer
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection, selectors.EVENT_WRITE | (selectors.EVENT_READ if listens else 0))
        while left:
            events = [event for _, event in waiting.select(seconds)]
            if not events:
                raise TimeoutError
            if events[0] & selectors.EVENT_READ:
                if not goes_on(connection):
                    return False
                waiting.modify(connection, selectors.EVENT_WRITE)
            if events[0] & selectors.EVENT_WRITE:
                left = left[connection.send(left[:SLICE]) :]
    return True


def goes_on(connection):
    """Whether what a service says before a request is over lets it go on."""
    return connection.recv(len(INTERIM), socket.MSG_PEEK) == INTERIM
