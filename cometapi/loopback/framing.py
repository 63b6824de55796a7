"""How long the body of a request is, and its bytes as they come (RFC 9112, 6)."""

DIGITS = 16  # of a length that anybody means
PIECE = 65536  # bytes read at most at a time


class Malformed(Exception):
    """A request is not what HTTP says; says why."""


def pieces(headers, stream):
    """The pieces of a request's body: a generator. Raises Malformed, at once where the head tells."""
    coding = headers.get("Transfer-Encoding", "").strip().lower()
    if coding == "chunked":
        return chunks(stream)
    return counted(length_of(headers.get("Content-Length", "0").strip()), stream)


def check(headers):
    """Raise Malformed where two readers of a request could see its end at different places."""
    codings, lengths = headers.get_all("Transfer-Encoding") or [], headers.get_all("Content-Length") or []
    if [one.strip().lower() for one in codings] not in ([], ["chunked"]):
        raise Malformed("Transfer-Encoding must be chunked")
    if codings and lengths:
        raise Malformed("Content-Length and Transfer-Encoding exclude each other")
    if len(lengths) > 1:
        raise Malformed("Content-Length is given twice")
    if lengths:
        length_of(lengths[0].strip())


def counted(left, stream):
    """The pieces of a body of known length: a generator."""
    while left and (piece := stream.read(min(left, PIECE))):
        left -= len(piece)
        yield piece


def length_of(text):
    """The length that a header tells; raises Malformed for what is none."""
    if not (text.isascii() and text.isdecimal() and len(text) < DIGITS):
        raise Malformed("Content-Length is no number")
    return int(text)


def size_of(line):
    """The size that the line before a chunk tells; raises Malformed for what is none."""
    word = line.partition(b";")[0].strip()
    if len(word) >= DIGITS or not word or word.strip(b"0123456789abcdefABCDEF"):
        raise Malformed("A chunk has no size")
    return int(word, 16)


def chunks(stream):
    """The pieces of a body in chunks of HTTP: a generator."""
    while (size := size_of(stream.readline(PIECE))) > 0:
        while size and (piece := stream.read(min(size, PIECE))):
            size -= len(piece)
            yield piece
        stream.readline(PIECE)
    while stream.readline(PIECE).strip():  # trailers
        pass
