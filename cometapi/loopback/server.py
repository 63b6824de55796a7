"""A server on the loopback addresses of this machine, and how it reads requests and writes replies."""

import errno
import json
import os
import socket
import threading
import time
from contextlib import suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cometapi.loopback import endpoints, framing, guard
from cometapi.signals import deaf

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ABSENT = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)  # errors of a machine without IPv6
TRIES = 10  # ports that are tried until one is free at both addresses
MOST_DRAINED = 1024 * 1024  # bytes of a body that nobody wants, which are read all the same
PATIENCE = 2.0  # seconds for them


class Server(ThreadingHTTPServer):
    """A server whose threads die with the program and which stays quiet when a client goes away; ``served`` is whom its
    Handler asks.
    """

    served: Any = None
    daemon_threads = True
    block_on_close = False
    request_queue_size = 1024  # clients that come at once; the usual 5 are few for a program that asks in parallel
    allow_reuse_address = os.name != "nt"  # there it would let two servers have one port

    def handle_error(self, request, client_address):
        """A connection that the client broke off is no fault of the server."""

    def shutdown(self):
        """Stop serving, at once where the system can end a wait for clients, else when it is next looked whether to."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        super().shutdown()

    @property
    def port(self):
        """The port that it listens on."""
        return self.server_address[1]


class ServerOfIPv6(Server):
    """The same at the address of IPv6."""

    address_family = socket.AF_INET6

    def server_bind(self):
        """Bind to IPv6 alone."""
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        super().server_bind()


def servers(port, handler):
    """Servers at 127.0.0.1 and, where the machine has it, at ::1, on one port; 0 chooses a free one.

    Raises OSError. A port that somebody else has at one of the addresses is not taken at the other: clients that are told
    ``localhost`` would go to either.
    """
    for attempt in range(TRIES):
        first = Server(("127.0.0.1", port), handler)
        try:
            return [first, ServerOfIPv6(("::1", first.port), handler)]
        except OSError as error:
            if error.errno in ABSENT or not socket.has_ipv6:
                return [first]
            first.server_close()
            if port or attempt == TRIES - 1:
                raise
    raise AssertionError("the last attempt returns or raises")


def start(server):
    """Serve in the background."""
    threading.Thread(target=deaf(server.serve_forever), kwargs={"poll_interval": 0.02}, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    """Answers one connection's requests; who serves says how in ``answer``. Replies are in the protocol that a path belongs to."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # what is written is there at once
    is_read = True  # whether the body of the request has been read
    is_left = False  # whether a part of it never will be

    def do_GET(self):
        """Any method is answered the same way."""
        if self.is_welcome():
            self.answer()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_GET  # noqa: N815

    def answer(self):
        """Refuse or serve."""
        raise NotImplementedError

    def parse_request(self):
        """Read the head; a body is there to be read from now on."""
        self.is_read = False
        return super().parse_request()

    def handle_expect_100(self):
        """Let a client send its body only where it will be read."""
        if not self.is_welcome():
            return False
        return super().handle_expect_100()

    def is_welcome(self):
        """Whether a request is one that this server answers; says no to any other."""
        try:
            framing.check(self.headers)
        except framing.Malformed as error:
            self.send_error(400, f"The request cannot be read: {error}")
            return False
        if guard.is_allowed(self.headers, self.path, self.server.port):
            return True
        self.hang_up_after_refusal()
        self.refuse(403, "Forbidden", self.protocol)
        return False

    @property
    def protocol(self):
        """The protocol in which a request is refused."""
        return endpoints.protocol_of(guard.path_of(getattr(self, "path", "/")))

    def body_pieces(self):
        """The pieces of the body: a generator. Raises Malformed."""
        self.is_read = True
        return framing.pieces(self.headers, self.rfile)

    def drain(self):
        """Read what nobody wants of a body, so that the next request begins where it begins; hang up after a long one."""
        if self.is_read:
            return
        self.is_read = True
        if self.headers.get("Expect", "").lower() == "100-continue":  # it may never come
            self.close_connection = True
            return
        previous, end = self.connection.gettimeout(), time.monotonic() + PATIENCE
        self.connection.settimeout(PATIENCE)
        try:
            left = MOST_DRAINED
            for piece in framing.pieces(self.headers, self.rfile):
                left -= len(piece)
                if left < 0 or time.monotonic() > end:
                    self.is_left = self.close_connection = True
                    break
        except (OSError, framing.Malformed):
            self.is_left = self.close_connection = True
        finally:
            self.connection.settimeout(previous)

    def finish(self):
        """End the connection; while a body is still coming the reply would be lost with it, so it is waited for a while."""
        super().finish()
        if not self.is_left:
            return
        end = time.monotonic() + PATIENCE
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(PATIENCE)
            while time.monotonic() < end and self.connection.recv(framing.PIECE):
                pass

    def hang_up_after_refusal(self):
        """End the connection with this reply."""
        self.drain()
        self.close_connection = True

    def send_error(self, code, message=None, explain=None):
        """Say what is wrong with a request that cannot be answered, and hang up, because nobody knows where the next begins."""
        self.close_connection = self.is_read = True
        self.request_version = self.protocol_version  # an answer has a head, whatever was asked
        self.headers = getattr(self, "headers", None) or Message()
        self.refuse(code, message or "The request cannot be read", self.protocol)

    def version_string(self):
        """What the header Server says: nothing of Python, which nobody needs to know."""
        return self.server_version

    def log_message(self, *_):
        """Keep stderr for the program."""

    def refuse(self, status, message, protocol, word=None, headers=None):
        """Say no in the shape of a protocol; ``word`` is the kind of refusal, else the status tells it."""
        self.drain()
        self.reply(status, endpoints.refusal(protocol, status, message, word), headers)

    def reply(self, status, document, headers=None):
        """Send one JSON value."""
        data = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")
        self.send_body(status, "application/json", data, headers)

    def send_body(self, status, content_type, data, headers=None):
        """Send a body of known length; a status that allows none has no length either."""
        length = {} if status in (204, 304) else {"Content-Length": str(len(data))}
        self.head(status, {"Content-Type": content_type, **self.own_headers(), **(headers or {}), **length}.items())
        if self.command != "HEAD":
            self.wfile.write(data)

    def own_headers(self):
        """Headers of every reply that this server makes itself."""
        return {}

    def head(self, status, headers):
        """Send status and headers, pairs of name and value; None is no header."""
        self.send_response(status)
        for name, value in headers:
            if value is not None:
                self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def chunk(self, data):
        """Send one chunk; an empty one ends the body."""
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
