"""What --verbose and --debug tell of the wire: lines about a request and its reply, without a secret."""

import json
import re

from cometapi.context import encoded
from cometapi.generated import program
from cometapi.http.service_errors import request_id
from cometapi.redact import LOOKS_SECRET, SHORTEST, mask, private_texts, without, words_without
from cometapi.terminal.visible import visible

NAMES = "|".join(re.escape(name) for name in program.PRIVATE)
PRIVATE = re.compile(rf"""((\\{{0,8}}")(?:{NAMES})\2\s*:\s*)\2((?:[^"\\]|\\.)*?)\2""", re.IGNORECASE)
KEPT = 1024 * 1024  # bytes of a line that are looked through for secrets; what is behind them is not told
LONGEST = 2000  # characters of a line that are told; images in it have millions
SECRET_HEADERS = ("authorization", "proxy-authorization", "x-api-key", "x-goog-api-key", "api-key", "cookie")


def shown_headers(request, is_veiled=False):
    """The headers of a request with credentials masked; with ``is_veiled`` the program's own is so already."""
    return {
        name: value if is_veiled and name == request.secret else shown(request, name, value)
        for name, value in request.headers.items()
    }


def shown(request, name, value):
    """One header's value as it may be seen."""
    if name != request.secret and name.lower() not in SECRET_HEADERS:
        return value
    scheme, _, secret = value.rpartition(" ")
    return f"{scheme} {mask(secret)}".lstrip()


def sending(request, context):
    """Tell of a request that goes out."""
    context.tell(f"{request.method} {request.url}")
    if context.debug:
        for name, value in shown_headers(request).items():
            context.put(f"> {name}: {value}")
        for line in encoded(str(request.body or "")).split(b"\n"):
            tell("> ", line[:KEPT], context, max(0, len(line) - KEPT))


def came(reply, seconds, context):
    """Tell of the head of a reply that came."""
    named = request_id(reply, b"")
    context.tell(f"HTTP {reply.status} after {seconds:.2f} s{f', request id {named}' if named else ''}")
    if context.debug:
        for name, value in reply.headers.items():
            shown = mask(value) if name.lower() == "set-cookie" else harmless(value, context)
            context.put(visible(f"< {name}: {shown}", keep=""))


def watched(pieces, context):
    """The pieces of a body, after each of its lines has been told."""
    line = Line("< ", context)
    for piece in pieces:
        *ended, rest = piece.split(b"\n")
        for one in ended:
            line.add(one)
            line.end()
        line.add(rest)
        yield piece
    line.end()


class Line:
    """A line of a body as it comes, of which no more is kept than is told."""

    def __init__(self, mark, context):
        self.mark = mark
        self.context = context
        self.kept = bytearray()
        self.size = 0

    def add(self, piece):
        """Take what comes of it."""
        self.kept += piece[: KEPT - len(self.kept)]
        self.size += len(piece)

    def end(self):
        """Tell it, and begin the next one."""
        tell(self.mark, bytes(self.kept), self.context, self.size - len(self.kept))
        self.kept.clear()
        self.size = 0


def tell(mark, line, context, dropped=0):
    """Tell one line of a body, its secrets masked before it is cut: half a secret is no longer known for one.

    ``dropped`` is how many bytes of it were not kept.
    """
    text = harmless(line.decode("utf-8", "replace").rstrip("\r"), context)
    if text:
        more = len(text) - LONGEST + dropped
        context.put(f"{mark}{text[:LONGEST]}{f'... ({more} characters more)' if more > 0 else ''}")


def harmless(text, context):
    """A text of the wire without secrets: those of the settings, the fields of private names, what looks like a key."""
    text = words_without(context.hidden(text), context.short)
    try:
        found = {secret: mask(secret) for secret in private_texts(value_of(text), program.PRIVATE)}
    except RecursionError:
        found = {}
    text = without(text, {secret: shown for secret, shown in found.items() if len(secret) >= SHORTEST})
    text = PRIVATE.sub(lambda found: f"{found[1]}{found[2]}{mask(found[3])}{found[2]}", text)
    return LOOKS_SECRET.sub(lambda found: mask(found[0]), text)


def value_of(line):
    """The JSON value of a line of a body, that of an event's data too; None where it is none."""
    try:
        return json.loads(line.removeprefix("data:"))
    except (ValueError, RecursionError):
        return None
