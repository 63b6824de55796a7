"""Downloads that can be resumed after an interruption, with a new link if the old one has expired."""

import os
import time
from hashlib import sha256

from cometapi.cli.command_line import given_id, line, words_for
from cometapi.cli.registry import command_data
from cometapi.cli.signatures import LONGEST_SIGNATURE, by_signature
from cometapi.errors import CometError, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http import link
from cometapi.http.contents import checked
from cometapi.http.partial import Part
from cometapi.http.request import base_url
from cometapi.http.service_errors import facts_of, kind_of, of_status

NOTHING_MORE = 416  # the status for a range that starts at the end of the file


class Link:
    """A file behind a link in the service's reply; requested without a credential."""

    def __init__(self, call, url):
        self.call, self.url = call, url
        self.download = link.Download(call, link.judge_of_service(call, url))

    def reply(self, headers):
        """The reply to the link, whatever its status."""
        return self.download.followed(self.url, headers)

    def refused(self, reply):
        """The error for a reply that refuses the file."""
        reply.close()
        sentence = f"The file cannot be downloaded (HTTP {reply.status})."
        return ServiceUnavailable(sentence, hint=f"It is at {self.url}", **facts_of(reply))

    def close(self):
        """Close the connections."""
        self.download.pool.close()


class Content:
    """A file that the service itself serves, with the credential; redirect targets do not get the credential."""

    url = None

    def __init__(self, call, command):
        self.call, self.asked = call, call.another(command, words_for(command, [given_id(call)]))
        self.route = self.asked.ready()
        self.envelope = program.PROTOCOLS[self.route["response"]["protocol"]]["envelope"]
        self.redirected = None

    def reply(self, headers):
        """The reply of the service or of its redirect target, whatever its status."""
        request, _ = self.asked.request(self.route)
        request.headers |= headers
        reply = self.asked.client.send(request, self.envelope, may_lead_on=True, may_say=(NOTHING_MORE,))
        target = reply.leads_to()
        if not target:
            return reply
        reply.close()
        self.redirected = Link(self.call, link.followed_by(request.url, target))
        return self.redirected.reply(headers)

    def refused(self, reply):
        """The error for a reply that refuses the file."""
        return self.redirected.refused(reply) if self.redirected else of_status(reply, reply.refusal(), self.envelope)

    def close(self):
        """Close the connections."""
        if self.redirected:
            self.redirected.close()


class Fetch:
    """The download of one file of a reply into a Part; an expired link is replaced once by checking the task again."""

    def __init__(self, call, route, url, number=0):
        self.call, self.route, self.number = call, route, number
        self.facts = route["response"]["files"]
        self.source = self.source_of(url)
        self.may_look = True
        self.tries = call.client.network("retries")

    def source_of(self, url):
        """The source of the file: its link, or without one the service."""
        return Link(self.call, url) if url else Content(self.call, command_data(self.facts["otherwise"]))

    def into(self, part):
        """Download the whole file into the part; raises CometError, after which the part keeps what has arrived."""
        try:
            while not self.attempt(part):
                pass
        finally:
            self.source.close()

    def attempt(self, part):
        """Try once, and return whether the file is complete; raises the error if another try is of no use."""
        try:
            self.take(part)
        except ServiceUnavailable as error:
            if 400 <= (error.http_status or 0) < 500 and self.source.url and self.may_look:
                self.look_again()
                return False
            if not self.tries or not error.retryable or (error.http_status or 0) in range(400, 500):
                raise
            self.tries -= 1
            self.call.context.note(f"{error.message} Resuming at {part.size:,} bytes.")
            time.sleep(min(program.RETRY["first_wait"], self.call.client.network("retry_max_wait")))
            return False
        return True

    def look_again(self):
        """Replace the link by the one that the service gives now, because links expire."""
        from cometapi.http.reply_files import media_of

        self.may_look = False
        media = [one for one in media_of(self.facts, self.call.document(self.route)) if one]
        self.source.close()
        self.source = self.source_of(media[self.number].value if self.number < len(media) else None)

    def take(self, part):
        """Write what the source sends to the part; raises ServiceUnavailable if that is not the whole file."""
        reply = self.source.reply(part.headers())
        if reply.status == NOTHING_MORE and part.is_whole(reply):
            return reply.close()
        at = part.begins(reply) if reply.status != NOTHING_MORE else None
        if at is None:  # the part does not match the server's file
            reply.close()
            reply = self.source.reply({"Accept-Encoding": "identity"})
            at = 0
        if not 200 <= reply.status < 300 or (reply.status == 206 and not at):
            raise self.source.refused(reply)
        pieces = link.within_bounds(reply, at)
        if not at:
            envelope = program.PROTOCOLS[self.route["response"]["protocol"]]["envelope"]
            _, pieces = checked(kind_of(reply) or None, pieces, self.facts.get("media_type"), envelope)
        part.begin(at, reply)
        part.write(at, pieces)
        total = part.facts.get("total", part.size)
        if part.size != total:
            raise ServiceUnavailable(f"The download stopped after {part.size:,} of {total:,} bytes.", **facts_of(reply))
        return reply.close()


def fetched(call, route, url, folder, name, number=0):
    """Download a file, and return the Part that holds it.

    If the download fails, what has arrived is kept and the command to continue with is printed.
    """
    part = Part(folder, f"{base_url(next(iter(program.SERVICES)), call.settings)} {given_id(call)} {number} {name}")
    try:
        Fetch(call, route, url, number).into(part)
    except BaseException as error:
        size = part.size if os.path.exists(part.path) else 0
        part.close()
        note = f"{size:,} bytes were kept in {part.path}. " if size else ""
        if not call.is_step or note:
            call.context.fault(f"{note}Continue with: {again(call)}")
        raise without_result(call, url, error) from None
    return part


def streamed(call, route, url):
    """``(media type or None, pieces)`` of a file that is streamed and not kept."""
    source = Fetch(call, route, url).source
    reply = source.reply({"Accept-Encoding": "identity"})
    if not 200 <= reply.status < 300:
        error = source.refused(reply)
        source.close()
        raise without_result(call, url, error)
    return kind_of(reply) or None, closing(link.within_bounds(reply), source)


def closing(pieces, source):
    """Yield the pieces, then close the source's connections."""
    try:
        yield from pieces
    finally:
        source.close()


def without_result(call, url, error):
    """The error to raise if the service has no file for a finished task; any other error is returned as it is."""
    if url or not isinstance(error, CometError) or error.http_status != 404:
        return error
    sentence = f"Task {given_id(call)} is done, but its result cannot be downloaded: {error.message}"
    return ReplyNotUnderstood(sentence, http_status=error.http_status, request_id=error.request_id, code=error.code)


KEPT = ("output", "force", "save", "profile")  # behaviours of options that are repeated in the command to continue with


def again(call):
    """The command line to continue a call with, without its time limits."""
    kept = {call.behaviours.get(one) for one in KEPT}
    kept |= {name for name, facts in call.arguments.items() if facts.get("to", ("",))[0] in ("path", "query")}
    return line(call.command, {name: value for name, value in call.given.items() if name in kept})


class Whole:
    """Facts about a complete file: its media type as ``kind``, its ``size`` in bytes, its ``digest`` (SHA-256)."""

    def __init__(self, part, expected):
        self.size, self.digest, head = 0, sha256(), b""
        for piece in part.pieces():
            head = head or piece[:LONGEST_SIGNATURE]
            self.size += len(piece)
            self.digest.update(piece)
        self.kind = by_signature(head) or expected or "application/octet-stream"
