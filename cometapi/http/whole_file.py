"""Checks that the body of a reply is the promised file and not a page or JSON, by its first bytes, then its header."""

from itertools import chain

from cometapi.cli import signatures
from cometapi.errors import ReplyNotUnderstood
from cometapi.http import service_errors
from cometapi.http.contents import ENOUGH, begun
from cometapi.http.service_errors import facts_of, is_document, is_html, json_or_none

LARGEST = 4 * 1024**3  # bytes of a file
EVENTS = "text/event-stream"  # which a service that says no may send in any place
MOST_TOLD = 200  # characters that are quoted of a text that came instead


def checked_file(call, reply, kind, pieces, declared, envelope):
    """``(media type, pieces of bytes)`` of a file in the body of a reply.

    ``kind`` is the type in the header or None. ``declared`` is the type in the manifest, such as ``audio/*``, or None if any
    body is accepted. Raises the service's own error if the body is one, and ReplyNotUnderstood for anything else that is
    not such a file.
    """
    is_text = (
        kind is not None and kind == declared and kind.startswith("text/")
    )  # which may be empty, and passes as it comes
    head, rest = begun(iter(pieces), 1 if is_text else ENOUGH)
    if not head and declared and not is_text:
        raise ReplyNotUnderstood("The service returned an empty reply.", **facts_of(reply))
    known = signatures.by_signature(head)
    whole = bounded(chain([head], rest), reply)
    if declared and is_other(declared, kind or "", head, known):
        whole = refused(call, reply, reply.body(whole), declared, envelope)
    return signatures.told(known, kind) or declared, whole


def bounded(pieces, reply):
    """Yield the pieces of a body; raises ReplyNotUnderstood if it exceeds the size limit."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise ReplyNotUnderstood("The file exceeds this program's size limit.", **facts_of(reply))
        yield piece


def is_other(declared, kind, head, known):
    """Whether a body may be something other than the declared file.

    The signature decides if there is one, the header otherwise. Where ``declared`` has a signature, or is ``text/*``, a body
    that begins like JSON or HTML has to be read as well.
    """
    if known and known.partition("/")[0] in ("audio", "image", "video"):
        return declared.startswith("text/")
    if declared != kind and (is_document(kind) or kind == EVENTS):
        return True
    return signatures.has_mark(declared) and head.lstrip().startswith((b"{", b"[", b"<"))


def refused(call, reply, body, declared, envelope):
    """The pieces of a body that is text after all; raises the error that any other body stands for."""
    document = json_or_none(body)
    error = None if document is None else service_errors.of_envelope(document, envelope, reply)
    if error:
        raise error
    if declared == "text/*" and not is_html(reply, body) and not signatures.by_signature(body):
        return [body]
    reason = service_errors.elsewhere(document, reply, body, envelope) or shortened(body)
    noun = "a page of HTML" if is_html(reply, body) else "text" if document is None else "JSON"
    sentence = f"The service answered with {noun} instead of a file"
    raise ReplyNotUnderstood(f"{sentence}: {reason}" if reason else f"{sentence}.", **facts_of(reply))


def shortened(body):
    """The beginning of a text in one line; empty for bytes that are not text."""
    text = signatures.decoded(body[: 4 * MOST_TOLD]) or ""
    return " ".join(text.split())[:MOST_TOLD]
