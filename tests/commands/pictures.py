"""Small pictures, made here: PNG of any kind of colour, and the heads of others."""

import struct
import zlib

JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08\0\x30\0\x40\3\1\x22\0\2\x11\1\3\x11\1"
    + bytes(40)
)
WEBP = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\0\0\x2f\0\0" + bytes(20)


def png(width=64, height=48, *, colour=6, depth=8, clear=(), filters=(0,), interlaced=False, more=b""):
    """A PNG whose pixels in ``clear`` (places as ``(column, row)``) are transparent; its rows use these filters in turn."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    step = samples * depth // 8

    def pixel(column, row):
        value = bytes([(7 * column + 13 * row) % 251]) * (depth // 8) * (samples - (colour in (4, 6)))
        return value + (b"" if colour not in (4, 6) else (b"\0" if (column, row) in clear else b"\xff") * (depth // 8))

    if interlaced:
        parts = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    else:
        parts = [(0, 0, 1, 1)]
    data = b""
    for left, top, across, down in parts:
        before = None
        for number, row in enumerate(range(top, height, down)):
            line = b"".join(pixel(column, row) for column in range(left, width, across))
            if line:
                kind = filters[number % len(filters)]
                data += bytes([kind]) + filtered(kind, line, before or bytes(len(line)), step)
                before = line
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    )


def chunk(kind, body):
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def filtered(kind, line, above, step):
    """A row of bytes in one of the five filters of PNG."""
    found = bytearray()
    for at, one in enumerate(line):
        left = line[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        guess = left + above[at] - corner
        near = min((left, above[at], corner), key=lambda other: abs(guess - other))
        found.append((one - (0, left, above[at], (left + above[at]) // 2, near)[kind]) & 255)
    return bytes(found)
