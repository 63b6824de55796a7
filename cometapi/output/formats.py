"""The two faces of a value: one for people, one for machines.

A column's ``format`` is None or a dict ``{"kind": ...}`` with the numbers of that kind, its ``words`` a dict from raw
value to word. Services are loose with types, so numbers may come as strings and anything may be null: a value that
does not fit its kind is shown as plain text, never as an error.
"""

import math

from cometapi.output.kinds import KINDS, seconds
from cometapi.output.plain import MISFITS, SCALARS, finite, number, plain

NUMERIC = {"money", "count", "percent", "duration"}
UNBROKEN = {"time", "day", "price"}  # kinds that read badly over two lines, as numbers do


def people(column, value):
    """The value as a person reads it: ``$1,234.50``, a local time, an empty string for null."""
    return face(0, column)(value)


def machine(column, value):
    """The value as a script reads it: a JSON value in plain units, ISO 8601 UTC, null for null."""
    return finite(face(1, column)(value))


def face_for_people(column):
    """The function that makes of a raw value of a column what a person reads."""
    return face(0, column)


def faces_for_people(columns):
    """For each column its name and the function that makes of a raw value what a person reads."""
    return [(column["name"], face(0, column)) for column in columns]


def faces_for_machines(columns):
    """For each column its name and the function that makes of a raw value what a script reads."""
    return [(column["name"], face(1, column)) for column in columns]


def changed_for_machines(columns):
    """For each column of which a script reads something else than the service sent, its place and its function.

    Numbers that are none are left to whoever prints the values.
    """
    faces = [(place, face(1, column)) for place, column in enumerate(columns)]
    return [(place, read) for place, read in faces if read is not _plainly]


def machine_record(columns, record):
    """The record as one JSON object, in the order of the columns; null for what the service did not send."""
    return {name: read(record.get(name)) for name, read in faces_for_machines(columns)}


def is_numeric(column, values):
    """Whether a column holds numbers, so that it is aligned to the right; ``values`` are raw ones, nulls left out."""
    if column.get("words"):
        return False
    if column.get("format"):
        return column["format"]["kind"] in NUMERIC
    return bool(values) and all(type(value) in (int, float) for value in values)


def is_unbroken(column):
    """Whether the values of a column that holds no numbers are to stay on one line all the same."""
    return (column.get("format") or {}).get("kind") in UNBROKEN


def is_time(column):
    """Whether the values of a column are moments."""
    return (column.get("format") or {}).get("kind") == "time"


RECENT = 183 * 86400  # seconds within which month and day say which year is meant


def are_recent(columns, records):
    """Whether some column has moments, and all of them are of the last half a year."""
    import time

    moments = [seconds(record.get(one["name"]), one["format"]) for one in columns if is_time(one) for record in records]
    told = [moment for moment in moments if moment is not None]
    return bool(told) and all(-86400 < time.time() - moment < RECENT for moment in told)


def short_time(text):
    """A time as people read it, without year and seconds: ``03-25 04:21``; other texts as they are."""
    return text[5:16] if len(text) > 16 and text[4:5] == "-" else text


def face(which, column):
    """The function that makes of a raw value of a column what people (0) or machines (1) read; looked up once for many."""
    words, numbers = column.get("words"), column.get("format") or {}
    kind, least = numbers.get("kind"), numbers.get("least")
    convert = KINDS[kind][which] if kind in KINDS else None
    if not words and convert is None and least is None:
        return PLAIN[which]
    bare, unlimited = ((plain, "Unlimited"), (_itself, None))[which]
    tidy = _tidy if which or kind == "price" else finite  # a price looks itself
    same = SAME[which].get(kind) if least is None and not words else None

    def read(value):
        if type(value) is same:
            return value
        if type(value) not in SCALARS:
            if value == math.inf:
                return unlimited
            value = tidy(value)
        word = _word(words, value) if words else None
        if word is not None:
            return word
        if kind == "money" and isinstance(value, list) and None in value:
            return bare(None)  # a sum of which a part is not known
        if least is not None and _below(value, least):
            value = None  # the service's way of saying that it does not know
        if value is not None or kind == "list":
            try:
                return convert(value, numbers) if convert else bare(value)
            except MISFITS:
                pass  # not what the kind expects: shown as it came
        return bare(value)

    return read


def _plainly_for_people(value):
    if type(value) is str:
        return value
    return "Unlimited" if value == math.inf else plain(finite(value))


def _plainly(value):
    if type(value) in SCALARS:
        return value
    return None if value == math.inf else _tidy(value)


PLAIN = (_plainly_for_people, _plainly)
SAME = ({"text": str}, {"count": int, "percent": int, "yes_no": bool, "text": str})  # what kinds leave as it is


def _itself(value):
    return value


def _tidy(value):
    """A value whose numbers are finite; those inside of lists and objects are left to whoever prints them."""
    return value if type(value) in (dict, list) else finite(value)


def _below(value, least):
    try:
        return number(value) < least
    except MISFITS:
        return False


def _word(words, value):
    """The word for a raw value; the service may send "1" where the manifest says 1, and the other way round."""
    if not words or value is None or isinstance(value, (dict, list)):
        return None
    for key in (value, str(value)):
        if key in words:
            return words[key]
    return words.get(int(value)) if isinstance(value, str) and value.lstrip("-").isdecimal() else None
