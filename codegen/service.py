"""The sandbox in the place of the service, behind the service's usual address."""

import platform
import socket
from types import SimpleNamespace
from unittest.mock import patch

from cometapi.commands import sandbox as foreground
from cometapi.commands.doctor import network
from cometapi.generated import program
from cometapi.http import connections, early
from cometapi.sandbox import fixtures
from cometapi.sandbox.server import Handler, Sandbox

FILES = "https://files.example.com/"  # where the sandbox's media are said to be
ADDRESS = "203.0.113.10"
PORT = 50505  # in the place of one that the system gives


class Service:
    """The sandbox as the service: one for all examples of a process."""

    def __init__(self):
        self.sandbox = Sandbox()
        self.server = self.sandbox.server
        self.server.RequestHandlerClass = Linking
        self.server.is_lost, self.server.request_id = False, None
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.pool = connections.Pool()
        self.opened = connections.Pool.opener
        self.sandbox.start()

    def close(self):
        """Stop serving."""
        self.pool.close()
        self.sandbox.stop()


class Linking(Handler):
    """A sandbox whose media are elsewhere on the web, and which may be lost when it has read a request."""

    def served(self, body):
        """Serve a request, or hang up."""
        if not self.server.is_lost:
            return super().served(body)
        self.close_connection = True
        return self.connection.shutdown(socket.SHUT_RDWR)

    def send_header(self, keyword, value):
        """Send a header, the ID of the request with the value that is wanted."""
        wanted = self.server.request_id if keyword == program.REQUEST_ID[0] else None
        super().send_header(keyword, wanted or value)

    def send_body(self, status, content_type, data, headers=None):
        """Send a body, with the links of samples leading there."""
        here = f"http://{self.headers.get('Host', '')}{fixtures.LINKED}"
        super().send_body(status, content_type, data.replace(here.encode(), FILES.encode()), headers)


def reached(service):
    """Patches by which every address but this machine's own is served by the sandbox."""
    yield patch.object(connections.Pool, "opener", opener(service))
    yield patch.object(early, "begun", lambda *_: None)
    yield patch.object(network, "socket", SimpleNamespace(**vars(socket) | CONNECTING))
    yield patch.object(network, "HTTPSConnection", Encrypted)
    yield patch.object(platform, "python_version", lambda: "3.12.8")
    yield patch.object(platform, "system", lambda: "Linux")
    yield patch.object(foreground, "Sandbox", Interrupted)


def opener(service):
    """What stands in the place of ``Pool.opener``."""

    def open_to(pool, origin, trust, is_plain=False):
        if origin.startswith("http://127.0.0.1:"):
            return service.opened(pool, origin, trust, is_plain)
        urlopen, _ = service.opened(service.pool, service.origin, trust, True)
        return urlopen, fixtures.LINKED.rstrip("/") if FILES.startswith(origin) else ""

    return open_to


CONNECTING = {  # what the network checks of ``doctor`` need of a network
    "getaddrinfo": lambda host, port, **_: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ADDRESS, port))],
    "create_connection": lambda *_: SimpleNamespace(close=lambda: None),
}


class Encrypted:
    """A connection with the certificate of a service that is well."""

    def __init__(self, *_, **__):
        self.sock = self

    def connect(self):
        """Nothing to do."""

    close = connect

    def version(self):
        """As the newest servers have it."""
        return "TLSv1.3"

    def getpeercert(self):
        """A certificate for a while."""
        return {"notAfter": "Dec 31 12:00:00 2026 GMT"}


class Interrupted(Sandbox):
    """The sandbox in the foreground, ended by Ctrl-C at once; it takes no port that may be taken."""

    def __init__(self, port=0, **facts):
        super().__init__(0, **facts)
        self.port = port or PORT

    @property
    def base_urls(self):
        own = f"127.0.0.1:{self.server.server_address[1]}"
        return {name: url.replace(own, f"127.0.0.1:{self.port}") for name, url in super().base_urls.items()}

    def serve(self):
        """Ctrl-C."""
        raise KeyboardInterrupt
