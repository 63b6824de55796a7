"""The token of a gateway, which the clients of all protocols send where they send a key of the service."""

import secrets
from hmac import compare_digest
from urllib.parse import parse_qsl, unquote_plus

from cometapi.generated import program

PREFIX = "local-"
BYTES = 24  # drawn by chance
QUERY = "key"  # the parameter in which some clients send it


def new_token():
    """A token that nobody can guess."""
    return PREFIX + secrets.token_urlsafe(BYTES)


def is_given(headers, query, token):
    """Whether a request has the token in one of the places for keys."""
    wanted = token.encode()
    return sum(compare_digest(one.encode("utf-8", "replace"), wanted) for one in given(headers, query)) > 0


def given(headers, query):
    """Whatever a request has in the places for keys: a list."""
    found = [value for name in names() for value in headers.get_all(name) or []]
    words = [value.strip().partition(" ") for value in found]
    plain = [rest.strip() if mark else word for word, mark, rest in words]
    return [*plain, *(value for name, value in parse_qsl(query, errors="replace") if name == QUERY)]


def names():
    """The headers in which the service takes a credential, in small letters."""
    return dict.fromkeys(facts["header"].lower() for facts in program.CREDENTIALS.values() if "header" in facts)


def without_key(query):
    """A query without the token."""
    return "&".join(one for one in query.split("&") if unquote_plus(one.partition("=")[0]) != QUERY)
