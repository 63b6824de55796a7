"""URLs: which ones are taken, and which hosts are this machine itself.

What is judged here is read again by the library that connects, so only URLs pass that everybody reads alike.
"""

import re

from cometapi.errors import ReplyNotUnderstood

HOST = r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]"
AUTHORITY = re.compile(rf"(?:[^\\]*@)?(?:{HOST})(?::[0-9]*)?")  # some readers end it at a backslash, some do not
SCHEMES = ("http", "https")


def split(text):
    """An http or https URL in its parts, as ``urlsplit`` gives them; raises ValueError for one that others may read otherwise."""
    from urllib.parse import urlsplit

    if any(ord(sign) < 32 for sign in text):  # which urlsplit leaves out
        raise ValueError("must not contain control characters")
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are no IPv6 address
        parts = urlsplit("")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError(f"must be a URL such as https://api.example.com/v1, not {text!r}")
    if not AUTHORITY.fullmatch(parts.netloc):
        raise ValueError(f"must be a URL with a host of letters, digits, dots and hyphens, not {text!r}")
    try:
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        raise ValueError(f"must be a URL with a port from 0 to 65535, not {text!r}") from None
    return parts


def lowered(text):
    """A URL with its scheme in small letters, as it is compared from then on."""
    scheme, colon, rest = text.partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def is_link(text):
    """Whether a word is an http or https URL rather than a path."""
    return lowered(text).startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def checked_url(text):
    """An http or https URL without trailing slash; raises ValueError."""
    text = text.strip()
    if any(sign.isspace() for sign in text):
        raise ValueError(f"must be a URL such as https://api.example.com/v1, not {text!r}")
    split(text)
    if any(sign in text for sign in "@?#"):
        raise ValueError("must be a URL without user, password, query and fragment")
    return lowered(text).rstrip("/")


def is_loopback(host):
    """Whether the host is this machine itself; of a name only the connection tells (``connections.AtHome``)."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name; one such as 127.example.com may be anybody's
        return host == "localhost" or host.endswith(".localhost")


def origin(url):
    """The scheme, host and port that a URL leads to; raises ValueError."""
    parts = split(url)
    return parts.scheme, parts.hostname, parts.port or {"https": 443}.get(parts.scheme, 80)


def same_origin(base, link):
    """A link of a reply as a whole URL; raises ReplyNotUnderstood when it leads away from the origin that was asked."""
    from urllib.parse import urljoin

    try:
        url = lowered(urljoin(base, link))
        is_same = origin(url) == origin(base)
    except ValueError:
        url, is_same = link, False
    if not is_same or "@" in url.split("/")[2]:
        raise ReplyNotUnderstood(f"The next page is at {url}, another host, so your credential is not sent there.")
    return url
