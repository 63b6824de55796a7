"""What --verbose and --debug tell of the wire: lines about a request and its reply, without a secret."""

import re

from cometapi.context import encoded
from cometapi.generated import program
from cometapi.http.service_errors import request_id
from cometapi.redact import mask
from cometapi.terminal.visible import visible

PRIVATE = re.compile(rf"""("(?:{"|".join(program.PRIVATE)})"\s*:\s*)"((?:[^"\\]|\\.)*)\"""")
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
            tell("> ", line, context)


def came(reply, seconds, context):
    """Tell of the head of a reply that came."""
    named = request_id(reply, b"")
    context.tell(f"HTTP {reply.status} after {seconds:.2f} s{f', request id {named}' if named else ''}")
    if context.debug:
        for name, value in reply.headers.items():
            shown = mask(value) if name.lower() == "set-cookie" else context.hidden(value)
            context.put(visible(f"< {name}: {shown}", keep=""))


def watched(pieces, context):
    """The pieces of a body, after each of its lines has been told."""
    begun: list[bytes] = []  # the pieces of a line that has not ended
    for piece in pieces:
        *ended, rest = piece.split(b"\n")
        for line in ended:
            tell("< ", b"".join([*begun, line]), context)
            begun = []
        begun.append(rest)
        yield piece
    tell("< ", b"".join(begun), context)


def tell(mark, line, context):
    """Tell one line of a body, its secrets masked before it is cut: half a secret is no longer known for one."""
    text = context.hidden(line.decode("utf-8", "replace").rstrip("\r"))
    text = PRIVATE.sub(lambda found: f'{found[1]}"{mask(found[2])}"', text)
    if text:
        more = len(text) - LONGEST
        context.put(f"{mark}{text[:LONGEST]}{f'... ({more} characters more)' if more > 0 else ''}")
