"""Server-sent events: bytes in, events out (WHATWG HTML, section 9.2, "Interpreting an event stream").

Bytes may be cut anywhere. Lines are split as bytes and decoded whole, so a cut never breaks a character. Memory holds
one event at most, and of that no more than ``LARGEST``.
"""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STRAY = (
    object()
)  # type of JSON that stands in a stream without "data:"; gateways write an error so, after text has gone out
LARGEST = 100 * 1024 * 1024  # bytes of a line, and of the data of an event; an image in one has some tens of millions
FIELDS = ("data", "event", "id", "retry", "")


class TooLong(Exception):
    """A line or an event is longer than anything that is read; says which."""


class Unended(str):
    """The data of an event that the stream's end leaves without its blank line: perhaps only a part of it."""


def events(chunks):
    """The events of an iterable of bytes: a generator of ``(type, data)``, type None where the stream names none.

    Comments are skipped, several data lines are joined by a newline, and an event that the stream's end leaves without
    its blank line still counts, as Unended. An event without data is none. Lines that begin an object instead of a field are an
    event of the type STRAY. Raises TooLong.
    """
    kind, size = None, 0
    data: list[str] = []
    for line in lines(chunks):
        name, _, value = line.partition(":")
        is_stray = name not in FIELDS and (kind is STRAY or line.startswith("{"))
        if data and (not line or is_stray != (kind is STRAY)):
            yield kind, "\n".join(data)
            kind, data, size = None, [], 0
        if is_stray or name == "data":
            size += len(line)
            if size > LARGEST:
                raise TooLong("an event")
        if is_stray:
            kind = STRAY
            data.append(line)
        elif not line:
            kind = None
        elif name == "data":
            data.append(value.removeprefix(" "))
        elif name == "event":
            kind = value.removeprefix(" ") or None
    if data:
        yield kind, Unended("\n".join(data))


def lines(chunks):
    """The lines of an iterable of bytes as text, ended by LF, CRLF or CR; an unended last line counts. Raises TooLong."""
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
        *ended, rest = chunk.split(b"\n")
        for line in ended:
            begun += line
            yield decoded(begun, first)
            begun, first = bytearray(), False
        begun += rest
        if len(begun) > LARGEST:
            raise TooLong("a line")
    if begun:
        yield decoded(begun, first)


def decoded(line, first):
    """A line as text, without the byte order mark that a stream may begin with."""
    return (line.removeprefix(BYTE_ORDER_MARK) if first else line).decode("utf-8", "replace")
