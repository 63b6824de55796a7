"""Texts in the cells of a table: how wide they are, where a line may end, and points of amounts below each other."""

import re
from functools import cache, partial
from itertools import chain

_MARKS = r"\-/_,;&?，。、；："
_AMOUNT = re.compile(r"-?\$[\d,]+(?:\.\d+)?")
_PIECES = rf"\s+|[{_MARKS}]*[^\s{_MARKS}]+[{_MARKS}]*|[{_MARKS}]+"  # a line may end after each


def decimals(text):
    """How many signs an amount of money has from its point on."""
    return len(text) - len(text.partition(".")[0]) if "$" in text[:2] and _AMOUNT.fullmatch(text) else 0


def aligned(text, most):
    """An amount with spaces behind it that put its point below those of others; any other text as it is."""
    if not most or not _AMOUNT.fullmatch(text):
        return text
    return text + " " * (most - len(text) + len(text.partition(".")[0]))


def wrapped(text, room):
    """The text in lines that fit, ended after spaces, in a word that is longer after punctuation, else anywhere."""
    if room is None or width(text) <= room:
        return [text]
    lines = [""]
    for piece in chain.from_iterable(map(partial(_pieces, room=room), re.findall(r"\s+|\S+", text))):
        if width(lines[-1] + piece.rstrip()) <= room:
            lines[-1] += piece
        elif width(piece) <= room:
            lines.append(piece.lstrip())
        else:
            *whole, last = _folded(lines.pop() + piece, room)
            lines += [*whole, last]
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _pieces(word, room):
    return [word] if width(word) <= room else re.findall(_PIECES, word)


def _folded(text, room):
    from rich.cells import chop_cells

    return chop_cells(text, max(2, room)) or [""]


def width(text):
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return cell_len()(text)


@cache
def cell_len():
    """rich's function of a text that gives its width; loaded for the first text that needs it."""
    from rich.cells import cell_len

    return cell_len
