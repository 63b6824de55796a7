"""The faults of the matrix: how the service behaves, and how every call that meets it has to end.

A fault commits itself on an Honest answer; the second argument is the address of a stranger who should get nothing.
"""

import gzip

from honest import REQUEST_ID
from world import UNHEEDED

SOON = 0.15  # seconds of patience where the service says nothing more
LATE = 30  # and where it answers
FILLING = "data: ".ljust(8 * UNHEEDED)
BOMB = gzip.compress(FILLING.encode())


class End:
    """How a call ends: ``code``, the ``sentence`` on stderr, the HTTP ``status`` that is told, whether it ``may_heal``.

    ``keeps`` is what stdout holds: ``nothing``, the ``start`` of what was streamed, ``all``, or another text.
    """

    def __init__(self, code, sentence, status=None, may_heal=False, keeps="nothing"):
        self.code, self.sentence, self.status, self.may_heal, self.keeps = code, sentence, status, may_heal, keeps


class Fault:
    """One fault. ``again`` tells which calls are repeated (``never``, ``free``, ``all``), ``waits`` how long before.

    ``place`` is where the calls are sent, ``heals`` whether the service is honest after it, ``streamed`` the End of a
    streamed answer where it is another.
    """

    def __init__(
        self,
        name,
        commit,
        end,
        streamed=None,
        *,
        again="never",
        waits=None,
        place="service",
        patience=LATE,
        heals=False,
    ):
        self.name = name
        self.commit = commit
        self.end, self.streamed = end, streamed or end
        self.again, self.waits = again, waits
        self.place, self.patience, self.heals = place, patience, heals

    def __str__(self):
        return self.name


def reply(body, status=200, kind="application/json", *more):
    """A reply with this body, complete."""
    return lambda honest, _: honest.talk.whole(body, status, kind, REQUEST_ID, *more)


def no(status, *more, code=None, message="No to '{secret}' here"):
    """A reply that says no in the shapes of every family, and repeats the credential that it was sent."""

    def commit(honest, _):
        headers = honest.talk.headers
        secret = next(
            (headers[name] for name in ("authorization", "x-api-key", "x-goog-api-key") if name in headers), ""
        )
        told = message.format(secret=secret.rpartition(" ")[2])
        said = {"success": False, "message": told, "error": {"message": told, "code": code}, "code": code}
        honest.talk.whole(said, status, "application/json", REQUEST_ID, *more)

    return commit


def cut(honest, _):
    """The first half of an answer of which the head says that it is longer."""
    size = sum(map(len, honest.start + honest.rest))
    honest.measured(size).send(b"".join(honest.start))


def overlong(honest, _):
    """More than the head says; in a stream the head ends it in the middle of an event."""
    honest.measured(len(honest.early())).send(b"".join(honest.start + honest.rest))


def after_start(act):
    """A stream, or a whole answer, of which the second half is another's."""

    def commit(honest, _):
        cut(honest, _) if not honest.is_streamed else honest.begin()
        act(honest.talk)

    return commit


def said_late(whole, event):
    """A whole reply, or an event in the middle of a stream and then its proper end."""

    def commit(honest, _):
        if honest.is_streamed:
            return honest.begin(event).end()
        return honest.talk.whole(whole, 200, "application/json", REQUEST_ID)

    return commit


def bomb(honest, _):
    """A few thousand bytes that unfold to more than anybody reads."""
    honest.talk.whole(BOMB, 200, honest.kind, "Content-Encoding: gzip", REQUEST_ID)


def redirected(honest, stranger):
    """A redirect to the same path at another host."""
    honest.talk.whole("", 301, "text/html", f"Location: {stranger}{honest.talk.path}", REQUEST_ID)


# What a refusal means, by its fault's name; `refused` and `forbidden` tell of the credential, if there is one.
MEANS = {
    "400": "The service does not accept the request",
    "401": "{refused}",
    "402": "The balance is used up",
    "403 without access": "{forbidden}",
    "403 without money": "The balance is used up",
    "404": "Not found",
    "413": "The request is larger than the service takes",
    "500": "The service failed",
    "500 invalid_request": "The service refused the request",
    "200, success: false": "The service refused the request",
    "200, success: false, token": "{refused}",
}


def refused(status, exit, *, again="never", name=None, says="No to '{secret}' here.", may_heal=None, **facts):
    """The fault of one HTTP status with a reason."""
    means = MEANS.get(name or str(status), "The service is unavailable")
    sentence = f"{means}: {says}" if status == 200 else f"{means} (HTTP {{status}}): {says}"
    end = End(exit, sentence, status, exit == 69 if may_heal is None else may_heal)
    return Fault(name or str(status), no(status, **facts), end, again=again)


