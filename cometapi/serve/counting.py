"""How many tokens a request has, for clients that ask before they send: an estimate, because only the service can count.

Words, numbers and signs are counted as most tokenizers cut them. For English text, code and JSON the estimate is meant to be within
a third of the truth, rather above it than below.
"""

import re

from cometapi.spending.estimate import texts

PIECES = re.compile(r"[A-Za-z]+|\d+|[^\sA-Za-z\d]")
LETTERS, DIGITS = 6, 3  # of a word, and of a number, that are one token
SIGNS = 0.7  # tokens of a sign: several that stand together are often one
TURN, TOOL, ALWAYS = 4, 12, 8  # tokens that a protocol adds to each of them, and to every request
MEDIUM = 1600  # tokens of an image or a page
DATA = 512  # characters from which a text without a space is no text
LISTS = ("messages", "input", "contents")  # of turns


def tokens(body):
    """The tokens of a request's body: its instructions, turns and tools."""
    body = body if isinstance(body, dict) else {}
    said = sum(of_text(one) for name, value in body.items() if name != "model" for one in texts(value))
    named = sum(of_text(one) for one in keys(body.get("tools")))
    turns = sum(len(body[name]) for name in LISTS if isinstance(body.get(name), list))
    return round(ALWAYS + said + named + turns * TURN + len(body.get("tools") or ()) * TOOL)


def of_text(text):
    """The tokens of a text; of the data of a medium those of a medium."""
    if len(text) > DATA and " " not in text and "\n" not in text:
        return MEDIUM
    return sum(map(of_piece, PIECES.findall(text)))


def of_piece(piece):
    """The tokens of a word, a number or a sign."""
    if piece.isascii() and piece.isalpha():
        return 1 + (len(piece) - 1) // LETTERS * 0.5
    if piece.isdigit():
        return -(-len(piece) // DIGITS)
    return SIGNS if piece.isascii() else 1


def keys(value):
    """The names of all fields in a JSON value: a generator."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from keys(one)
    elif isinstance(value, list):
        for one in value:
            yield from keys(one)
