"""Chunks of a body (RFC 9112, 7.1) cut out of all that has come, where http.client reads each of them for itself."""

from http.client import HTTPException, HTTPResponse, IncompleteRead, LineTooLong
from io import BufferedReader

from cometapi.http.upload import Resumed

PIECE = 65536  # bytes read at most at a time
LONGEST = 65536  # bytes of a line with a chunk's size, and of all trailers
END = b"\r\n"


class ChunkedResponse(HTTPResponse):
    """A response whose ``read1`` gives all that has come of a body in chunks, without a wait for more."""

    _method: str  # http.client's, of the request

    def __init__(self, *words, first=b"", **named):
        super().__init__(*words, **named)
        if first:  # bytes that were read before to detect an early answer
            self.fp = BufferedReader(Resumed(first, self.fp))
        self.cutter = Cutter()

    def read1(self, n=-1):
        """What has come of the body, at most ``n`` bytes, after a wait where nothing has; empty at its end.

        Raises IncompleteRead when the connection ends before the body does.
        """
        if not self.chunked or self.fp is None or self._method == "HEAD":
            return super().read1(n)
        found = b""
        if self.cutter.fault:
            raise self.cutter.fault
        while not (found or self.cutter.is_over):
            came = self.fp.read1(n if n > 0 else PIECE)
            found = self.cutter.cut(came) if came else self.cutter.end()
        if self.cutter.is_over:
            self.close()  # which frees the connection, even if nobody asks again
        return found


class Cutter:
    """Takes a body in chunks as its bytes come, cut anywhere, and gives back what is in the chunks."""

    def __init__(self):
        self.rest = b""  # the beginning of what is not whole: a size, or trailers
        self.left = 0  # bytes that the chunk still has, its line end among them
        self.is_trailing = False  # the last chunk has come
        self.is_over = False
        self.fault = None  # what is wrong behind the bytes that were given last

    def end(self):
        """Nothing, where the connection may end; raises IncompleteRead where chunks were to come."""
        if not self.is_trailing:
            raise IncompleteRead(b"")
        self.is_over = True
        return b""

    def cut(self, came):
        """What these bytes bring of the body; raises IncompleteRead and LineTooLong where they begin with no chunk."""
        found: list[bytes] = []
        try:
            self.cut_into(found, self.rest + came)
        except HTTPException as error:
            if not found:
                raise
            self.fault = error
        return b"".join(found)

    def cut_into(self, found, came):
        """Add to a list what these bytes bring of the body."""
        self.rest, at = b"", 0
        if self.left:
            at = self.taken(came, at, found)
        if not (self.left or self.is_trailing):
            came, at = alike(came[at:], found), 0  # once, so that no piece is looked through for each of its chunks
        while at < len(came) and not self.is_trailing:
            at = self.taken(came, at, found) if self.left else self.begun(came, at)
        if self.is_trailing:
            self.trail(came[at:])

    def taken(self, came, at, found):
        """Take what has come of a chunk from a place on; the place behind it."""
        found.append(came[at : at + max(0, self.left - len(END))])
        length = min(self.left, len(came) - at)
        self.left -= length
        return at + length

    def begun(self, came, at):
        """Take the line with a chunk's size from a place on; the place behind it."""
        end = came.find(b"\n", at)
        if (len(came) if end < 0 else end) - at > LONGEST:
            raise LineTooLong("chunk size")
        if end < 0:
            self.rest = came[at:]
            return len(came)
        size = size_of(came[at:end])
        self.left, self.is_trailing = size and size + len(END), not size
        return end + 1

    def trail(self, came):
        """Take trailers, which nobody reads, up to the blank line that ends them."""
        lines = came.split(b"\n")
        self.is_over = any(line in (b"", b"\r") for line in lines[:-1])
        if len(came) > LONGEST:
            raise LineTooLong("trailer line")
        self.rest = came


def size_of(line):
    """The size that a line tells, which may have an extension; raises IncompleteRead when it tells none."""
    try:
        size = int(line.partition(b";")[0], 16)
    except ValueError:
        size = -1
    if size < 0:
        raise IncompleteRead(b"")
    return size


def alike(came, found):
    """Take whole chunks without a line end in them, all at once; what is left.

    Between line ends stand sizes and data in turn; where all of those are as long as these say, they are the chunks.
    """
    parts = came.split(END)
    sizes, data = parts[:-1:2], parts[1:-1:2]
    try:
        told = [int(size, 16) for size in sizes[: len(data)]]
    except ValueError:
        return came
    if not data or 0 in told or told != [*map(len, data)]:
        return came
    found.extend(data)
    return END.join(parts[2 * len(data) :])
