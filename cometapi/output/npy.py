"""NumPy arrays (``.npy``, version 1.0) with two dimensions: written as 32-bit floats, and read row by row."""

import re
import sys
from array import array
from collections.abc import Iterator

from cometapi.errors import UsageError

MARK = b"\x93NUMPY\x01\x00"
ALIGNED = 64  # the header's length is a multiple of this many bytes
HEAD = re.compile(r"\{'descr': '(<f[48])', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \}")
CODES = {"<f4": "f", "<f8": "d"}


def matrix(rows):
    """Yield the bytes of a matrix; its rows are arrays of floats of one length, None for a row of NaN."""
    width = next((len(row) for row in rows if row is not None), 0)
    head = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({len(rows)}, {width}), }}"
    length = -(-(len(MARK) + 2 + len(head) + 1) // ALIGNED) * ALIGNED - len(MARK) - 2
    yield MARK + length.to_bytes(2, "little") + head.ljust(length - 1).encode("ascii") + b"\n"
    missing = array("f", [float("nan")]) * width
    for row in rows:
        yield little(missing if row is None else row)


def little(numbers):
    """The bytes of an array in little-endian order."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def rows(path) -> Iterator[array]:
    """Yield the rows of a matrix as arrays; raises UsageError for a file that is not a matrix of 32- or 64-bit floats."""
    with open(path, "rb") as file:
        if file.read(len(MARK)) != MARK:
            raise UsageError(f"{path} is not a NumPy file of version 1.0.")
        head = HEAD.fullmatch(file.read(int.from_bytes(file.read(2), "little")).decode("latin-1").strip())
        if head is None:
            raise UsageError(f"{path} is not a two-dimensional NumPy array of floats in row-major order.")
        code, count, width = CODES[head[1]], int(head[2]), int(head[3])
        for _ in range(count):
            row = array(code)
            data = file.read(width * row.itemsize)
            if len(data) < width * row.itemsize:
                raise UsageError(f"{path} is truncated.")
            row.frombytes(data)
            if sys.byteorder == "big":
                row.byteswap()
            yield row
