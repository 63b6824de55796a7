"""Which headers pass through the gateway, in both directions."""

from cometapi.serve.access import names

OF_ONE_HOP = (
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "http2-settings",
)
OF_BODY = ("content-length", "content-type", "accept-encoding", "expect")  # made anew
NOT_UP = ("host", "cookie", "forwarded", "via", "origin", "referer", "date")
NOT_DOWN = ("set-cookie", "set-cookie2", "content-length", "alt-svc", "strict-transport-security", "clear-site-data")
PREFIXES_NOT_UP = ("x-forwarded-", "sec-")
PREFIXES_NOT_DOWN = ("access-control-",)  # no page of a browser may read what is served here


def upwards(headers):
    """The headers of a client that the service gets, one of each name: a dict."""
    dropped = {*OF_ONE_HOP, *OF_BODY, *NOT_UP, *names(), *named(headers.get_all("Connection"))}
    found: dict[str, str] = {}
    for name, value in headers.items():
        small = name.lower()
        if small not in dropped and not small.startswith(PREFIXES_NOT_UP):
            first = next((one for one in found if one.lower() == small), name)
            found[first] = f"{found[first]}, {value}" if first in found else value
    return found


def downwards(reply):
    """The headers of a reply that the client gets: a list of pairs."""
    dropped = {*OF_ONE_HOP, *NOT_DOWN, *named([reply.headers.get("Connection", "")])}
    if reply.is_decoded:
        dropped.add("content-encoding")
    return [
        (name, value)
        for name, value in reply.headers.items()
        if name.lower() not in dropped and not name.lower().startswith(PREFIXES_NOT_DOWN)
    ]


def named(values):
    """The names that headers with lists of names have, in small letters."""
    return [one.strip().lower() for value in values or () for one in value.split(",")]
