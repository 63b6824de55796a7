"""One request of a batch: sent once, its reply read and judged as in a single call."""

from copy import copy
from functools import cache
from typing import Any, NamedTuple

from cometapi.answers import sse, usage
from cometapi.answers.reader import Reader
from cometapi.answers.reading import Reading
from cometapi.answers.shapes import Shapes
from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http import creating
from cometapi.http.client import NETWORK, Client
from cometapi.http.service_errors import facts_of, json_or_none

ANSWERED, FAILED, REFUSED, UNREACHED, UNKNOWN = "answered", "failed", "refused", "unreached", "unknown"
UNABLE = "unable"  # a worker elsewhere could not send it, or the run stopped before one did


class Outcome(NamedTuple):
    """What became of a request: its verdict, the ``body`` of the reply, the ``error``, tokens by name, and saved files.

    The verdict is ``answered``, ``failed`` (the service said no, or answered what cannot be used), ``refused`` (it did not
    take the request, and may take it later), ``unreached`` (it could not be connected to), ``unable`` (nothing was sent, and
    no row can be) or ``unknown``.
    """

    verdict: str
    status: int | None = None
    request_id: str | None = None
    body: Any = None
    error: CometError | None = None
    tokens: dict = {}  # noqa: RUF012 - nobody adds to it
    files: tuple = ()
    model: str | None = None


class Sender:
    """Sends the requests of one worker. ``files`` is a ``media.Files`` for the media of replies; with ``is_strict`` what
    would be a note about an answer is a failure.
    """

    def __init__(self, call, files, *, is_strict=False):
        network = {name: call.wanted(name) for name in (*NETWORK, "plain_http")}
        self.call = copy(call)
        self.call.client = self.client = Client(
            call.command,
            call.context,
            call.session.pool,
            network={**network, "retries": 0}.get,
            secrets=cache(call.settings.settled().secrets),
        )
        policy, known = self.client.policy, {}  # the same for all requests of a protocol
        self.client.policy = lambda is_safe, envelope: (
            known.get(id(envelope)) or known.setdefault(id(envelope), policy(is_safe, envelope))
        )
        self.files, self.is_strict = files, is_strict
        self.shapes: dict = {}  # by the id of a protocol

    def book(self, prepared):
        """Book a request that is about to be sent: its Booking, or None without a cap. Raises CapReached."""
        self.call.command = prepared.command
        return self.call.booked(prepared.request)

    def send(self, prepared, key):
        """The Outcome of a Prepared request; ``key`` is the hash of its row, which names its files. Raises OutputFailed."""
        self.client.command = prepared.command
        try:
            return self.answered(prepared, key)
        except OutputFailed:
            raise
        except CometError as error:
            return self.failed(error)

    def answered(self, prepared, key):
        """The Outcome of a request that the service says yes to; raises the error where it does not."""
        response = prepared.route["response"]
        protocol = program.PROTOCOLS[response["protocol"]]
        reply = self.client.send(prepared.request, protocol["envelope"])
        facts = facts_of(reply)
        told = {"status": facts["http_status"], "request_id": facts["request_id"]}
        if response["is"] == "answer":
            return self.read(reply, protocol, told)
        if response["is"] in ("file", "text"):
            path = self.files.of_reply(self.call, reply, response, protocol["envelope"], key)
            return Outcome(ANSWERED, **told, files=(path,))
        body = self.client.checked(reply, protocol["envelope"])
        body, paths = self.files.of_body(self.call, prepared.route, body, key)
        return Outcome(ANSWERED, **told, body=body, files=paths, tokens=tokens_of(body, protocol))

    def read(self, reply, protocol, told):
        """The Outcome of an answer, of a stream as its whole reply."""
        reader = Reader(protocol, reply, self.shapes.setdefault(id(protocol), Shapes(protocol)))
        if "event-stream" in reply.headers.get("Content-Type", "").lower():
            reading = Reading(reader, events=sse.events(reply.pieces(), reader.repeats))
        else:
            reading = Reading(reader, whole=self.client.checked(reply, protocol["envelope"]))
        error, body = None, reading.whole
        try:
            body = reading.document()
            sentences = reader.judge("")
            if sentences and self.is_strict:
                raise ServiceUnavailable(sentences[0], retryable=False, **facts_of(reply))
        except CometError as failed:
            if body is None and not isinstance(failed, ReplyNotUnderstood):  # it broke off
                raise
            error = failed
        verdict = FAILED if error else ANSWERED
        return Outcome(verdict, **told, body=body, error=error, tokens=reader.tokens(), model=reader.model)

    def failed(self, error):
        """The Outcome of a request that failed with an error."""
        facts = {"status": error.http_status, "request_id": error.request_id, "error": error}
        if error.http_status is None and getattr(error, "failure", None) in creating.NOT_SENT:
            return Outcome(UNREACHED, **facts)
        if not creating.is_refused(error):
            reply = self.client.reply
            is_garbage = isinstance(error, ReplyNotUnderstood) and reply and 200 <= reply.status < 300
            return Outcome(FAILED if is_garbage else UNKNOWN, **facts)
        is_passing = error.http_status in creating.NOT_TAKEN and error.code not in program.RETRY["never"]
        return Outcome(REFUSED if is_passing else FAILED, **facts, body=self.refusal())

    def refusal(self):
        """The JSON of a reply that says no, None without any."""
        reply = self.client.reply
        return json_or_none(reply.refusal()) if reply and reply.status >= 400 else None

    def close(self):
        """Let go of a reply that was not read to its end."""
        self.client.close()


def tokens_of(body, protocol):
    """Tokens by name of a reply that is no answer, as far as it tells them."""
    used = body.get("usage") if isinstance(body, dict) else None
    return usage.tokens(used, protocol) if isinstance(used, dict) and "tokens" in protocol else {}
