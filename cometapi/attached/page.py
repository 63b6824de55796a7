"""A page that the user names: fetched without any credential, within bounds of hops, bytes and time."""

import time

from cometapi.attached.contents import piece
from cometapi.cli.encodings import text_of_page
from cometapi.cli.files import LARGEST_MEDIUM
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable, UsageError
from cometapi.http.addresses import METADATA_NAMES, Judge, is_inside, is_metadata, literal, plain
from cometapi.http.link import Download
from cometapi.http.service_errors import facts_of, kind_of
from cometapi.http.url import lowered, split

PATIENCE = 30.0  # seconds in all, for every hop and the reading
LATE = "it takes longer than {:.0f} s."
MARKUP = ("text/html", "application/xhtml+xml")
LOOKS_LIKE = ("<!doctype html", "<html")  # of a page that does not say what it is


class OfTheUser(Judge):
    """A Judge that trusts the ``host`` that the user named wherever it is at first.

    Once it was found outside of private networks, it is not followed into one: its name would lead to this machine then.
    """

    def __init__(self, host, refused):
        self.host, self.is_outside = host, False
        super().__init__(lambda host: host == self.host and not self.is_outside, refused)

    def taken(self, host, found):
        """Those of the addresses that may be connected to."""
        allowed = super().taken(host, found)
        self.is_outside |= any(not is_inside(literal(one[4][0])) for one in allowed)
        return allowed


class Visit(Download):
    """A Download for the user, with a moment at which it is over. Where it leads is judged by the host that was named."""

    def __init__(self, call, url):
        self.url, self.host = url, plain(split(url).hostname)
        self.end = time.monotonic() + PATIENCE
        super().__init__(call, OfTheUser(self.host, self.refused))

    def refused(self, host):
        """The error for a host that may not be led to."""
        if host == self.host and not self.judge.is_outside:
            return UsageError(f"{host} is an address of a cloud's credentials, which is never read.")
        is_secret = host in METADATA_NAMES or (literal(host) and is_metadata(literal(host)))
        hint = None if is_secret else "If you trust it, name that address itself."
        told = f"{self.url} leads to {host}, which is in a private network or this machine"
        return ReplyNotUnderstood(f"{told}, so it was not followed.", hint=hint)

    def checked(self, url):
        """The URL of a hop; raises ReplyNotUnderstood for one that is no web address, or would send a password along, and
        ServiceUnavailable when the time is up.
        """
        if self.is_over():
            raise ServiceUnavailable(LATE.format(PATIENCE))
        try:
            parts = split(lowered(url))
        except ValueError:
            parts = None
        if parts is None or "@" in parts.netloc:
            raise ReplyNotUnderstood(
                f"{self.url} leads to {url}, which is not a plain web address; it was not followed."
            )
        self.judge.check(parts.hostname)
        return lowered(url)

    def policy(self):
        """One attempt, in the time that is left; there is no key that others could read."""
        made = super().policy()
        left = max(0.1, self.end - time.monotonic())
        made.connect, made.read, made.retries, made.is_plain = min(made.connect, left), min(made.read, left), 0, True
        return made

    def is_over(self):
        """Whether the time is up."""
        return time.monotonic() > self.end

    def content(self, reply):
        """The bytes of a reply; raises ReplyNotUnderstood for too many and ServiceUnavailable where they take too long."""
        found, size = [], 0
        for one in reply.file():
            found.append(one)
            size += len(one)
            if size > LARGEST_MEDIUM:
                raise ReplyNotUnderstood(f"it is larger than {LARGEST_MEDIUM // 2**20} MiB.")
            if self.is_over():
                raise ServiceUnavailable(LATE.format(PATIENCE))
        return b"".join(found)


def check(url):
    """Raise ValueError for what is no URL of a page, or holds a password, which would be told to the model."""
    if "@" in split(lowered(url)).netloc:
        raise ValueError(f"must be a URL without user and password, not {url.rpartition('@')[2]!r}")


def fetched(call, url, takes):
    """What is sent of a page (``contents.piece``): its text, or the medium that it turns out to be.

    Raises UsageError for an address that is never read, ReplyNotUnderstood for a page that leads astray or is no text, and
    ServiceUnavailable for one that cannot be had.
    """
    visit = Visit(call, lowered(url))
    try:
        return read(visit, visit.followed(visit.url), takes)
    except ValueError as error:
        raise ReplyNotUnderstood(f"The page {error}.") from None
    except (ReplyNotUnderstood, ServiceUnavailable) as error:
        if url not in error.message:
            error.message = f"{url} could not be read: {error.message}"
        raise
    finally:
        visit.pool.close()


def read(visit, reply, takes):
    """What is sent of the reply to a page."""
    try:
        if not 200 <= reply.status < 300:
            raise ServiceUnavailable(f"it answered with HTTP {reply.status}.", **facts_of(reply))
        content = visit.content(reply)
    finally:
        reply.close()
    return piece(content, visit.url, takes, reader(visit, reply))


def reader(visit, reply):
    """What reads the bytes of a reply as text: without the markup where it is HTML."""

    def text(content):
        told = text_of_page(content, label_of(reply))
        kind = kind_of(reply)
        looks = told is not None and told.lstrip()[:20].lower().startswith(LOOKS_LIKE)
        if told is None or not (kind in MARKUP or (looks and kind in ("", "text/plain", "application/octet-stream"))):
            return told
        from cometapi.attached.html import text

        return text(told, visit.is_over)

    return text


def label_of(reply):
    """What the header of a reply says of its encoding, or None."""
    from email.message import Message

    head = Message()
    head["Content-Type"] = reply.headers.get("Content-Type", "")
    return head.get_content_charset()
