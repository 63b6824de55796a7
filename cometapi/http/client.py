"""Sends the requests of one call and returns successful replies; checks policy, status and envelope."""

import time

from cometapi.http import service_errors
from cometapi.http.request import check_headers

# Options, and settings of the same names, that say how the wire is used.
TRUST = ("ca", "client_cert", "client_key")
NETWORK = ("timeout", "connect_timeout", "retries", "retry_max_wait", *TRUST)
NO_CONTENT = (204, 205)  # statuses of replies that have no body


class DryRun(Exception):
    """A request that is to be shown instead of sent, and the data of its command; ends the call, and only the operation catches it."""

    def __init__(self, request, command):
        super().__init__(request.url)
        self.request, self.command = request, command


class Client:
    """Sends the requests of one operation over the pool of its session.

    ``pool`` gives the pool, ``network`` the value of a name of NETWORK, ``secrets`` what may not be shown; ``context`` is told of every
    retry. ``is_preview`` keeps everything from being sent. ``bodies`` is a list that the bodies of replies are kept in,
    None where nobody wants them. ``reply`` is the last Reply, perhaps not read to its end. ``repeats`` is False while whoever
    asks looks again by himself. ``turn`` is the Turn of the next request at a limiter, None where it needs none. ``may_be_empty``
    is whether a "yes" without a body will do. ``book`` gives the Booking of a paid request, None without a cap on what may be
    spent, and raises where a cap forbids it.
    """

    def __init__(
        self, command, context, pool, *, network, secrets, is_preview=False, bodies=None, book=lambda request: None
    ):
        self.command = command
        self.context = context
        self.pool = pool
        self.network = network
        self.secrets = secrets
        self.is_preview = is_preview
        self.bodies = bodies
        self.book = book
        self.reply = None
        self.repeats = True
        self.turn = None
        self.may_be_empty = command["effect"] != "read" and command["cost"] == "free"

    def close(self):
        """Let go of a reply that was not read to its end."""
        if self.reply:
            self.reply.close()
            if self.reply.booking:
                self.reply.booking.leave()

    def send(self, request, envelope, *, may_lead_on=False, may_say=()):
        """The Reply to a request once its head is there; raises the exact error when its status says no, and DryRun
        when it is only to be shown. With ``may_lead_on`` a redirect is a reply like any other, as are those of the
        statuses of ``may_say``.
        """
        if self.is_preview:
            self.check_seen(request)
            raise DryRun(request, self.command)
        check_headers(request.headers)
        booking = self.book(request) if self.command["cost"] == "paid" else None
        if booking is None:
            return self.sent(request, envelope, may_lead_on, may_say)
        try:
            reply = self.sent(request, envelope, may_lead_on, may_say)
        except BaseException as error:
            booking.failed(error)
            raise
        reply.booking = booking
        return reply

    def sent(self, request, envelope, may_lead_on, may_say):
        """The Reply to a request that may be sent, like ``send``."""
        from cometapi.http.early import begun  # not before: a copy that is kept needs no connection

        pool = self.pool(lambda: begun(request.url, self.trust(), self.network("connect_timeout")))
        from cometapi.http import trace
        from cometapi.http.transport import send

        policy = self.policy(self.command["effect"] == "read" and self.command["cost"] == "free", envelope)
        if self.command["cost"] == "paid" and request.body and request.body.is_piped:
            policy.retries = 0
        self.context.hide([*request.secrets, *self.secrets()])
        trace.sending(request, self.context)
        start = time.monotonic()
        self.close()  # the one before has been read
        self.reply = reply = send(request, policy, pool)
        reply.command, reply.credential = self.command["name"], request.credential
        trace.came(reply, time.monotonic() - start, self.context)
        if self.context.debug:
            reply.watch = lambda pieces: trace.watched(pieces, self.context)
        if not (200 <= reply.status < 300 or reply.status in may_say or (may_lead_on and reply.leads_to())):
            raise service_errors.of_status(reply, reply.refusal(), envelope)
        return reply

    def check_seen(self, request):
        """The check of a request's headers where it is only seen, and veils stand in place of secrets."""
        headers = {name: value for name, value in request.headers.items() if name != request.secret}
        check_headers(headers, veils=self.context.masks.values())

    def trust(self):
        """Which certificates are trusted and shown."""
        return {name: self.network(name) for name in TRUST}

    def policy(self, is_safe, envelope=None):
        """What may be repeated of a request; ``is_safe`` is a read that costs nothing."""
        from cometapi.http.transport import Policy

        def code_of(body):
            return service_errors.said(service_errors.json_or_none(body), envelope)[1] if envelope else None

        network = {name: self.network(name) for name in (*NETWORK, "plain_http")}
        network |= {} if self.repeats else {"retries": 0}
        return Policy(safe=is_safe, network=network, code_of=code_of, note=self.context.note, turn=self.turn)

    def document(self, request, envelope):
        """The JSON value of the reply to a request; raises the exact error when the service says no in any way."""
        return self.checked(self.send(request, envelope), envelope)

    def checked(self, reply, envelope):
        """The JSON value of a reply, None of one that has no content; raises the exact error when it is none or says no."""
        return self.accepted(b"" if self.is_done(reply) else reply.body(), reply, envelope)

    def is_done(self, reply, body=None):
        """Whether a reply says by its status, or by an empty ``body`` after a change, that all is done."""
        reply.is_done = reply.status in NO_CONTENT or (self.may_be_empty and body is not None and not body.strip())
        return reply.is_done

    def accepted(self, body, reply, envelope):
        """The JSON value of a body that has been read; gives back and raises like ``checked``."""
        if self.bodies is not None:
            self.bodies.append(body)
        if self.is_done(reply, body):
            return None
        document = service_errors.document(reply, body)
        error = service_errors.of_envelope(document, envelope, reply)
        if error:
            if reply.booking:
                reply.booking.failed(error)
            raise error
        if reply.booking:
            reply.booking.told(document)
        return document
