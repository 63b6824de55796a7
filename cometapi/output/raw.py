"""``--raw``: what the service sent, byte for byte, after it has been read and judged like any other reply."""

from cometapi.errors import CometError
from cometapi.output.results import Answer, Download, Rows


def raw(result, bodies):
    """The Download of the replies that a result is read from. ``bodies`` is the list into which they come as it is read."""
    return result if isinstance(result, Download) else Download(pieces(result, bodies))


def pieces(result, bodies):
    """The bytes as they come, several pages one after the other; what failed is raised when what had come is given."""
    try:
        for _ in everything(result):
            if isinstance(result, Answer):
                yield from taken(bodies)
    except CometError:
        if isinstance(result, Answer):
            yield from taken(bodies)
        raise
    yield from taken(bodies)


def everything(result):
    """What has to be read so that a result is judged."""
    return result.everything if isinstance(result, Answer) else result.records if isinstance(result, Rows) else ()


def taken(bodies):
    """The pieces that have come, which are then no longer kept."""
    found, bodies[:] = list(bodies), []
    return found


def tapped(chunks, bodies):
    """The pieces of a stream, each of them kept."""
    for piece in chunks:
        bodies.append(piece)
        yield piece
