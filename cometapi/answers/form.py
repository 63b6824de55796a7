"""Whether a reply is a stream of events or a document: where a stream was asked for its first bytes tell, not its headers."""

import json
from itertools import chain
from typing import NamedTuple

from cometapi.answers import sse
from cometapi.answers.picks import items
from cometapi.answers.reading import Reading
from cometapi.http.service_errors import json_or_none
from cometapi.output.raw import tapped

LINES = (b"data:", b"event:", b"id:", b"retry:", b":")  # how the first line of a stream begins
DOCUMENTS = (b"{", b"[")  # how a document begins
LONGEST_LINE = max(map(len, LINES))


class Begun(NamedTuple):
    """A body of which the first bytes were looked at; ``pieces`` are all of it."""

    is_stream: bool
    is_document: bool
    pieces: object


def begun(pieces):
    """A Begun, after as many pieces as it takes to tell."""
    pieces, taken, head = iter(pieces), [], b""
    while len(head) < LONGEST_LINE and (piece := next(pieces, None)) is not None:
        taken.append(piece)
        head = (head + piece).removeprefix(sse.BYTE_ORDER_MARK).lstrip()[:LONGEST_LINE]
        if head.startswith((*LINES, *DOCUMENTS)):
            break
    return Begun(head.startswith(LINES), head.startswith(DOCUMENTS), chain(taken, pieces))


def reading(reader, body, accepted, kept):
    """The Reading of a body that begins like a document: the document, its list of events, or the lines of a stream all the
    same. ``accepted`` gives the document, and raises where it says no.
    """
    document = json_or_none(body)
    if document is None and b"\ndata:" in body:
        return Reading(reader, events=sse.events([body] if kept is None else tapped([body], kept)))
    document = accepted()
    if isinstance(document, list) and any(tuple(reader.anew().pieces(None, one, "events")) for one in items(document)):
        return Reading(reader, events=((None, json.dumps(one)) for one in items(document)))
    return Reading(reader, whole=document)
