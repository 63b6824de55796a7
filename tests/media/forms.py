"""Forms as a parser reads them that is not the program's, and a server that answers before a request is over."""

import socket
import struct
import threading
from contextlib import suppress

import pytest
from werkzeug.formparser import parse_form_data
from werkzeug.test import EnvironBuilder


def parts(headers, body):
    """``(fields, files)`` of a multipart body: lists of (name, text) and of (name, file name, media type, bytes)."""
    environ = EnvironBuilder(method="POST", data=body, content_type=headers["content-type"]).get_environ()
    _, form, files = parse_form_data(environ)
    fields = [(name, value) for name, values in form.lists() for value in values]
    found = [(name, one.filename, one.mimetype, one.read()) for name, ones in files.lists() for one in ones]
    for ones in files.listvalues():
        for one in ones:
            one.close()
    return fields, found


class Hasty:
    """A server that reads the head of a request and ``most`` bytes of its body, and then does what ``answer`` says."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.most, self.answer, self.accepted = 0, lambda connection: None, 0
        self.wrap = lambda connection: connection
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.accepted += 1
            with suppress(OSError), self.wrap(connection) as wrapped:
                self.talk(wrapped)

    def talk(self, connection):
        came = b""
        while b"\r\n\r\n" not in came:
            came += connection.recv(4096)
        left = self.most
        while left > 0:
            left -= len(connection.recv(min(left, 65536)))
        self.answer(connection)

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


def refusing(status, text, lingers=False):
    """An answer with a status; one that ``lingers`` leaves the connection open until the other side hangs up."""
    body = f'{{"error": {{"message": "{text}"}}}}'.encode()
    head = f"HTTP/1.1 {status} No\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()

    def answer(connection):
        connection.sendall(head + body)
        if lingers:
            connection.shutdown(socket.SHUT_WR)
            threading.Event().wait(0.2)  # the request has stopped by then, or stands still

    return answer


def reset(connection):
    """Throw the connection away, so that the other side sees a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.fixture
def hasty(environ):
    """A Hasty that the program takes for CometAPI, with an API key set."""
    server = Hasty()
    environ |= {"COMETAPI_BASE_URL": f"{server.url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    yield server
    server.close()
