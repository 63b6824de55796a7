"""Server-sent events: bytes in, events out (WHATWG HTML, section 9.2, "Interpreting an event stream").

Bytes may be cut anywhere. Lines are split as bytes and decoded whole, so a cut never breaks a character. Memory holds
one event at most, and of that no more than ``LARGEST``.
"""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STRAY = (
    object()
)  # type of JSON that stands in a stream without "data:"; gateways write an error so, after text has gone out
SAME = object()  # type of events that differ from the last one only in their text
LARGEST = 100 * 1024 * 1024  # bytes of a line, and of the data of an event; an image in one has some tens of millions
FIELDS = ("data", "event", "id", "retry", "")


class TooLong(Exception):
    """A line or an event is longer than anything that is read; says which."""


class Unended(str):
    """The data of an event that the stream's end leaves without its blank line: perhaps only a part of it."""


def events(chunks, repeats=None):
    """The events of an iterable of bytes: a generator of ``(type, data)``, type None where the stream names none.

    Comments are skipped, several data lines are joined by a newline, and an event that the stream's end leaves without
    its blank line still counts, as Unended. An event without data is none. Lines that begin an object instead of a field are an
    event of the type STRAY. Events that ``repeats``, a Repeats, knows come together, as one of the type SAME whose data
    are the texts in which they differ. Raises TooLong.
    """
    block = Block()
    for text in texts(chunks):
        at = 0
        while (end := text.find("\n\n", at)) >= 0:
            same, at = repeats.run(text, at) if repeats and not block.is_begun else ((), at)
            if same:
                yield SAME, same
                continue
            event = None if block.is_begun else simple(text[at:end])
            if event:
                yield event
            else:
                yield from block.lines(text[at : end + 2])
            at = end + 2
        yield from block.lines(text[at:])
    if block.data:
        yield block.kind, Unended("\n".join(block.data))


def simple(lines):
    """The event of a block of lines, its blank line left out, that are one of data, perhaps after one with its type."""
    kind = None
    if lines.startswith("event: "):
        first, _, lines = lines.partition("\n")
        kind = first[7:] or None
    if lines.startswith("data: ") and "\n" not in lines and len(lines) <= LARGEST:
        return kind, lines[6:]
    return None


class Block:
    """The lines since the last blank one, of any form."""

    def __init__(self):
        self.kind, self.size = None, 0
        self.data: list[str] = []

    @property
    def is_begun(self):
        """Whether lines before belong to the event that comes."""
        return self.kind is not None or bool(self.data)

    def lines(self, text):
        """Take whole lines; the events that they end."""
        for line in text.split("\n")[: -1 if text.endswith("\n") else None] if text else ():
            yield from self.line(line)

    def line(self, line):
        """Take a line; the event that it ends, if it ends one."""
        name, _, value = line.partition(":")
        is_stray = name not in FIELDS and (self.kind is STRAY or line.startswith("{"))
        if self.data and (not line or is_stray != (self.kind is STRAY)):
            yield self.kind, "\n".join(self.data)
            self.kind, self.data, self.size = None, [], 0
        if is_stray or name == "data":
            self.size += len(line)
            if self.size > LARGEST:
                raise TooLong("an event")
        if is_stray:
            self.kind = STRAY
            self.data.append(line)
        elif not line:
            self.kind = None
        elif name == "data":
            self.data.append(value.removeprefix(" "))
        elif name == "event":
            self.kind = value.removeprefix(" ") or None


def texts(chunks):
    """The lines that each of an iterable of bytes completes, as one text, ended by LF where they came ended by LF, CRLF or CR.

    An unended last line comes at the end. Raises TooLong.
    """
    begun, after_return, first = bytearray(), False, True
    for chunk in chunks:
        if not chunk:
            continue
        rest_of_return = after_return and chunk[:1] == b"\n"  # the LF of a CRLF that was cut in two
        after_return = chunk[-1:] == b"\r"
        if rest_of_return:
            chunk = chunk[1:]
        if b"\r" in chunk:
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        ended = chunk.rfind(b"\n") + 1
        if ended:
            begun += chunk[:ended]
            yield decoded(begun, first)
            begun, first = bytearray(), False
        begun += chunk[ended:]
        if len(begun) > LARGEST:
            raise TooLong("a line")
    if begun:
        yield decoded(begun, first)


def decoded(lines, first):
    """Lines as text, without the byte order mark that a stream may begin with."""
    return (lines.removeprefix(BYTE_ORDER_MARK) if first else lines).decode("utf-8", "replace")
