"""A body in chunks is the same wherever its bytes are cut, and read as http.client reads it."""

import io
from http.client import HTTPException, HTTPResponse

import pytest
from generators import cut
from hypothesis import given
from hypothesis import strategies as st

from cometapi.http import chunks
from cometapi.http.chunks import ChunkedResponse

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
DATA = st.binary(min_size=1, max_size=40) | st.sampled_from([b"\r\n", b"0\r\n\r\n", b"5\r\nhello\r\n", b"data: a\n\n"])
SIZES = st.sampled_from([b"%x\r\n", b"%X\r\n", b"%x;name=value\r\n", b"00%x\r\n", b"%x\n"])
ENDS = st.sampled_from(
    [b"0\r\n\r\n", b"000\r\n\r\n", b"0\r\nTrailer: a\r\n\r\n", b"0\r\n", b"0\r\nTrailer", b"", b"x\r\n", b"-1\r\n"]
)


class Pieces(io.RawIOBase):
    """A connection on which bytes come in these pieces."""

    def __init__(self, pieces):
        self.pieces = [piece for piece in pieces if piece]
        self.reads = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.reads += 1
        piece = self.pieces.pop(0) if self.pieces else b""
        if len(piece) > len(buffer):
            self.pieces.insert(0, piece[len(buffer) :])
        buffer[: len(piece)] = piece[: len(buffer)]
        return min(len(piece), len(buffer))

    def makefile(self, _):
        return io.BufferedReader(self)


def response(kind, pieces):
    """A response of http.client's whose bytes come in these pieces."""
    made = kind(Pieces(pieces))
    made.begin()
    return made


def body(kind, pieces, size):
    """The body as it is read piece by piece, and whether it fails."""
    made, found = response(kind, pieces), b""
    try:
        while piece := made.read1(size):
            found += piece
    except HTTPException:
        return found, True
    return found, not made.isclosed()


def written(parts, end):
    return b"".join(size % len(data) + data + b"\r\n" for size, data in parts) + end


STREAMS = st.tuples(st.lists(st.tuples(SIZES, DATA), max_size=8), ENDS).map(lambda one: written(*one))


@given(cut(STREAMS), st.sampled_from([1, 7, 65536]))
def test_chunks_are_read_as_the_library_reads_them(case, size):
    stream, pieces = case

    assert body(ChunkedResponse, [HEAD, *pieces], size) == body(HTTPResponse, [HEAD, stream], size)


def test_all_that_has_come_is_one_piece_and_one_read():
    made = response(ChunkedResponse, [HEAD, written([(b"%x\r\n", b"data: a\n\n")] * 500, b""), b"0\r\n\r\n"])
    reads = made.fp.raw.reads

    assert made.read1(65536) == b"data: a\n\n" * 500
    assert made.fp.raw.reads == reads + 1
    assert (made.read1(65536), made.isclosed()) == (b"", True)


def test_the_end_that_came_with_the_last_chunk_closes_the_response_at_once():
    made = response(ChunkedResponse, [HEAD, b"1\r\na\r\n0\r\n\r\n"])

    assert (made.read1(), made.isclosed(), made.read1()) == (b"a", True, b"")


@pytest.mark.parametrize("begin", [b"", b"0\r\n"], ids=["size", "trailers"])
def test_what_never_ends_is_bounded(begin):
    with pytest.raises(HTTPException):
        response(ChunkedResponse, [HEAD, begin, *[b"a" * 1000] * 100]).read1(65536)
    assert chunks.LONGEST < 100_000
