"""WAV files as they are written: one that was made as a stream says nothing true of its length, which readers believe."""

HEAD = 65536  # first bytes, in which the sound begins
UNSIGNED = 2**32  # above every length that a WAV can say


def write(file, pieces):
    """Write pieces of bytes into a file, and mend its lengths where it is a WAV and its data end before these say."""
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
    """Where the sound of a WAV begins, by its first bytes; None where they are no WAV, or do not tell."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return None
    at = 12
    while at + 8 <= len(head):
        if head[at : at + 4] == b"data":
            return at + 8
        size = int.from_bytes(head[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return None
