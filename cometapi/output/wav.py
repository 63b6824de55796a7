"""Writing WAV files: streamed ones have a wrong length in their header, which is corrected."""

HEAD = 65536  # the audio data begins within this many bytes
UNSIGNED = 2**32  # more than any length in a WAV header


def write(file, pieces):
    """Write pieces of bytes to a file; if it is a WAV with less data than its header says, correct the lengths."""
    head, size = b"", 0
    for piece in pieces:
        head += piece[: HEAD - len(head)]
        size += len(piece)
        file.write(piece)
    start = data_start(head)
    if start is None or size >= UNSIGNED or not file.seekable():
        return
    told = int.from_bytes(head[start - 4 : start], "little")
    if 0 < told <= size - start:
        return
    for place, length in ((4, size - 8), (start - 4, size - start)):
        file.seek(place)
        file.write(length.to_bytes(4, "little"))
    file.seek(0, 2)


def data_start(head):
    """The offset of the audio data in the first bytes of a WAV, or None if it is not a WAV or not found."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return None
    at = 12
    while at + 8 <= len(head):
        if head[at : at + 4] == b"data":
            return at + 8
        size = int.from_bytes(head[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return None
