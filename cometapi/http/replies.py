"""What a reply that says yes becomes, by the ``is`` of its manifest: one function a kind, from a call and its route."""

from codecs import getincrementaldecoder

from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.http import link, service_errors
from cometapi.http.kept_file import is_kept, kept
from cometapi.http.listing import Listing
from cometapi.http.reply_files import NO_TERMINAL, check_target, with_files
from cometapi.http.service_errors import kind_of
from cometapi.http.whole_file import checked_file
from cometapi.manifest.output_formats import is_for_machines
from cometapi.manifest.select import parsed, select
from cometapi.output.records import record as record_of
from cometapi.output.results import Download, Record, Rows, Text, Value
from cometapi.terminal.visible import named

NOTHING_SENT = "The service accepted the request and returned nothing."


def rows(call, route):
    """The Rows of a list."""
    check_target(call, route)
    listing = Listing(call, route)
    call.afterwords = listing.told
    result = Rows(call.columns(route), listing, detail=bool(call.option("detail")), empty=listing.nothing)
    return with_files(call, route, result, listing.document)


def record(call, route):
    """The Record of one object, or of the one that an argument finds in a list; None when the service sends nothing."""
    check_target(call, route)
    response = route["response"]
    if "rows" in response:
        found = next(Listing(call, route).records())
        return Record(call.columns(route), found, detail=bool(call.option("detail")))
    document = call.document(route)
    if is_empty(call, document):
        return accepted(call)
    item = select(response["record"], document)
    if not item or not isinstance(item, dict):
        raise ReplyNotUnderstood(
            "Unexpected reply from the service: what was asked for is missing.",
            **service_errors.facts_of(call.client.reply),
        )
    values = record_of(response["columns"], parsed(item, response.get("parse", ())), call.client.reply)
    if "plain" in response and is_for_people(call):
        return Text([values[response["plain"]] or ""], is_plain=True)
    result = Record(call.columns(route), values, detail=bool(call.option("detail")))
    return with_files(call, route, result, lambda: document)


def is_for_people(call):
    """Whether a record is printed whole and not in a machine format."""
    return not (call.shape or call.client.bodies is not None or is_for_machines(call.format()))


def any_value(call, route):
    """The Value of a JSON value of any form; None when the service sends nothing."""
    check_target(call, route)
    document = call.document(route)
    if is_empty(call, document):
        return accepted(call)
    return with_files(call, route, Value(call.shape.value(document)), lambda: document)


def nothing(call, route):
    """None, when the service says yes: with an empty body, or with one that does not say no."""
    request, envelope = call.request(route)
    reply = call.client.send(request, envelope)
    body = b"" if call.client.is_done(reply) else reply.body()
    promises = service_errors.is_html(reply, body) or (body and service_errors.promises_json(reply))
    if promises or service_errors.json_or_none(body) is not None:
        call.client.accepted(body, reply, envelope)
    if "says" in route["response"]:
        call.afterwords = lambda: [named(route["response"]["says"], call.values)]


def file(call, route):
    """The Download of a file, or, for one that is saved or played, the result to print."""
    check_target(call, route)
    check_no_terminal(call, route["response"])
    request, envelope = call.request(route)
    reply = call.client.send(request, envelope, may_lead_on=request.method == "GET")
    target = reply.leads_to()
    kind, pieces = kind_of(reply), reply.file()
    if target:
        kind, pieces = link.fetched(call, link.followed_by(request.url, target))
    kind, pieces = checked_file(call, reply, kind, pieces, route["response"].get("media_type"), envelope)
    return kept(call, route, kind, pieces) if "name" in route["response"] else Download(pieces)


def text(call, route):
    """The Download of a text, in UTF-8 whatever the service sends it in, and with a line end at its end."""
    reply = call.client.send(*call.request(route))
    return Download(line_ended(reply.file(), charset(reply.headers.get("Content-Type", ""))))


def line_ended(pieces, encoding):
    """The pieces of a text as UTF-8; where the last line has no end it gets one."""
    decoder, last = getincrementaldecoder(encoding)("replace"), "\n"
    for piece in pieces:
        shown = decoder.decode(piece)
        last = shown[-1:] or last
        yield shown.encode("utf-8")
    yield (decoder.decode(b"", True) + ("" if last == "\n" else "\n")).encode("utf-8")


def charset(content_type):
    """The encoding that a Content-Type names, if Python knows it, else UTF-8."""
    from email.message import Message

    head = Message()
    head["Content-Type"] = content_type
    try:
        getincrementaldecoder(head.get_content_charset("utf-8"))
    except LookupError:
        return "utf-8"
    return head.get_content_charset("utf-8")


def check_no_terminal(call, response):
    """Raise UsageError when a file that is not declared as text would go to a terminal."""
    if response.get("is") != "file" or response.get("media_type", "").startswith("text/"):
        return
    if not (call.preview or is_kept(call)) and call.context.is_terminal("stdout"):
        raise UsageError(NO_TERMINAL)


def is_empty(call, document):
    """Whether the service had nothing to say beside yes."""
    return document is None and call.client.reply is not None and call.client.reply.is_done


def accepted(call):
    """No result, and a note that the request was accepted all the same."""
    call.afterwords = lambda: [NOTHING_SENT]


KINDS = {
    "rows": rows,
    "record": record,
    "any": any_value,
    "file": file,
    "text": text,
    "nothing": nothing,
}
