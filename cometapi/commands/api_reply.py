"""How ``api`` prints a reply; secrets in account replies are masked, whatever their content type."""

from cometapi import redact
from cometapi.generated import program
from cometapi.http import service_errors
from cometapi.http.replies import accepted, is_empty
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.select import select
from cometapi.output.results import Download, Value

LONGEST_LINE = 65536  # bytes that are held back until their line ends
LONGEST_SECRET = 4096  # bytes of them that may be the beginning of a secret


def printed(call, reply, envelope, facts):
    """What is printed of a reply: a JSON value in a format, anything else as it comes; ``facts`` are those of its path."""
    is_private = facts.get("private", False)
    kind = service_errors.kind_of(reply)
    if call.client.is_done(reply, b"" if reply.headers.get("Content-Length") == "0" else None):
        return accepted(call)
    if not service_errors.is_document(kind) and (call.option("raw") or not is_private):
        pieces = reply.live() if "event-stream" in kind else reply.file()
        return Download(pieces if call.option("raw") else hidden(pieces, call.context))
    body = reply.body()
    if not service_errors.is_document(kind) and redact.document(body.decode("utf-8-sig", "replace")) is None:
        return Download([in_lines(body, call.context)])
    document = call.client.accepted(body, reply, envelope)
    if is_empty(call, document):
        return accepted(call)
    if call.option("raw"):
        return Download(call.client.bodies)
    return shaped(call, shown(document, call.context, is_private), facts)


def shaped(call, document, facts):
    """The Value of what is wanted of a document, in the format for it where none is asked for."""
    found = selected(call, document, facts)
    if call.given_option("format") is None:
        call.format_name = "json" if isinstance(found, dict | list) else "table"  # in which a text is bare
    return Value(found)


def selected(call, document, facts):
    """What an expression selects of a document, else its records where fields or a format of rows are wanted, else all of it."""
    if call.shape.query:
        return call.shape.picked(call.shape.query(document))
    has_rows = call.shape.fields or FORMATS[call.given_option("format") or "json"]["values"] != "whole"
    found = select(facts["rows"], document) if has_rows and "rows" in facts else None
    return call.shape.picked(document if found is None else found)


def shown(value, context, is_private):
    """A JSON value without the secrets that are known, and of the account without any."""
    value = redact.within(value, context.hidden)
    return redact.private(value, program.PRIVATE) if is_private else value


def in_lines(body, context):
    """The bytes of a reply of the account that is no JSON, or one value a line, without its secrets."""
    lines = context.hidden(body.decode("utf-8", "surrogateescape")).split("\n")
    return "\n".join(redact.inside(line, program.PRIVATE) for line in lines).encode("utf-8", "surrogateescape")


def hidden(pieces, context):
    """The pieces of a body in which the secrets that are known are masked: a generator. What belongs to one line is looked
    at as a whole, because a secret may be cut in two; of a long line only its end is held back.
    """
    kept = bytearray()
    for piece in pieces:
        line_end = piece.rfind(b"\n") + 1
        at = len(kept) + line_end if line_end else 0
        kept += piece
        at = at or (len(kept) - LONGEST_SECRET if len(kept) > LONGEST_LINE else 0)
        if at:
            yield masked(bytes(kept[:at]), context)
            del kept[:at]
    yield masked(bytes(kept), context)


def masked(data, context):
    """Bytes without the secrets that are known."""
    return context.hidden(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
