"""What a file that came is: its first bytes tell, before its header does; a page or JSON in its place is a failure."""

from itertools import chain

from cometapi.cli import signatures
from cometapi.errors import CometError, ReplyNotUnderstood
from cometapi.http import service_errors
from cometapi.http.contents import ENOUGH
from cometapi.http.service_errors import facts_of, is_document, is_html, json_or_none

LARGEST = 4 * 1024**3  # bytes of a file
MOST_TOLD = 200  # characters of a text that came instead


def judged(call, reply, kind, pieces, declared, envelope):
    """``(media type, pieces of bytes)`` of a file that came as ``kind``, the type in its header or None.

    ``declared`` is the type that the manifest promises, in which ``*`` stands for any kind of the family; None promises
    nothing. Raises the service's own error where it says no, and ReplyNotUnderstood for anything else that is none.
    """
    pieces = iter(pieces)
    head, rest = begun(pieces)
    if not head and declared and not (kind == declared and kind.startswith("text/")):  # a text may be empty
        raise ReplyNotUnderstood("The service returned an empty reply.", **facts_of(reply))
    known = signatures.by_signature(head)
    whole = bounded(chain([head], rest), reply)
    if declared and is_other(declared, kind or "", head, known):
        whole = refused(call, reply, reply.body(whole), declared, envelope)
    return signatures.told(known, kind) or declared, whole


def begun(pieces):
    """The first bytes of a body, as many as tell what it is, and an iterator of the rest, which raises what has failed."""
    found = bytearray()
    try:
        for piece in pieces:
            found += piece
            if len(found) >= ENOUGH:
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


def bounded(pieces, reply):
    """The pieces of a body; raises ReplyNotUnderstood when it is larger than any file."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise ReplyNotUnderstood("The file exceeds this program's size limit.", **facts_of(reply))
        yield piece


def is_other(declared, kind, head, known):
    """Whether a body may be something else than the file that was promised.

    A medium has begun as media do. What has no mark of its own is judged by its header alone, and so is text of one kind;
    any kind of text may be JSON, which then has to be looked at.
    """
    if known and known.partition("/")[0] in ("audio", "image", "video"):
        return declared.startswith("text/")
    if declared != kind and is_document(kind):
        return True
    return signatures.has_mark(declared) and head.lstrip().startswith((b"{", b"[", b"<"))


def refused(call, reply, body, declared, envelope):
    """The pieces of a text that is JSON and says nothing else than what was asked for; raises the error of any other body."""
    document = json_or_none(body)
    error = None if document is None else service_errors.of_envelope(document, envelope, reply)
    if error:
        raise error
    if declared == "text/*" and not is_html(reply, body) and not signatures.by_signature(body):
        return [body]
    told = service_errors.elsewhere(document, reply, body, envelope) or shortened(body)
    noun = "a page of HTML" if is_html(reply, body) else "text" if document is None else "JSON"
    sentence = f"The service answered with {noun} instead of a file"
    raise ReplyNotUnderstood(f"{sentence}: {told}" if told else f"{sentence}.", **facts_of(reply))


def shortened(body):
    """The beginning of a text in one line; nothing of bytes that are none."""
    text = signatures.decoded(body[: 4 * MOST_TOLD]) or ""
    return " ".join(text.split())[:MOST_TOLD]
