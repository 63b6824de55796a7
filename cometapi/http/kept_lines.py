"""A list as it is kept: one record a line, so that a search parses only the lines in which it may find something."""

import json
from itertools import chain

# The signs outside ASCII that have a letter of ASCII in their small form, by that letter.
TURNING = {"i": "\u0130".encode(), "k": "\u212a".encode()}
SIGMAS = str.maketrans("ς", "σ")  # a small sigma has another form where a word ends, which an escape before it may hide
PIECE = 64 * 1024  # bytes that are read at once


def lines_of(items):
    """The text of records, one a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return "\n".join(map(encode, items))


def items_of(file, count, wanted=()):
    """The records in the rest of a file, in which there are ``count``: all, or at least those that have a word of each of
    ``wanted``.

    Raises ValueError where the file does not have so many records.
    """
    lines, found = 0, []
    for data in pieces(file):
        lines += data.count(b"\n") + 1
        found += json.loads(b"[%b]" % (having(data, wanted) if wanted else data.replace(b"\n", b",")))
    if lines != count:
        raise ValueError("not all records are there")
    return found


def having(data, wanted):
    """The lines that have a word of each of ``wanted``, with commas between them."""
    places = sorted(set.intersection(*[set(places_of(data, words)) for words in wanted]))
    return b",".join(data[at : end_of(data, at)] for at in places)


def pieces(file):
    """The lines of a file in pieces that a processor has room for; the end of the last line of each is left out."""
    while data := file.read(PIECE):
        yield (data + file.readline()).removesuffix(b"\n")


def places_of(data, words):
    """Where the lines begin in a text of which one of the words may stand, ignoring case."""
    forms = [json.dumps(word.lower(), ensure_ascii=False)[1:-1].translate(SIGMAS) for word in words]
    if not all(form.isascii() for form in forms):
        return spelt(data, forms)
    small = data.lower()
    found = [places(small, form.encode()) for form in forms]
    turned = [sign for letter, sign in TURNING.items() if any(letter in form for form in forms)]
    return chain(*found, *(places(data, sign) for sign in turned))


def places(data, sign):
    """Where the lines begin in which something stands: one search through all of them."""
    at = data.find(sign)
    while at >= 0:
        yield data.rfind(b"\n", 0, at) + 1
        end = end_of(data, at)
        at = data.find(sign, end + 1) if end < len(data) else -1


def spelt(data, forms):
    """The same for words in any letters, line by line."""
    at = 0
    for line in data.split(b"\n"):
        text = line.decode().lower().translate(SIGMAS)
        if any(form in text for form in forms):
            yield at
        at += len(line) + 1


def end_of(data, at):
    """Where the line ends in which a place is."""
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end
