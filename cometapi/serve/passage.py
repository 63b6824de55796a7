"""The way of a reply to the client: its head, and its body in the framing that the client understands."""

from cometapi.errors import CometError
from cometapi.http.client import NO_CONTENT
from cometapi.redact import is_telling
from cometapi.serve import headers
from cometapi.serve.ending import Gone

LARGEST = 64 * 1024 * 1024  # bytes of a reply that is recorded


class Passage:
    """Writes one reply through the Handler of a connection: ``status``, ``headers`` (pairs), ``length`` of the body as text, None
    where it is not known before. What is in it of the program's keys is made unreadable.
    """

    def __init__(self, handler, status, found, length):
        hide = handler.gateway.call.context.hidden
        self.handler, self.status = handler, status
        self.headers = [(name, hide(value).encode("latin-1", "replace").decode("latin-1")) for name, value in found]
        self.has_body = handler.command != "HEAD" and status not in (*NO_CONTENT, 304)
        self.length = length if handler.command == "HEAD" or self.has_body else None
        self.is_chunked = self.has_body and length is None and handler.request_version != "HTTP/1.0"
        self.secrets = [one.encode() for one in handler.gateway.secrets() if is_telling(one)]
        self.kept: list[bytes] = []
        self.size = 0
        self.is_whole = False

    def head(self):
        """Send status and headers. Raises Gone."""
        handler = self.handler
        if self.has_body and self.length is None and not self.is_chunked:
            handler.close_connection = True
        framed = {
            "Content-Length": self.length,
            "Transfer-Encoding": "chunked" if self.is_chunked else None,
            "Connection": "close" if handler.close_connection else None,
        }
        handler.is_begun = True
        handler.send_response_only(self.status)
        for name, value in [*self.headers, *framed.items()]:
            if value is not None:
                handler.send_header(name, value)
        self.sent(handler.end_headers)

    def write(self, piece):
        """Send a piece of the body. Raises Gone."""
        if not (piece and self.has_body):
            return
        for secret in self.secrets:
            if secret in piece:
                piece = piece.replace(secret, b"*" * len(secret))  # as long as before
        self.keep(piece)
        self.sent(self.handler.chunk if self.is_chunked else self.handler.wfile.write, piece)

    def keep(self, piece):
        """Keep a piece, where replies are recorded."""
        self.size += len(piece)
        if self.handler.gateway.recorder and self.size <= LARGEST:
            self.kept.append(piece)

    def end(self):
        """End the body."""
        if self.is_chunked:
            self.sent(self.handler.chunk, b"")
        self.is_whole = True

    def sent(self, act, *words):
        """Send something. Raises Gone."""
        try:
            act(*words)
        except OSError:
            raise Gone from None


def carry(handler, exchange, reply):
    """Pass all of a reply of the service on. What breaks off there is broken off here, so that nobody takes it for whole."""
    length = None if reply.is_decoded else reply.headers.get("Content-Length")
    passage = Passage(handler, reply.status, headers.downwards(reply), length)
    try:
        passage.head()
        exchange.pass_on(reply, passage.write)
        passage.end()
    except CometError:
        handler.close_connection = True
    finally:
        record(handler, passage)


def record(handler, passage):
    """Record a reply, where replies are recorded."""
    recorder = handler.gateway.recorder
    if recorder and passage.size <= LARGEST:
        recorder.add(handler.asked, passage.status, passage.headers, passage.kept, passage.is_whole)


def repeat(handler, recorded):
    """Answer with a recorded reply; one that was cut is cut again."""
    passage = Passage(handler, recorded.status, recorded.headers, None)
    passage.head()
    for piece in recorded.pieces:
        passage.write(piece)
    if recorded.is_whole:
        passage.end()
    else:
        handler.close_connection = True
