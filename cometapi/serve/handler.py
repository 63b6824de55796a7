"""Answers the requests of one client's connection: says no, answers by itself, or passes on."""

from cometapi.errors import CapReached, CometError, ConfigurationError, ConfigurationMissing, ServiceUnavailable
from cometapi.generated.index import PROGRAM
from cometapi.http.client import NO_CONTENT
from cometapi.loopback import framing, guard, server
from cometapi.serve import access, admission, headers
from cometapi.serve.exchange import Exchange, Gone
from cometapi.serve.incoming import Incoming, protocol_of

LARGEST = 256 * 1024 * 1024  # bytes of a request
WAIT = 600.0  # seconds for a client that neither reads nor writes
NOT_AGAIN = {"x-should-retry": "false"}  # which the clients of two vendors obey
UPGRADE = {"Upgrade": "HTTP/1.1", "Connection": "close"}
STATUSES = {  # of what the program says itself, by the class of its error
    CapReached: 402,
    ConfigurationMissing: 500,
    ConfigurationError: 500,
    ServiceUnavailable: 502,
}


class Handler(server.Handler):
    """Answers one connection's requests with the Gateway of its server."""

    server_version = f"{PROGRAM}-serve"
    timeout = WAIT

    @property
    def gateway(self):
        """The Gateway that is asked."""
        return self.server.gateway

    @property
    def protocol(self):
        """The protocol in which a request is refused."""
        path = guard.path_of(getattr(self, "path", "/")).partition("?")[0]
        return protocol_of(path, self.headers)

    def is_welcome(self):
        """Whether a request comes from this machine and has the token; says no to any other."""
        if not super().is_welcome():
            return False
        query = self.path.partition("?")[2]
        if access.is_given(self.headers, query, self.gateway.token):
            return True
        self.hang_up_after_refusal()
        self.refuse(401, "The token of the gateway is missing or wrong.", self.protocol)
        return False

    def answer(self):
        """Refuse or serve."""
        if self.command == "OPTIONS":
            self.drain()
            self.send_body(204, None, b"", {"Allow": ", ".join([*server.METHODS[:2], "HEAD", "OPTIONS"])})
        elif self.headers.get("Upgrade", "").lower() == "websocket":
            self.refuse(426, "WebSocket is not served here; use HTTP.", self.protocol, headers=UPGRADE)
        else:
            self.admit(Incoming(self.command, self.path, self.headers))

    def admit(self, incoming):
        """Serve what may be asked here."""
        try:
            admission.check(incoming)
            incoming.read(self.body())
            self.gateway.models.admit(incoming)
            self.serve(incoming)
        except framing.Malformed as error:
            self.send_error(400, f"The request cannot be read: {error}")
        except CometError as error:
            self.say_no(error, incoming.protocol)

    def body(self):
        """The body of the request. Raises NotServed for one that is too large."""
        found, size = [], 0
        self.is_read = True
        for piece in framing.pieces(self.headers, self.rfile):
            found.append(piece)
            size += len(piece)
            if size > LARGEST:
                self.is_left = self.close_connection = True
                raise admission.NotServed("The request is too large.", 413)
        length = self.headers.get("Content-Length")
        if length and size < int(length):
            self.close_connection = True
            raise framing.Malformed("its body is shorter than it says")
        return b"".join(found)

    def serve(self, incoming):
        """Pass a request on, and its reply back."""
        exchange = Exchange(self.gateway, incoming)
        self.gateway.begin(exchange)
        try:
            with self.gateway.watcher.watching(self.connection, exchange.hold.break_off):
                reply = exchange.send()
                Passage(self, reply).carry(exchange)
        except Gone:
            self.close_connection = True
        finally:
            self.gateway.end(exchange)
            exchange.end()

    def say_no(self, error, protocol):
        """Say in the protocol of the client why its request was not passed on, or got no reply."""
        status = getattr(error, "status", None)
        status = status or next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)
        may_help = status == 502 and error.retryable
        sentence = " ".join(filter(None, (error.message, error.hint)))
        if isinstance(error, CapReached) and error.tokens:
            sentence = f"{error.message} It would fit with at most {error.tokens} tokens of output."
        self.refuse(status, self.gateway.call.context.hidden(sentence), protocol, headers={} if may_help else NOT_AGAIN)


class Passage:
    """The way of a reply to the client: its head, and its body in the framing that the client understands."""

    def __init__(self, handler, reply):
        self.handler, self.reply = handler, reply
        self.has_body = handler.command != "HEAD" and reply.status not in (*NO_CONTENT, 304)
        self.length = None if reply.is_decoded else reply.headers.get("Content-Length")
        self.is_chunked = self.has_body and self.length is None and handler.request_version != "HTTP/1.0"
        self.secrets = [one.encode() for one in handler.gateway.secrets() if len(one) >= 8]

    def carry(self, exchange):
        """Pass all of the reply on. What breaks off is broken off here as well, so that nobody takes it for whole."""
        self.send_head()
        try:
            exchange.pass_on(self.write if self.has_body else lambda piece: None)
            self.end()
        except (CometError, OSError):
            self.handler.close_connection = True

    def send_head(self):
        """Send status and headers."""
        handler = self.handler
        if self.has_body and self.length is None and not self.is_chunked:
            handler.close_connection = True
        framed = {"Content-Length": self.length, "Transfer-Encoding": "chunked" if self.is_chunked else None}
        handler.send_response_only(self.reply.status)
        hidden = handler.gateway.call.context.hidden
        found = [*((name, hidden(value)) for name, value in headers.downwards(self.reply)), *framed.items()]
        for name, value in [*found, ("Connection", "close" if handler.close_connection else None)]:
            if value is not None:
                handler.send_header(name, value)
        try:
            handler.end_headers()
        except OSError:
            raise Gone from None

    def write(self, piece):
        """Send a piece of the body. Raises Gone."""
        try:
            piece = self.bare(piece)  # as long as before
            if self.is_chunked and piece:
                self.handler.chunk(piece)
            elif piece:
                self.handler.wfile.write(piece)
        except OSError:
            raise Gone from None

    def bare(self, piece):
        """A piece without the keys of the program, which a service may repeat."""
        for secret in self.secrets:
            if secret in piece:
                piece = piece.replace(secret, b"*" * len(secret))
        return piece

    def end(self):
        """End the body."""
        if self.is_chunked:
            self.handler.chunk(b"")
