"""What bytes are that came in the place of a medium: their first ones tell, whatever a header or a name says."""

from itertools import chain

from cometapi.cli.signatures import by_signature, decoded
from cometapi.errors import ReplyNotUnderstood
from cometapi.http.service_errors import in_words, is_document, json_or_none, reason_of

ENOUGH = 512  # bytes that tell what a file is
LONGEST = 4096  # bytes of a text that came instead which are read
MARKED = ("image", "video")  # families whose files are no text; a drawing in SVG calls itself that
DRAWING = "image/svg+xml"


def judged(kind, pieces, expected, envelope):
    """``(media type, pieces)`` of a medium by its bytes, else as it is called; raises ReplyNotUnderstood for one that is
    empty, or is a text in its place: the service's reason why there is none.

    ``kind`` is what it is called, None where nothing says it, ``expected`` the media type that the manifest knows.
    """
    pieces = iter(pieces)
    head = beginning(pieces, ENOUGH)
    if not head:
        raise ReplyNotUnderstood("The service returned an empty file.")
    known = by_signature(head)
    if not known and is_text_instead(kind or "", head, expected or ""):
        told = reason(head + beginning(pieces, LONGEST), envelope)
        raise ReplyNotUnderstood(f"The service returned text instead of a file: {told}")
    return known or kind or expected or "application/octet-stream", chain([head], pieces)


def beginning(pieces, count):
    """The first bytes of some pieces, so many or a little more; the rest stays."""
    head = b""
    while len(head) < count and (piece := next(pieces, None)) is not None:
        head += piece
    return head


def is_text_instead(kind, head, expected):
    """Whether bytes that no signature knows are a text where a medium should be."""
    if kind.startswith(DRAWING) or DRAWING in (kind, expected):
        return False
    if is_document(kind) and not is_document(expected):
        return True
    return expected.partition("/")[0] in MARKED and decoded(head[: ENOUGH - 4]) is not None


def reason(body, envelope):
    """What a text says in the place of a file: the service's reason where it gives one, else its beginning."""
    document = json_or_none(body)
    told = reason_of(document, envelope) or in_words(document) if document is not None else None
    text = " ".join((told or body.decode("utf-8", "replace")).split())
    return text if len(text) <= 200 else f"{text[:200]} …"
