"""The path and query of a request: how they are written on the wire, and what a server may take them for."""

import re
from urllib.parse import quote, unquote

OF_PATH = "!$&'()*+,;=:@/"  # beside letters, digits and -._~ (RFC 3986, 3.3)
OF_QUERY = OF_PATH + "?"
ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
MOST_LAYERS = 5  # times that a path may be escaped over and over


def as_sent(target):
    """A path with its query as it goes over the wire: what is not allowed there escaped, ``.`` and ``..`` followed, and
    without the fragment.
    """
    path, mark, query = target.partition("#")[0].partition("?")
    path = re.sub("%2e", ".", escaped(path, OF_PATH), flags=re.IGNORECASE)
    return without_steps(path) + mark + escaped(query, OF_QUERY)


def escaped(text, safe):
    """A part of a URL with its escapes kept and in capitals; where one of them is none, every ``%`` is only a sign."""
    is_escaped = text.count("%") == len(ESCAPE.findall(text))
    made = quote(text, safe=safe + "%" if is_escaped else safe, errors="surrogateescape")
    return ESCAPE.sub(lambda found: found[0].upper(), made)


def without_steps(path):
    """A path without its ``.`` and ``..`` (RFC 3986, 5.2.4)."""
    found: list[str] = []
    *parents, last = path.split("/")
    for part in [*parents, *([last] if last not in (".", "..") else [last, ""])]:
        if part == "..":
            del found[-1:]
        elif part != ".":
            found.append(part)
    made = "/".join(found)
    return made if made.startswith("/") or not path.startswith("/") else f"/{made}"


def meant(target):
    """The path that a server may take a target for, however it is spelt: unescaped, in small letters, one slash at a time."""
    path = target.partition("?")[0].partition("#")[0]
    for _ in range(MOST_LAYERS):
        path = unquote(path)
    parts = [part.partition(";")[0] for part in path.replace("\\", "/").lower().split("/")]
    return without_steps("/" + "/".join(part for part in parts if part)) + "/"
