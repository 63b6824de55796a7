"""Answers the requests of one client's connection: says no, answers by itself, or passes on."""

from cometapi.errors import CapReached, CometError, ServiceUnavailable, UsageError
from cometapi.generated.index import PROGRAM
from cometapi.loopback import framing, guard, server
from cometapi.report import as_error, frames
from cometapi.serve import access, admission, answers, headers, passage, recording, tasks
from cometapi.serve.ending import Gone
from cometapi.serve.exchange import Exchange
from cometapi.serve.incoming import Incoming, protocol_of

LARGEST = 256 * 1024 * 1024  # bytes of a request
WAIT = 600.0  # seconds for a client that neither reads nor writes
NOT_AGAIN = {"x-should-retry": "false"}  # which the clients of two vendors obey
UPGRADE = {"Upgrade": "HTTP/1.1", "Connection": "Upgrade"}
ALLOW = "GET, POST, HEAD, OPTIONS"
STATUSES = {
    CapReached: 402,
    UsageError: 400,
    ServiceUnavailable: 502,
}  # of what the program says itself, by the class of its error
FAULT = 500  # of any other
TOO_LARGE = f"The request is larger than {LARGEST // 1024**2} MB."
NOT_RECORDED = "The recording has no such request, and nothing is sent."


class Handler(server.Handler):
    """Answers one connection's requests with the Gateway of its server."""

    server_version = f"{PROGRAM}-serve"
    timeout = WAIT
    asked = None  # what is recorded of the request
    is_begun = False  # whether the head of its reply is sent

    @property
    def gateway(self):
        """The Gateway that is asked."""
        return self.server.served

    @property
    def protocol(self):
        """The protocol in which a request is refused."""
        return protocol_of(guard.path_of(getattr(self, "path", "/")).partition("?")[0], self.headers)

    def is_welcome(self):
        """Whether a request comes from this machine, has the token and a size that can be sent; says no to any other."""
        if not super().is_welcome():
            return False
        if not access.is_given(self.headers, self.path.partition("?")[2], self.gateway.token):
            status, sentence = 401, "The token of the gateway is missing or wrong."
        elif int(self.headers.get("Content-Length") or 0) > LARGEST:
            status, sentence = 413, TOO_LARGE
        else:
            return True
        self.hang_up_after_refusal()
        self.refuse(status, sentence, self.protocol)
        return False

    def answer(self):
        """Refuse or serve."""
        self.is_begun = False
        if self.command == "OPTIONS":
            self.drain()
            self.send_body(204, None, b"", {"Allow": ALLOW})
        elif self.headers.get("Upgrade", "").lower() == "websocket":
            self.refuse(426, "WebSocket is not served here; use HTTP.", self.protocol, headers=UPGRADE)
        else:
            self.serve(Incoming(self.command, self.path, self.headers))

    def serve(self, incoming):
        """Answer a request, with what is to be said where it cannot be served."""
        try:
            admission.check(incoming)
            incoming.read(self.body())
            self.served(incoming)
        except framing.Malformed as error:
            self.send_error(400, f"The request cannot be read: {error}")
        except Gone:
            self.close_connection = True
        except CometError as error:
            self.say_no(error, incoming.protocol)
        except Exception as error:
            if self.gateway.call.context.debug:
                self.gateway.call.context.put(frames(error))
            if self.is_begun:  # nothing can be said to the client any more
                self.gateway.call.context.note(as_error(error).message)
            self.say_no(as_error(error), incoming.protocol)

    def body(self):
        """The body of the request. Raises NotServed for one that is too large."""
        found, size = [], 0
        self.is_read = True
        for piece in framing.pieces(self.headers, self.rfile):
            found.append(piece)
            size += len(piece)
            if size > LARGEST:
                self.is_left = self.close_connection = True
                raise admission.NotServed(TOO_LARGE, 413)
        if size < int(self.headers.get("Content-Length") or 0):
            raise framing.Malformed("its body is shorter than it says")
        return b"".join(found)

    def served(self, incoming):
        """Answer with what the gateway knows, with what is recorded, or with what the service says. Raises CometError and Gone."""
        gateway = self.gateway
        if incoming.path == "/" and incoming.is_read:
            return self.reply(200, {})
        if gateway.is_recorded:
            self.asked = recording.asked(incoming, gateway.call.context.hidden)
        gateway.models.admit(incoming)
        answered = answers.counted(incoming) or answers.Lists(self.whole, gateway.models).of(incoming)
        if answered:
            return self.send(answered)
        return self.repeat() if gateway.replay else self.pass_on(incoming)

    def pass_on(self, incoming):
        """Pass a request on, and its reply back."""
        exchange, watching = Exchange(self.gateway, incoming), self.gateway.watcher.watching
        with (
            self.gateway.exchanging(exchange),
            watching(self.connection, exchange.hold.break_off),
            tasks.journaled(exchange),
        ):
            passage.carry(self, exchange, exchange.send())

    def repeat(self):
        """Answer with what is recorded."""
        found = self.gateway.replay.find(self.asked)
        if found is None:
            raise admission.NotServed(NOT_RECORDED, 404)
        passage.repeat(self, found)

    def whole(self, incoming):
        """The Answered reply of the service to a request that is free."""
        if self.gateway.replay:
            found = self.gateway.replay.find(recording.asked(incoming, self.gateway.call.context.hidden))
            return (
                answers.of_bytes(found.status, found.headers, b"".join(found.pieces))
                if found
                else answers.Answered(404)
            )
        with self.gateway.exchanging(Exchange(self.gateway, incoming)) as exchange:
            reply, found = exchange.send(), []
            exchange.pass_on(reply, found.append)
            made = answers.of_bytes(reply.status, headers.downwards(reply), b"".join(found))
        if self.gateway.recorder:
            asked = recording.asked(incoming, self.gateway.call.context.hidden)
            self.gateway.recorder.add(asked, made.status, made.headers, found, is_whole=True)
        return made

    def send(self, answered):
        """Send a reply that is there as a whole."""
        kept = {name: value for name, value in answered.headers if name.lower() != "content-type"}
        if answered.data is None:
            self.reply(answered.status, answered.document, kept)
        else:
            self.send_body(answered.status, dict(answered.headers).get("Content-Type"), answered.data, kept)

    def say_no(self, error, protocol):
        """Say in the protocol of the client why its request was not passed on, or got no reply."""
        if self.is_begun:
            self.close_connection = True
            return
        status = getattr(error, "status", None)
        status = status or next((status for kind, status in STATUSES.items() if isinstance(error, kind)), FAULT)
        may_help = isinstance(error, ServiceUnavailable) and error.retryable
        sentence = self.gateway.call.context.hidden(sentence_of(error))
        try:
            self.refuse(status, sentence, protocol, headers={} if may_help else NOT_AGAIN)
        except OSError:
            self.close_connection = True


def sentence_of(error):
    """What is told of an error: with a cap the limit of tokens with which the request would fit."""
    if isinstance(error, CapReached):
        fits = f" It would fit with at most {error.tokens} tokens of output." if error.tokens else ""
        return f"{error.message}{fits}"
    return " ".join(filter(None, (error.message, error.hint)))
