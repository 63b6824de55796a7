"""Checks of images before they are sent: their size in pixels, and whether a PNG has transparent pixels."""

import struct
import zlib
from itertools import chain

PNG, IEND = b"\x89PNG\r\n\x1a\n", b"IEND"
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # JPEG markers of segments with the image size
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # channels by PNG color type; the last one of 4 and 6 is alpha
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # of Adam7
PIECE = 65536  # bytes read or inflated at a time


def size(file):
    """``(width, height)`` in pixels of the PNG, GIF, WebP or JPEG in a file that is open for reading; None for any other."""
    head = file.read(30)
    if head.startswith(PNG) and len(head) >= 24:
        return struct.unpack(">II", head[16:24])
    if head.startswith(b"GIF8") and len(head) >= 10:
        return struct.unpack("<HH", head[6:10])
    if head[8:12] == b"WEBP" and len(head) == 30:
        return size_of_webp(head)
    if head.startswith(b"\xff\xd8"):
        file.seek(2)
        return size_of_jpeg(file)
    return None


def misfit(facts, picture, other):
    """Why the pixels of an Upload do not fit an argument, as the end of a sentence, or None.

    ``other`` is the Upload whose size it must have, or None.
    """
    with picture.open() as file:
        if "see_through" in facts and file.read(len(PNG)) != PNG:
            return f"must be a PNG, but {picture.path} is {picture.media_type}"
        file.seek(0)
        own = size(file)
        file.seek(0)
        if "see_through" in facts and not is_see_through(file):
            return f"must have transparent pixels in the areas to edit, but {picture.path} has none"
    wanted = size_of(other) if other else None
    if own and wanted and own != wanted:
        return (
            f"must have the same size as {other.path}, {wanted[0]}x{wanted[1]}, but {picture.path} is {own[0]}x{own[1]}"
        )
    return None


def size_of(picture):
    """The size of an Upload in pixels, or None if unknown."""
    with picture.open() as file:
        return size(file)


def size_of_webp(head):
    """The size of a WebP image, from its first chunk."""
    kind = head[12:16]
    if kind == b"VP8X":
        return tuple(int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[26:30])
    return width & 0x3FFF, height & 0x3FFF


def size_of_jpeg(file):
    """The size of a JPEG image, from its first frame header."""
    while (mark := file.read(2)) and mark[0] == 0xFF and len(mark) == 2:
        while mark[1] == 0xFF:  # padding
            mark = mark[1:] + file.read(1)
        head = file.read(2)
        if len(head) < 2:
            return None
        if mark[1] in FRAMES:
            found = file.read(5)
            return struct.unpack(">HH", found[1:])[::-1] if len(found) == 5 else None
        file.seek(int.from_bytes(head, "big") - 2, 1)
    return None


def is_see_through(file):
    """Whether the PNG in a file has a pixel that is not fully opaque; True if it cannot be read, so that the service decides."""
    try:
        return any(transparencies(file))
    except (zlib.error, struct.error, KeyError, IndexError, ValueError):
        return True


def transparencies(file):
    """Yield for each row of a PNG whether it has such a pixel; a single True for a palette or color with transparency."""
    if file.read(8) != PNG:
        raise ValueError("no PNG")
    facts, data = (), chunks(file)
    for kind, body in data:
        if kind == b"IHDR":
            facts = struct.unpack(">IIBBBBB", body)
        elif kind == b"tRNS":
            yield True
            return
        elif kind == b"IDAT":
            break
    width, height, depth, colour, _, _, is_interlaced = facts
    if colour not in (4, 6):
        return
    step = CHANNELS[colour] * depth // 8
    rows = inflated(body, data)
    for columns, lines in passes(width, height) if is_interlaced else [(width, height)]:
        yield from opacities(rows, columns, lines, step, depth // 8)


def chunks(file):
    """Yield ``(kind, body)`` of the chunks of a PNG."""
    while len(head := file.read(8)) == 8 and head[4:] != IEND:
        body = file.read(int.from_bytes(head[:4], "big"))
        file.read(4)  # its checksum
        yield head[4:], body


def inflated(first, data):
    """A function that returns the next ``n`` bytes of the decompressed pixels."""
    inflater, held = zlib.decompressobj(), bytearray()
    pieces = chain([first], (body for kind, body in data if kind == b"IDAT"))

    def take(count):
        while len(held) < count:
            piece = inflater.unconsumed_tail or next(pieces, None)
            if piece is None:
                raise ValueError("cut off")
            held.extend(inflater.decompress(piece, PIECE))
        taken = bytes(held[:count])
        del held[:count]
        return taken

    return take


def passes(width, height):
    """The size of each pass of an interlaced PNG that is not empty."""
    for left, top, across, down in PASSES:
        columns, lines = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and lines > 0:
            yield columns, lines


def opacities(take, columns, lines, step, depth):
    """Yield for each row whether it has an alpha byte below the maximum; PNG filters do not mix channels."""
    before = [bytes(columns) for _ in range(depth)]
    for _ in range(lines):
        kind, row = take(1)[0], take(columns * step)
        channels = [row[step - depth + at :: step] for at in range(depth)]
        before = [unfiltered(kind, one, above) for one, above in zip(channels, before, strict=True)]
        yield any(one.count(255) != columns for one in before)


def unfiltered(kind, row, above):
    """The bytes of one channel of a row, unfiltered with the row above."""
    if kind == 0:
        return row
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(row, above, strict=True))
    left = corner = 0
    found = bytearray()
    for one, up in zip(row, above, strict=True):
        left = (one + PREDICTORS[kind](left, up, corner)) & 255
        corner = up
        found.append(left)
    return bytes(found)


def paeth(left, up, corner):
    """The Paeth predictor (PNG specification, 9.4)."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))


PREDICTORS = {
    1: lambda left, up, corner: left,
    3: lambda left, up, corner: (left + up) // 2,
    4: paeth,
}
