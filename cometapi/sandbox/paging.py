"""One page of a sample list, as a service gives it that pages by number, by offset, by cursor or by link."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from cometapi.manifest.select import select
from cometapi.manifest.templates import put
from cometapi.sandbox.times import second

USUAL_SIZE = 10  # records of a page when nobody says
DIGITS = 16  # of a number that anybody means
MARK = "offset"  # field of the query in the sandbox's own links


def cut(document, pages, query, url, ways):
    """``(document, headers)`` of the page that a query asks for, of a sample that has every record.

    ``pages`` are the facts of the manifest, with the place of the ``rows``; ``url`` is that of the request, ``ways`` say
    how fields of the query select records.
    """
    wanted = asked(pages, query)
    items = [item for item in select(pages["rows"], document) if fits(item, wanted, ways)]
    begin = BEGINS[pages["by"]](pages, query, document, items)
    end = begin + number(query.get(pages["size"][-1]), USUAL_SIZE)
    document = with_items(document, pages["rows"], items[begin:end])
    if "total" in pages:
        put(document, pages["total"], len(items))
    has_more = end < len(items)
    if "more" in pages:
        put(document, pages["more"], has_more)
    if pages["by"] == "cursor" and is_place(pages["next"]):
        put(document, pages["next"], f"after-{end}" if has_more else None)
    if pages["by"] != "link":
        return document, {}
    link = with_field(url, MARK, end) if has_more else None
    if "next" in pages:
        put(document, pages["next"], link)
        return document, {}
    return document, {"Link": f'<{link}>; rel="next"'} if link else {}


def asked(pages, query):
    """The fields of a query that choose records, not pages."""
    own = {pages["size"][-1], pages.get("to", (MARK,))[-1], MARK}
    return {name: value.lower() for name, value in query.items() if name not in own}


def fits(item, asked, ways):
    """Whether a record has the values that a query asks for: in the way that is said for a name in ``ways``, else as far as
    it has fields of these names.
    """
    tests = [(value, *next(iter(ways.get(name, {"is": (name,)}).items()))) for name, value in asked.items()]
    return all(WAYS[way](text(select(place, item)), value) for value, way, place in tests)


def text(value):
    """A value of a record as it is compared; None for none."""
    return None if value is None else str(value).lower()


def is_like(found, value):
    """Whether a text is a value in which % stands for anything."""
    pattern = ".*".join(map(re.escape, value.split("%")))
    return found is not None and re.fullmatch(pattern, found, re.DOTALL) is not None


WAYS = {  # how a record has a value that it is asked for
    "is": lambda found, value: found in (None, value),
    "in": lambda found, value: value in (found or ""),
    "like": is_like,
    "since": lambda found, value: second(found) >= second(value),
    "until": lambda found, value: not second(value) or 0 < second(found) <= second(value, end=True),
}


def begin_of_number(pages, query, document, items):
    """Where the page of a number begins."""
    size = number(query.get(pages["size"][-1]), USUAL_SIZE)
    return max(0, number(query.get(pages["to"][-1]), 1) - 1) * size


def begin_of_offset(pages, query, document, items):
    """Where the page behind an offset begins."""
    return number(query.get(pages["to"][-1]), 0)


def begin_of_link(pages, query, document, items):
    """Where the page of one of the sandbox's own links begins."""
    return number(query.get(MARK), 0)


def begin_of_cursor(pages, query, document, items):
    """Where the page behind a marker begins: the sandbox's own, or one that a record gives."""
    token = query.get(pages["to"][-1])
    if token is None:
        return 0
    if is_place(pages["next"]):
        return number(token.removeprefix("after-"), 0)
    ends = range(1, len(items) + 1)
    markers = (select(pages["next"], with_items(document, pages["rows"], items[:end])) for end in ends)
    return next((end for end, marker in zip(ends, markers, strict=True) if str(marker) == token), len(items))


BEGINS = {
    "number": begin_of_number,
    "offset": begin_of_offset,
    "cursor": begin_of_cursor,
    "link": begin_of_link,
}


def is_place(selector):
    """Whether a selector is a path of names, at which something can be put."""
    return isinstance(selector, tuple) and all(isinstance(key, str) for key in selector)


def with_items(document, rows, items):
    """A document with these items in the place of its rows; a bare list is the items themselves."""
    if not rows:
        return items
    put(document, rows, items)
    return document


def number(text, otherwise):
    """A number that a query has, or another where it has none."""
    return int(text) if text and text.isdecimal() and len(text) < DIGITS else otherwise


def with_field(url, name, value):
    """A URL whose query has this field."""
    parts = urlsplit(url)
    fields = {**dict(parse_qsl(parts.query)), name: value}
    return urlunsplit(parts._replace(query=urlencode(fields)))
