"""Checks that bytes are a medium and not a text in its place, by their first bytes rather than a header or a name."""

from itertools import chain

from cometapi.cli.signatures import by_signature, decoded
from cometapi.errors import CometError, ReplyNotUnderstood
from cometapi.http.service_errors import in_words, is_document, json_or_none, reason_of

ENOUGH = 512  # bytes that are enough to recognize a file
LONGEST = 4096  # bytes that are read of a text that came instead
MARKED = ("image", "video")  # families of binary files; SVG is the exception
DRAWING = "image/svg+xml"


def checked(kind, pieces, expected, envelope):
    """``(media type, pieces)`` of a medium, with the type that its bytes show, else ``kind``, else ``expected``.

    ``kind`` is the declared type or None, ``expected`` that of the manifest or None. Raises ReplyNotUnderstood for an empty
    medium and, with the service's reason, for a text in its place.
    """
    head, pieces = begun(iter(pieces), ENOUGH)
    if not head:
        raise ReplyNotUnderstood("The service returned an empty file.")
    known = by_signature(head)
    if not known and is_text_instead(kind or "", head, expected or ""):
        told = reason(head + begun(pieces, LONGEST)[0], envelope)
        raise ReplyNotUnderstood(f"The service returned text instead of a file: {told}")
    return known or kind or expected or "application/octet-stream", chain([head], pieces)


def begun(pieces, count=ENOUGH):
    """``(head, rest)`` of an iterator of bytes: the first ``count`` bytes or a little more, and an iterator of the rest.

    An error after the first piece is raised by the rest, so that the bytes before it are not lost.
    """
    found = bytearray()
    try:
        for piece in pieces:
            found += piece
            if len(found) >= count:
                break
    except CometError as error:
        if not found:
            raise
        return bytes(found), failing(error)
    return bytes(found), pieces


def failing(error):
    """An iterator that raises an error."""
    yield from ()
    raise error


def is_text_instead(kind, head, expected):
    """Whether bytes without a known signature are text where a medium is expected."""
    if kind.startswith(DRAWING) or DRAWING in (kind, expected):
        return False
    if is_document(kind) and not is_document(expected):
        return True
    return expected.partition("/")[0] in MARKED and decoded(head[: ENOUGH - 4]) is not None


def reason(body, envelope):
    """The service's reason in a text that came instead of a file, else the beginning of the text."""
    document = json_or_none(body)
    told = reason_of(document, envelope) or in_words(document) if document is not None else None
    text = " ".join((told or body.decode("utf-8", "replace")).split())
    return text if len(text) <= 200 else f"{text[:200]} …"
