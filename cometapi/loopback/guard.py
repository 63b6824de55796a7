"""Who may ask a server of this machine: nobody who came here by another name, and no page of a browser.

A page that has let its own name lead to this machine (DNS rebinding) still sends that name as Host; one that asks across
origins sends an Origin.
"""

from urllib.parse import urlsplit

NAMES = ("127.0.0.1", "localhost", "[::1]")
FROM_ELSEWHERE = ("cross-site", "same-site")  # what a browser says of a request that a page of another origin has made
USUAL_PORT = 80


def is_allowed(headers, target, port):
    """Whether a request is for this server by its own names, and not from a page: its ``headers``, its target as it came."""
    hosts = headers.get_all("Host") or []
    if len(hosts) != 1 or not is_own(hosts[0].strip(), port):
        return False
    if headers.get_all("Origin") or headers.get("Sec-Fetch-Site", "").lower() in FROM_ELSEWHERE:
        return False
    return target.startswith("/") or target == "*" or is_own(authority_of(target), port)


def is_own(host, port):
    """Whether a Host is one of this machine's own names, with the port of the server."""
    names = NAMES if port == USUAL_PORT else ()
    return host.lower() in (*names, *(f"{name}:{port}" for name in NAMES))


def authority_of(target):
    """The host that an absolute target names, empty for what is no such target."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return parts.netloc if parts.scheme.lower() == "http" else ""


def path_of(target):
    """The target of a request without the host that it may name; it always begins with a slash, also where it is ``*``."""
    if target.startswith("/"):
        return target
    rest = target.partition("://")[2]
    at = min((rest.find(sign) for sign in "/?" if sign in rest), default=len(rest))
    return rest[at:] if rest[at : at + 1] == "/" else f"/{rest[at:]}"
