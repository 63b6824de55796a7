"""A list as it is kept: one record a line, so that a search parses only the lines in which it may find something."""

import json

# The signs outside ASCII that have a letter of ASCII in their small form.
TURNING = tuple(sign.encode() for sign in "\u0130\u212a")
SIGMAS = str.maketrans("ς", "σ")  # a small sigma has another form where a word ends, which an escape before it may hide


def lines_of(items):
    """The text of records, one a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return "\n".join(map(encode, items))


def items_of(data, count, wanted=()):
    """The records in these bytes, in which there are ``count``: all, or at least those that have a word of each of ``wanted``.

    Raises ValueError where the bytes are not so many records.
    """
    lines = data.split(b"\n") if data else []
    if len(lines) != count:
        raise ValueError("not all records are there")
    for words in wanted:
        lines = list(filter(may_have(words), lines))
    return json.loads(b"[%b]" % b",".join(lines))


def may_have(words):
    """The function that tells whether one of the words may stand in a text of a line, ignoring case."""
    forms = [json.dumps(word.lower(), ensure_ascii=False)[1:-1].translate(SIGMAS) for word in words]
    if not all(form.isascii() for form in forms):

        def find(line):
            text = line.decode().lower().translate(SIGMAS)
            return any(form in text for form in forms)

        return find
    signs = [form.encode() for form in forms]

    def find_bytes(line):
        small = line.lower()
        return any(sign in small for sign in signs) or any(sign in line for sign in TURNING)

    return find_bytes
