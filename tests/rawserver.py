"""A server on loopback that says exactly the bytes a test wants, when it wants: for everything that no honest server does."""

import json
import socket
import struct
import threading
from contextlib import suppress

import pytest
from inprocess import wait_for

SSE = "text/event-stream; charset=utf-8"


class Talk:
    """One connection: the request that came, as ``method``, ``path``, ``headers`` and ``body``, and ways to answer it."""

    def __init__(self, connection, file):
        self.connection, self.file = connection, file
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # what is said arrives before what comes next
        self.method, self.path = self.file.readline().decode().split()[:2]
        lines = iter(lambda: self.file.readline().decode().strip(), "")
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        self.body = self.file.read(int(self.headers.get("content-length", 0)))

    def send(self, data):
        self.connection.sendall(data.encode() if isinstance(data, str) else data)
        return self

    def head(self, status=200, content_type=SSE, *more):
        lines = [f"HTTP/1.1 {status} Word", f"Content-Type: {content_type}", "Connection: close", *more]
        return self.send("".join(f"{line}\r\n" for line in lines) + "\r\n")

    def stream(self, *events, content_type=SSE, more=()):
        """The head of a chunked stream and its first events."""
        return self.head(200, content_type, "Transfer-Encoding: chunked", *more).chunks(*events)

    def chunks(self, *events):
        for event in events:
            data = event.encode() if isinstance(event, str) else event
            self.send(b"%x\r\n%s\r\n" % (len(data), data))
        return self

    def end(self):
        """The proper end of a chunked stream."""
        return self.send(b"0\r\n\r\n")

    def whole(self, body, status=200, content_type="application/json", *more):
        """A complete reply: bytes, text, or a value that becomes JSON."""
        body = body if isinstance(body, str | bytes) else json.dumps(body)
        data = body.encode() if isinstance(body, str) else body
        return self.head(status, content_type, f"Content-Length: {len(data)}", *more).send(data)

    def reset(self):
        """Throw the connection away, so that the other side sees a reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.file.close()
        self.connection.close()

    def stall(self):
        """Say nothing more until the other side hangs up."""
        while self.connection.recv(4096):
            pass


class RawServer:
    """Answers the first connection with the first function, the last function answers all that follow."""

    def __init__(self, host="127.0.0.1"):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.listener = socket.create_server((host, 0), family=family)
        self.port = self.listener.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self.talks, self.answers, self.accepted = [], [], 0
        self.peers, self.served = [], []  # of the connections that were accepted, and of those that are over
        threading.Thread(target=self.accept, daemon=True).start()

    def __call__(self, *answers):
        self.answers = list(answers)
        return self

    def accept(self):
        while True:
            try:
                connection, peer = self.listener.accept()
                self.accepted += 1
            except OSError:
                return  # the test is over
            self.peers.append(peer)
            threading.Thread(target=self.serve, args=[connection, peer], daemon=True).start()

    def close(self):
        """Listen no more; who only closes it leaves the thread waiting that accepts."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def serve(self, connection, peer):
        hung_up = suppress(OSError, ValueError)  # which is the program's right
        try:
            with hung_up, connection, connection.makefile("rb") as file:
                talk = Talk(connection, file)
                self.talks.append(talk)
                (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(talk)
        finally:
            self.served.append(peer)

    def settle(self):
        """Wait until all that was sent so far has been served: connections are accepted in their order."""
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            own = last.getsockname()
            assert wait_for(lambda: own in self.peers, 20)
        assert wait_for(lambda: len(self.served) == len(self.peers), 20)


@pytest.fixture
def raw(environ):
    """A RawServer that the program takes for CometAPI, with an API key set."""
    server = RawServer()
    environ |= {"COMETAPI_BASE_URL": f"{server.url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    yield server
    server.close()


@pytest.fixture
def nobody(environ):
    """The address of a port that nobody listens on, taken for CometAPI, with an API key set."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        environ |= {"COMETAPI_BASE_URL": f"{url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
        yield url