UNAVAILABLE = "The service is unavailable (HTTP {status})"
PAGE = "The service answered with a page of HTML instead of data."
BROKEN = "The connection broke in the middle of the answer."
CUT = "The answer is incomplete: the stream ended early."
STALLED = "The service stopped sending in the middle of its answer."
GROWS = "The service's reply is too large after decompression."
NO_JSON = "Unexpected reply from the service: it is not valid JSON."
HTML = "<!doctype html><title>CometAPI</title>"
EPOCH = "Thu, 01 Jan 1970 00:00:00 GMT"
FAILED_EVENT = 'data: {"error": {"message": "upstream gone"}}\n\n'


def again_later(name, *more, waits=None, heals=False):
    """A reply with 429, which every call may repeat."""
    end = (
        End(0, None, keeps="all")
        if heals
        else End(69, "Too many requests (HTTP {status}): No to '{secret}' here.", 429, True)
    )
    return Fault(name, no(429, *more), end, again="all", waits=waits, heals=heals)


HONEST = Fault("none", None, End(0, None))
FAULTS = [
    Fault(
        "connection refused",
        None,
        End(69, "{origin} cannot be reached: connection refused.", may_heal=True),
        again="all",
        place="nobody",
    ),
    Fault(
        "DNS failure",
        None,
        End(69, "The address of {origin} cannot be found.", may_heal=True),
        again="all",
        place="nowhere",
    ),
    Fault(
        "TLS failure",
        None,
        End(69, "No trusted TLS connection to {origin}: self-signed certificate."),
        place="untrusted",
    ),
    Fault(
        "reset before the head",
        lambda honest, _: honest.talk.reset(),
        End(69, "{origin} closed the connection without an answer.", may_heal=True),
        again="free",
    ),
    Fault(
        "no head in time",
        lambda honest, _: honest.talk.stall(),
        End(69, "{origin} did not answer in time.", may_heal=True),
        again="free",
        patience=SOON,
    ),
    Fault("reset in the body", after_start(lambda talk: talk.reset()), End(69, BROKEN, 200, True, "start")),
    Fault(
        "stall in the body",
        after_start(lambda talk: talk.stall()),
        End(69, STALLED, 200, True, "start"),
        patience=SOON,
    ),
    Fault("more promised than sent", cut, End(69, BROKEN, 200, True, "start")),
    Fault("less promised than sent", overlong, End(1, NO_JSON, 200), End(69, CUT, 200, True, "start")),
    Fault(
        "301 to another host",
        redirected,
        End(1, "The service answered with a redirect (HTTP 301), which is not followed.", 301),
    ),
    refused(400, 1),
    refused(401, 77),
    refused(402, 1),
    refused(403, 77, name="403 without access", code="access_denied"),
    refused(403, 1, name="403 without money", code="insufficient_user_quota"),
    refused(404, 1),
    refused(408, 69, again="free"),
    refused(413, 1),
    again_later("429"),
    again_later("429, Retry-After: 7", "Retry-After: 7", waits=[7, 7]),
    again_later("429, Retry-After: a date", f"Retry-After: {EPOCH}", waits=[0, 0]),
    Fault(
        "429, Retry-After: 3600",
        no(429, "Retry-After: 3600"),
        End(69, "Too many requests (HTTP {status}): No to '{secret}' here.", 429, True),
    ),
    again_later("429, then success", heals=True),
    Fault("429 without a body", reply("", 429), End(69, "Too many requests (HTTP {status}).", 429, True), again="all"),
    refused(500, 69, again="free"),
    refused(500, 1, name="500 invalid_request", code="invalid_request"),
    Fault(
        "502 with a page", reply(HTML, 502, "text/html"), End(69, f"{UNAVAILABLE}: CometAPI.", 502, True), again="free"
    ),
    refused(503, 69, again="all"),
    refused(504, 69, again="free"),
    refused(524, 69, again="free"),
    refused(529, 69, again="free"),
    Fault("200 with a page", reply(HTML, 200, "text/html"), End(1, PAGE, 200)),
    Fault("200 with a page called JSON", reply(HTML), End(1, PAGE, 200)),
    Fault(
        "200 with broken JSON",
        said_late('{"data": [', 'data: {"choices": [\n\n'),
        End(1, NO_JSON, 200),
        End(
            1,
            'Unexpected reply from the service: the stream contains something that is not JSON: {{"choices": [.',
            200,
            keeps="start",
        ),
    ),
    Fault("200 with other JSON", reply("5"), End(1, None, 200)),
    refused(200, 1, name="200, success: false", message="database error", says="database error."),
    refused(
        200, 77, name="200, success: false, token", message="{secret}无权进行此操作", says="{secret}无权进行此操作."
    ),
    Fault(
        "200 with error",
        said_late({"error": {"message": "upstream gone"}}, FAILED_EVENT),
        End(1, "{broken}: upstream gone.", 200),
        End(1, "{broken}: upstream gone.", 200, keeps="start"),
    ),
    Fault(
        "200 with nothing",
        said_late("", ""),
        End(1, "The service returned an empty reply.", 200),
        End(69, CUT, 200, True, "start"),
    ),
    Fault("gzip bomb", bomb, End(1, GROWS, 200)),
]
