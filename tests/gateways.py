"""Gateways in the process of the tests, and clients that say exactly the bytes of a request."""

import io
import json
import socket
from http.client import HTTPResponse

import pytest
from inprocess import wait_for
from sandboxes import CERTIFICATE

from cometapi.cli.registry import command_data
from cometapi.cli.words import values
from cometapi.commands.serve import exports
from cometapi.context import Context
from cometapi.serve.gateway import Gateway
from cometapi.session import Session

CHAT = "/v1/chat/completions"
ASK = {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hello"}]}
STREAM = {**ASK, "stream": True}


class Served:
    """A gateway and what its user sees of it; ``said`` gives what was told on stderr."""

    def __init__(self, environ, *words):
        self.err = io.StringIO()
        context = Context(["serve", *words], environ, io.StringIO(), io.StringIO(), self.err)
        context.take({"debug": "--debug" in words})
        command = command_data("serve")
        given = values(command, list(words), environ)
        self.session = Session(context, is_sandboxed="--sandbox" in words)
        call = self.session.operation("serve", given)
        wanted = {name: call.option(name) for name in ("models", "record", "replay")}
        self.gateway = Gateway(self.session, budget_from=call, **wanted).start()
        self.call = call

    @property
    def port(self):
        return self.gateway.port

    @property
    def token(self):
        return self.gateway.token

    @property
    def said(self):
        return self.err.getvalue()

    @property
    def summary(self):
        """What it has done, once nothing is under way."""
        assert wait_for(lambda: not self.gateway.exchanges, 20)
        return self.gateway.summary()

    @property
    def spent(self):
        """What has been spent and what is booked."""
        assert wait_for(lambda: not self.gateway.exchanges, 20)
        budget = self.call.budget()
        return budget.spent, budget.booked

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), 10)

    def head(self, method, path, *lines, length=None, host=None, token=True, version="1.1"):
        """The bytes of a head."""
        own = [f"Host: {host or f'127.0.0.1:{self.port}'}"] if host != "" else []
        own += [f"Authorization: Bearer {self.token}"] if token else []
        own += [f"Content-Length: {length}"] if length is not None else []
        return "\r\n".join([f"{method} {path} HTTP/{version}", *own, *lines, "", ""]).encode("latin-1")

    def send(self, method, path, *lines, body=None, **more):
        """A connection over which a request was sent; a body that is no bytes is JSON."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        connection = self.connect()
        length = more.pop("length", None if data is None else len(data))
        connection.sendall(self.head(method, path, *lines, length=length, **more) + (data or b""))
        return connection

    def ask(self, method, path, *lines, body=None, **more):
        """``(status, headers, body)`` of the reply to a request."""
        with self.send(method, path, *lines, body=body, **more) as connection:
            return read(connection, method)

    def post(self, path, body, *lines, **more):
        """The status and the JSON of the reply to a request with a body."""
        status, _, found = self.ask("POST", path, *lines, body=body, **more)
        return status, json.loads(found)

    def stop(self):
        self.gateway.stop()
        self.call.close()
        self.session.close()


def read(connection, method="POST"):
    """``(status, headers, body)`` of the next reply on a connection."""
    response = HTTPResponse(connection, method=method)
    response.begin()
    return response.status, response.headers, response.read()


@pytest.fixture
def serve(environ):
    """Starts a gateway with these words of the command line."""
    started = []

    def start(*words):
        started.append(Served(environ, *words))
        return started[-1]

    yield start
    for one in started:
        one.stop()


def told(gateway):
    """The variables that ``serve`` prints for the clients."""
    return dict(line.removeprefix("export ").split("=", 1) for line in exports(gateway) if line.startswith("export"))


@pytest.fixture
def through(serve, serving, monkeypatch):
    """Starts a gateway with these words, and sets the variables that it prints for the vendors' clients."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))  # each client reads them all, and asks for none of them

    def start(*words):
        served = serve(*words)
        for name, value in told(served.gateway).items():
            monkeypatch.setenv(name, value)
        return served

    return start
