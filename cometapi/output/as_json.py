"""JSON: two spaces, text as it is, one record after the other."""

import json
import re
from json.encoder import c_make_encoder, encode_basestring, encode_basestring_ascii
from marshal import dumps
from math import isfinite

from cometapi.output.formats import changed_for_machines, faces_for_machines, machine_record
from cometapi.output.plain import finite

# A terminal obeys some of these, others cannot be seen, and a lone surrogate cannot be encoded: as escapes they mean the
# same to a parser. Those that join or part the letters of a word and the parts of an emoji stay.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)

PLAIN = 2  # the version of marshal that writes equal values alike, whoever else refers to them
NESTED = {dict, list, tuple}
WORDS = {True: "true", False: "false", None: "null"}


def write_rows(columns, records, out):
    """Print an array; it is closed even when reading breaks off, so stdout holds what was complete."""
    text, begun = row(columns, out), False
    try:
        for record in records:
            item = harmless(text(record))
            out.write(f",\n  {item}" if begun else f"[\n  {item}")
            begun = True
    finally:
        if begun:
            out.write("\n]\n")
    if not begun:
        out.write("[]\n")


def row(columns, out):
    """The function of a record that gives its text in an array: what is no list or object is written without a detour."""
    names, changed, laid = [column["name"] for column in columns], changed_for_machines(columns), layout(out)
    string = encode_basestring if out.is_unicode else encode_basestring_ascii
    simple = {str: string, int: int.__repr__, bool: WORDS.__getitem__, type(None): WORDS.__getitem__, float: amount}
    frame = ",\n".join(f"    {string(name)}: ".replace("%", "%%") + "%s" for name in names)
    frame = f"{{\n{frame}\n  }}" if names else "{}"

    def inner(value):
        return laid(value, 2)

    def text(record):
        values = list(map(record.get, names))
        for place, read in changed:
            values[place] = read(values[place])
        return frame % tuple([simple.get(type(value), inner)(value) for value in values])

    return text


def amount(value):
    """The text of a number with a fraction; null where it is none."""
    return float.__repr__(value) if isfinite(value) else "null"


def write_lines_of(columns, records, out):
    """Print one object a line, for a list that has no end."""
    faces = faces_for_machines(columns)
    for record in records:
        shown = finite({name: read(record.get(name)) for name, read in faces})
        line = json.dumps(shown, ensure_ascii=not out.is_unicode, allow_nan=False)
        out.write(harmless(line) + "\n")


def write_record(columns, record, out):
    """Print one object."""
    out.write(text(machine_record(columns, record), out) + "\n")


def write_answer(answer, columns, out):
    """Print the service's whole reply."""
    out.write(text(answer.document(), out) + "\n")


def text(value, out):
    """A JSON value, indented, harmless to a terminal."""
    return harmless(layout(out)(value, 0))


def layout(out):
    """The function of a JSON value and its depth that gives its text as ``json.dumps(value, indent=2)`` lays it out."""
    laid = Layout(out.is_unicode)

    def read(value, depth):
        try:
            return laid.text(value, depth)
        except ValueError:  # what JSON has no word for
            return laid.text(finite(value), depth)

    return read


class Layout:
    """JSON in lines, most of it by the library's encoder in C, whose own indentation is Python and several times slower.

    The encoder is given whatever has no lists or objects inside; one for each depth has its line ends between the parts.
    What has some, such as the endpoints of a model, is often the same in thousands of records, and kept for them.
    """

    MOST_KEPT, LONGEST_KEPT = 500, 4000
    REPEATED = (2, 3)  # the depths at which that is looked for: in records of a list, and of a list in a reply

    def __init__(self, is_unicode):
        self.is_ascii = not is_unicode
        self.string = encode_basestring if is_unicode else encode_basestring_ascii
        self.encoders = []
        self.kept = {}

    def text(self, value, depth):
        """The text of a value that stands at a depth; raises ValueError for a number that is none."""
        if not value or type(value) not in NESTED:
            return self.encode(value, depth)
        joint = "\n" + "  " * (depth + 1)
        opened, closed = "{}" if type(value) is dict else "[]"
        if NESTED.isdisjoint(map(type, value.values() if opened == "{" else value)):
            inner = self.encode(value, depth)[1:-1]
        else:
            return self.again(value, depth) if depth in self.REPEATED else self.nested(value, depth)
        return f"{opened}{joint}{inner}{joint[:-2]}{closed}"

    def again(self, value, depth):
        """The text of a list or an object that others may be the same as."""
        key = (depth, dumps(value, PLAIN))
        if key in self.kept:
            return self.kept[key]
        made = self.nested(value, depth)
        if len(self.kept) < self.MOST_KEPT and len(made) < self.LONGEST_KEPT:
            self.kept[key] = made
        return made

    def nested(self, value, depth):
        """The text of a list or an object that has some inside."""
        joint = "\n" + "  " * (depth + 1)
        if type(value) is dict:
            return f"{{{joint}{f',{joint}'.join(self.members(value, depth))}{joint[:-2]}}}"
        return f"[{joint}{f',{joint}'.join([self.text(item, depth + 1) for item in value])}{joint[:-2]}]"

    def members(self, value, depth):
        """The members of an object: as many as follow each other without lists or objects inside are one text."""
        simple = {}
        for key, item in value.items():
            if type(item) not in NESTED:
                simple[key] = item
                continue
            if simple:
                yield self.encode(simple, depth)[1:-1]
                simple = {}
            yield f"{self.string(key)}: {self.text(item, depth + 1)}"
        if simple:
            yield self.encode(simple, depth)[1:-1]

    def encode(self, value, depth):
        """The text of a value by the encoder of a depth."""
        while len(self.encoders) <= depth:
            self.encoders.append(encoder(self.is_ascii, ",\n" + "  " * (len(self.encoders) + 1)))
        return self.encoders[depth](value)


def encoder(is_ascii, joint):
    """The function of a JSON value that gives its text, with ``joint`` between its parts; raises ValueError."""
    made = json.JSONEncoder(ensure_ascii=is_ascii, allow_nan=False, separators=(joint, ": "))
    if not c_make_encoder:
        return made.encode
    string = encode_basestring_ascii if is_ascii else encode_basestring
    pieces = c_make_encoder(None, made.default, string, None, ": ", joint, False, False, False)  # one for all values
    return lambda value: "".join(pieces(value, 0))


def harmless(made):
    """JSON text in which what a terminal obeys, or what cannot be encoded, stands as an escape of the same meaning."""
    if (made.isascii() and "\x7f" not in made) or made.replace("\n", "").isprintable():
        return made
    return _UNSAFE.sub(lambda found: escape(found[0]), made)


def escape(sign):
    """A character as JSON spells it in ASCII."""
    return json.dumps(sign)[1:-1]


def error_object(error, hint, exit_code, trace=None):
    """An error as one line of JSON, for whoever reads stderr by program; ``trace`` is its traceback where that is wanted."""
    told = {} if trace is None else {"traceback": trace.splitlines()}
    return json.dumps(
        {"error": {**error_facts(error), "hint": hint, "exit_code": exit_code, **told}}, ensure_ascii=True
    )


def error_facts(error):
    """What is known of an error, by the names of the error envelope."""
    return {
        "code": error.code or error.exit,
        "message": error.message,
        "service_message": error.service_message,
        "hint": error.hint,
        "http_status": error.http_status,
        "request_id": error.request_id,
        "retryable": error.retryable,
        "retry_after": error.retry_after,
    }
