"""One request on its way through the gateway: booked, sent once, its reply passed on as it comes, and settled."""

import time
from copy import copy

from cometapi.answers import sse
from cometapi.answers.reader import Reader
from cometapi.cli.words import behaviours
from cometapi.errors import CometError, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http import service_errors
from cometapi.http.client import Client
from cometapi.http.creating import is_refused
from cometapi.http.hold import Hold
from cometapi.serve import spelling, usage_events
from cometapi.serve.ending import Ending
from cometapi.serve.keeping import LARGEST
from cometapi.serve.outgoing import request

ANY = range(100, 1000)  # statuses of replies that are passed on
SPOKEN = ("text", "reasoning")


class Exchange:
    """One Incoming request. ``gateway`` lends what all of them share: the call that pays for them, settings, accounts, history.

    ``hold`` lets another thread break it off. What comes to be known of it: its ``booking``, ``reply``, ``reader`` or whole
    ``document``, the ``error`` that it ended with, ``texts`` of the answer and how many bytes ``came`` of it. ``is_over`` is
    whether a stream has said all that there is of the answer, ``is_gone`` whether the client went away before.
    """

    def __init__(self, gateway, incoming):
        self.gateway, self.incoming = gateway, incoming
        self.protocol = program.PROTOCOLS[incoming.protocol]
        self.command = incoming.command
        self.hold = Hold()
        self.booking = self.reply = self.reader = self.document = self.error = None
        self.assembly = self.number = self.first_token = None
        self.is_gone = self.is_over = self.is_settled = False
        self.texts: list[str] = []
        self.came = 0
        self.begun_at = time.monotonic()
        self.call = copy(gateway.call)
        self.call.command, self.call.arguments = self.command, self.command["arguments"]
        self.call.behaviours = behaviours(self.call.arguments)
        self.call.client = self.client = Client(
            self.command,
            gateway.call.context,
            gateway.session.pool,
            network=gateway.network.get,
            secrets=gateway.secrets,
        )
        self.call.clients = [self.client]
        self.withholds = self.prepare()
        self.made = request(incoming, gateway.settings)
        self.made.parts = incoming.parts
        self.key = self.made.secrets[0]

    def prepare(self):
        """Let the request say what the gateway has to know; returns whether the client is not to see the answer to that."""
        incoming, accounts = self.incoming, self.gateway.accounts
        if not (self.is_paid and isinstance(incoming.value, dict)):
            return False
        if self.gateway.is_strict:
            spelling.check(incoming)
            incoming.write()  # of two fields of one name the one that was judged is sent
        accounts.limit(self)
        counts = self.gateway.counts or self.gateway.history.store or accounts.is_capped
        return bool(counts and incoming.is_of_answer() and usage_events.ask(incoming, self.protocol))

    @property
    def is_paid(self):
        """Whether the request may cost something."""
        return self.command["cost"] == "paid"

    @property
    def has_begun(self):
        """Whether something of an answer came."""
        return bool(self.reader and (self.reader.has_output or self.reader.usage))

    @property
    def was_taken(self):
        """Whether the service may have taken the request."""
        return self.hold.was_sent and (self.has_begun or not (self.error and is_refused(self.error)))

    @property
    def is_cut(self):
        """Whether the reply failed or was left before its end, so that what it has told of its tokens is not all."""
        return self.is_gone or bool(self.error and not (self.reader and self.reader.is_whole()))

    @property
    def request_id(self):
        """The service's id of the request, None without one."""
        return self.reply and service_errors.request_id(self.reply, b"")

    def send(self):
        """Book and send the request; its Reply once the head is there, whatever its status. Raises CometError and Gone."""
        with self.hold, Ending(self):
            if self.is_paid:
                self.booking = self.gateway.accounts.book(self)
                self.hold.was_sent = False  # to the catalog, perhaps
                self.gateway.history.begin(self)
            self.reply = reply = self.client.send(self.made, self.protocol["envelope"], may_lead_on=True, may_say=ANY)
        if reply.leads_to():
            reply.close()
            self.error = service_errors.of_status(reply, b"", self.protocol["envelope"])
            raise ServiceUnavailable(self.error.message, hint=self.error.hint, retryable=False)
        return reply

    def pass_on(self, reply, write):
        """Pass the body of the reply on, piece by piece, to a function that sends it to the client. Raises Gone, and
        CometError where the reply breaks off.
        """
        with Ending(self):
            if reply.status >= 400:
                self.refused(reply, write)
            elif self.incoming.is_of_answer() and is_stream(reply):
                self.streamed(reply, write)
            else:
                self.whole(reply, write)
            self.settle()

    def refused(self, reply, write):
        """Pass on a reply that says no."""
        body = reply.refusal()
        self.error = service_errors.of_status(reply, body, self.protocol["envelope"])
        self.settle()
        write(body)

    def whole(self, reply, write):
        """Pass on a reply of any kind, and look at what it used if it is JSON."""
        if is_stream(reply) or "json" not in service_errors.kind_of(reply):
            for piece in reply.live() if is_stream(reply) else reply.file():
                write(piece)
            return
        kept, last, has_length = bytearray(), b"", "Content-Length" in reply.headers
        try:
            for piece in reply.file():
                write(last if has_length else piece)
                last = piece
                if len(kept) <= LARGEST:
                    kept += piece
            self.judge(service_errors.json_or_none(bytes(kept)) if len(kept) <= LARGEST else None)
            self.settle()
        finally:
            if has_length:  # which tells the client that this is the end: it may ask again at once
                write(last)

    def judge(self, document):
        """Learn from the JSON value of a whole reply, if it is one that says yes."""
        if document is None:
            return
        self.error = service_errors.of_envelope(document, self.protocol["envelope"], self.reply)
        if self.error is None:
            self.learn(document)

    def learn(self, document):
        """Learn from a whole reply what it says and what it used."""
        self.document = document
        if not self.incoming.is_of_answer():
            return
        self.reader = Reader(self.protocol, self.reply)
        if isinstance(document, list):  # a stream that nobody asked to be one of events
            events = ((None, service_errors.in_words(one)) for one in document if one)
            self.listen(self.reader.stream(events, self.assembly))
            self.document = None
        else:
            self.listen(self.reader.whole(document))

    def streamed(self, reply, write):
        """Pass on a stream, and read it meanwhile."""
        self.reader = Reader(self.protocol, reply)
        withheld = usage_events.Withholding(self.protocol, write) if self.withholds else None
        passing = passed(reply.live(), withheld or write)
        self.listen(self.reader.stream(sse.events(passing, self.reader.repeats), self.assembly))
        self.is_over = not self.reader.broken or bool(self.reader.is_whole() and self.reader.usage)
        for _ in passing:  # what comes behind its end, or behind what cannot be read; some clients do not wait for that
            pass
        if withheld:
            withheld.end()
        if self.reader.broken:
            raise self.reader.broken

    def listen(self, pieces):
        """Keep what is said of the pieces of an answer; one that cannot be read is for the client to judge."""
        try:
            for kind, value, choice in pieces:
                if self.first_token is None:
                    self.first_token = time.monotonic() - self.begun_at
                said = value if kind in SPOKEN else value.get("arguments") if kind == "call" else None
                if isinstance(said, str):
                    self.came += len(said.encode("utf-8", "replace"))
                if kind == "text" and choice == 0 and self.number is not None and self.came < LARGEST:
                    self.texts.append(value)
        except CometError as error:
            self.error = error
        except RecursionError:
            self.error = ReplyNotUnderstood("The answer is nested too deeply.", **service_errors.facts_of(self.reply))

    def assembled(self):
        """The whole reply of a stream that was read to its end, None where it was not kept."""
        if not (self.assembly and self.reader and self.reader.is_whole()):
            return None
        return self.assembly.reply()

    def settle(self):
        """Settle and count what the request has cost, once."""
        if not self.is_settled:
            self.is_settled = True
            self.gateway.accounts.end(self)

    def end(self):
        """Settle and keep what is known, and let go of the connection."""
        try:
            self.settle()
            self.gateway.history.finish(self)
        finally:
            for client in self.call.clients:
                client.close()


def is_stream(reply):
    """Whether a reply is a stream of events."""
    return "event-stream" in service_errors.kind_of(reply)


def passed(pieces, write):
    """The pieces of a body, each of which is written before it is given on."""
    for piece in pieces:
        write(piece)
        yield piece
