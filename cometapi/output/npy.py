"""Matrices of NumPy (``.npy``, version 1.0) of 32-bit floats: written, and read a row at a time."""

import re
import sys
from array import array
from collections.abc import Iterator

from cometapi.errors import UsageError

MARK = b"\x93NUMPY\x01\x00"
ALIGNED = 64  # bytes of which the header is a multiple
HEAD = re.compile(r"\{'descr': '(<f[48])', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \}")
CODES = {"<f4": "f", "<f8": "d"}


def matrix(rows):
    """The pieces of a matrix whose rows are arrays of floats of one length; None is a row that is no number."""
    width = next((len(row) for row in rows if row is not None), 0)
    head = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({len(rows)}, {width}), }}"
    length = -(-(len(MARK) + 2 + len(head) + 1) // ALIGNED) * ALIGNED - len(MARK) - 2
    yield MARK + length.to_bytes(2, "little") + head.ljust(length - 1).encode("ascii") + b"\n"
    missing = array("f", [float("nan")]) * width
    for row in rows:
        yield little(missing if row is None else row)


def little(numbers):
    """The bytes of an array, the least first."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def rows(path) -> Iterator[array]:
    """The rows of a matrix, each an array; raises UsageError for a file that is none of 32- or 64-bit floats."""
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
