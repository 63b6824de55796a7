"""The proxy that the environment names for a URL, read once for all that connects through it."""

import os
from base64 import b64encode
from urllib.parse import unquote

from cometapi.errors import UsageError
from cometapi.http.url import is_loopback, lowered, split

PROXY = "Set HTTPS_PROXY to another one, or unset HTTPS_PROXY, HTTP_PROXY and ALL_PROXY."


def proxy_of(url):
    """The proxy for a URL by HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, its URL split; None without one.

    Raises UsageError when what the environment names is no URL.
    """
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

    parts, proxies = split(url), getproxies_environment()
    if is_loopback(parts.hostname) or proxy_bypass_environment(parts.netloc, proxies):
        return None  # what is meant for this machine does not leave it
    named = proxies.get(parts.scheme) or proxies.get("all")
    if named and named.lower().startswith("socks"):
        raise UsageError(
            "The environment names a SOCKS proxy, and only http and https proxies can be used.", hint=PROXY
        )
    try:
        return split(lowered(named if "://" in named else f"http://{named}")) if named else None
    except ValueError:  # which may hold a password, so it is not shown
        sentence = "The proxy in the environment is not a URL such as http://host:port."
        raise UsageError(sentence, hint=PROXY) from None


def without_login(parts):
    """The URL of a proxy without user and password."""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def login(parts):
    """The header with the user and password of a proxy's URL; nothing without them."""
    if not parts.username:
        return {}
    words = unquote(f"{parts.username}:{parts.password or ''}")
    return {"Proxy-Authorization": f"Basic {b64encode(words.encode()).decode()}"}
