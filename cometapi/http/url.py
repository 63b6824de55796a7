"""URLs: which ones are taken, and which hosts are this machine itself."""

from cometapi.errors import ReplyNotUnderstood


def checked_url(text):
    """An http or https URL without trailing slash; raises ValueError."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text.strip())
    except ValueError:  # brackets that are no IPv6 address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or any(sign.isspace() for sign in text.strip()):
        raise ValueError(f"must be a URL such as https://api.example.com/v1, not {text!r}")
    if any(sign in text for sign in "@?#"):
        raise ValueError("must be a URL without user, password, query and fragment")
    try:
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        raise ValueError(f"must be a URL with a port from 0 to 65535, not {text!r}") from None
    return text.strip().rstrip("/")


def is_loopback(host):
    """Whether the host is this machine itself."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name; one such as 127.example.com may be anybody's
        return host == "localhost" or host.endswith(".localhost")


def same_origin(base, link):
    """A link of a reply as a whole URL; raises ReplyNotUnderstood when it leads away from the origin that was asked."""
    from urllib.parse import urljoin, urlsplit

    url = urljoin(base, link)
    if urlsplit(url)[:2] != urlsplit(base)[:2]:
        raise ReplyNotUnderstood(f"The next page is at {url}, where your credential does not go.")
    return url
