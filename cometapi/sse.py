"""Server-sent events: bytes in, events out (WHATWG HTML, section 9.2, "Interpreting an event stream").

Bytes may be cut anywhere. Lines are split as bytes and decoded whole, so a cut never breaks a character. Memory holds
one event at most.
"""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def events(chunks):
    """The events of an iterable of bytes: a generator of ``(type, data)``, type None where the stream names none.

    Comments are skipped, several data lines are joined by a newline, and an event that the stream's end leaves without
    its blank line still counts. An event without data is none.
    """
    kind, data = None, []
    for line in lines(chunks):
        if not line:
            if data:
                yield kind, "\n".join(data)
            kind, data = None, []
            continue
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            data.append(value)
        elif name == "event":
            kind = value or None
    if data:
        yield kind, "\n".join(data)


def lines(chunks):
    """The lines of an iterable of bytes as text, ended by LF, CRLF or CR; an unended last line counts."""
    parts, after_return, first = [], False, True
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
            parts.append(line)
            yield decoded(parts, first)
            parts, first = [], False
        if rest:
            parts.append(rest)
    if parts:
        yield decoded(parts, first)


def decoded(parts, first):
    """A line as text, without the byte order mark that a stream may begin with."""
    line = b"".join(parts)
    return (line.removeprefix(BYTE_ORDER_MARK) if first else line).decode("utf-8", "replace")
