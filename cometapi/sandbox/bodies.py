"""What a request to the sandbox holds, as a JSON value that samples can be chosen by; files pass through, and are not kept."""

import re
from urllib.parse import parse_qsl

from cometapi.cli.json_text import value_of
from cometapi.loopback import framing

LARGEST_TEXT = 64 * 1024 * 1024  # bytes of a document or a field; what is longer is read, and not looked at
ESCAPES = {"%22": '"', "%0D": "\r", "%0A": "\n"}  # of names in a multipart body (WHATWG)


def read(headers, stream):
    """The body of a request as a JSON value, read to its end from a stream: None without one. Raises Malformed."""
    return value(headers, framing.pieces(headers, stream))


def value(headers, pieces):
    """The pieces of a body as a JSON value, all of them read.

    JSON is the value itself, a form a dict of its fields (a list where one is repeated), and a file
    ``{"name", "size", "media_type"}``, be it a part of a form or, without a name, the whole body.
    """
    kind = headers.get_content_type() if "Content-Type" in headers else None
    try:
        found = reader_of(kind)(pieces, headers)
    except (ValueError, RecursionError):
        found = None
    for _ in pieces:  # else what is left would be taken for the next request
        pass
    return found


def text(pieces):
    """A body as text; raises ValueError when it is longer than anything that is looked at, or no UTF-8."""
    found, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size <= LARGEST_TEXT:
            found.append(piece)
    if size > LARGEST_TEXT:
        raise ValueError("too long")
    return b"".join(found).decode("utf-8")


def document(pieces, _):
    """A JSON value."""
    return value_of(text(pieces) or "null")


def form(pieces, _):
    """The fields of a form."""
    return gathered(parse_qsl(text(pieces), keep_blank_values=True))


def file(pieces, headers):
    """A body that is a file; None where nothing is sent."""
    size = sum(map(len, pieces))
    return {"size": size, "media_type": headers.get("Content-Type")} if size else None


def multipart(pieces, headers):
    """The fields of a multipart form."""
    reader = Reader(pieces)
    delimiter = f"\r\n--{headers.get_boundary('')}".encode("latin-1")
    fields = []
    for _ in reader.until(delimiter):  # the preamble
        pass
    while reader.take(2) == b"\r\n":
        head = text(reader.until(b"\r\n\r\n"))
        content = reader.until(delimiter)
        names = {key: unescaped(value) for key, value in re.findall(r'[;\s](name|filename)="([^"]*)"', head)}
        if "filename" in names:
            media_type = re.search(r"(?im)^content-type:\s*(.*?)\s*$", head)
            size = sum(map(len, content))
            value = {"name": names["filename"], "size": size, "media_type": media_type and media_type[1]}
        else:
            value = text(content)
        fields.append((names.get("name", ""), value))
    return gathered(fields)


def unescaped(name):
    """A name of a part without its escapes."""
    return re.sub("%22|%0D|%0A", lambda found: ESCAPES[found[0]], name)


def gathered(fields):
    """Fields as a dict; those of one name as a list."""
    found = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


class Reader:
    """Pieces read up to marks between them, with no more than a piece held."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.held = b"\r\n"  # the line end that the first delimiter may lack

    def until(self, mark):
        """The bytes before a mark, a piece at a time: a generator; the mark is left behind. Raises ValueError without one."""
        while (at := self.held.find(mark)) < 0:
            keep = len(mark) - 1
            if len(self.held) > keep:
                yield self.held[:-keep]
                self.held = self.held[-keep:]
            self.more()
        yield self.held[:at]
        self.held = self.held[at + len(mark) :]

    def take(self, count):
        """The next bytes, so many."""
        while len(self.held) < count:
            self.more()
        taken, self.held = self.held[:count], self.held[count:]
        return taken

    def more(self):
        """Read one piece more; raises ValueError at the end."""
        piece = next(self.pieces, None)
        if piece is None:
            raise ValueError("ended before its last part did")
        self.held += piece


def reader_of(kind):
    """The function that reads a body of a media type; what does not say what it is, is taken for JSON."""
    return document if kind is None or kind.endswith(("/json", "+json")) else READERS.get(kind, file)


READERS = {
    "application/x-www-form-urlencoded": form,
    "multipart/form-data": multipart,
}
