"""The rows of a file: requests in OpenAI's or Anthropic's batch form, JSON Lines, CSV, TSV, or lines of text.

A file is cut into lines at LF only, as bytes: every other character that some call a line end is part of its line.
"""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from math import isinf
from typing import Any, NamedTuple

from cometapi.errors import OutputFailed

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BODIES = ("openai", "anthropic")  # kinds of rows that hold their own request
TABLES = {"csv": ",", "tsv": "\t"}
ENDINGS = {**{name: name for name in TABLES}, "jsonl": "jsonl", "ndjson": "jsonl", "json": "jsonl"}
LONGEST_CELL = 1 << 24  # characters, each of four bytes while it is read: what a quote that is never closed may take
MOST_LOOKED_AT = 1000  # lines in which a file without a name that tells is searched for rows of a batch
TEXT, ID = "text", "custom_id"  # the column of a line of text, and that of the IDs


class Row(NamedTuple):
    """One row: the ``number`` of its first line, its ``id`` or None, the bytes that stand for it, its kind, and its values.

    The values are a JSON object, of tables and text a dict of texts by column. The ID is a text, or another JSON value as
    it stands in the row.
    """

    number: int
    id: Any
    source: bytes
    kind: str
    data: Any


class Fault(NamedTuple):
    """A row that is none, and why, as a sentence that begins with the file and the line."""

    number: int
    sentence: str


def kind(path, given=None):
    """The kind of rows in a file: the given one, else what the file's name and its first row tell."""
    if given:
        return given
    ending = path.rpartition(".")[2].lower()
    found = TEXT if ending == "txt" else ENDINGS.get(ending)
    return kind_of_first(path, found) if found in (None, "jsonl") else found


def kind_of_first(path, expected):
    """The kind that the first JSON object of a file shows. Where JSON is not ``expected``, that is its first line, or a row of a
    batch behind it: lines of text may be JSON, but hardly such rows.
    """
    for place, (_, line) in enumerate(lines(path)):
        found = kind_of(line)
        if found and (expected or place == 0 or found in BODIES):
            return found
        if not expected and place >= MOST_LOOKED_AT:
            break
    return expected or TEXT


def kind_of(line):
    """The kind of a row that is a JSON object, None for any other line."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    if "params" in row and "custom_id" in row:
        return "anthropic"
    return "openai" if "body" in row and ("custom_id" in row or "url" in row) else "jsonl"


def lines(path) -> Iterator[tuple[int, bytes]]:
    """Yield ``(number, line)`` of the lines of a file that are not blank, without their ends and the mark of UTF-8."""
    with opened(path) as file:
        for number, line in enumerate(file, 1):
            if number == 1:
                line = line.removeprefix(BYTE_ORDER_MARK)
            if line.strip():
                yield number, line.removesuffix(b"\n").removesuffix(b"\r")


@contextmanager
def opened(path):
    """A file of bytes; raises OutputFailed where it cannot be opened or read."""
    try:
        with open(path, "rb") as file:
            yield file
    except OSError as error:
        raise OutputFailed(f"{path} cannot be read: {error.strerror}.") from None


def read(path, kind, id_column=None):
    """Yield the Rows of a file, and Faults, in order. ``id_column`` names the column of the IDs, by default ``custom_id``."""
    if kind in TABLES:
        yield from table(path, TABLES[kind], id_column)
        return
    for number, line in lines(path):
        try:
            yield text_row(number, line) if kind == TEXT else json_row(number, line, kind, id_column)
        except Odd as error:
            yield Fault(number, f"{path}:{number}: {error}")


class Odd(Exception):
    """A line is no row; the message says why, as a sentence."""


def text_row(number, line):
    """The Row of a line of text."""
    return Row(number, None, line, TEXT, {TEXT: decoded(line)})


def decoded(line):
    """The text of a line; raises Odd where it is no UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Odd(f"The line is not UTF-8 (byte {error.start + 1}).") from None


def no_number(word):
    """Refuse what Python reads as a number and JSON does not have."""
    raise Odd(f"{word} is not JSON.")


def fraction(word):
    """A number with a fraction or an exponent; raises Odd for one that is larger than any that can be sent."""
    found = float(word)
    if isinf(found):
        raise Odd(f"{word[:40]} is too large a number.")
    return found


DECODER = json.JSONDecoder(parse_constant=no_number, parse_float=fraction)


def json_row(number, line, kind, id_column):
    """The Row of a line that is a JSON object; raises Odd where it is none."""
    try:
        data = DECODER.decode(decoded(line))
    except RecursionError:
        raise Odd("The JSON is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise Odd(f"The line is not JSON: {error.msg} (column {error.colno}).") from None
    except ValueError:
        raise Odd("The line has a number with too many digits.") from None
    if not isinstance(data, dict):
        raise Odd(f"The line is {json.dumps(data)[:40]}, not a JSON object.")
    return Row(number, id_of(data, id_column), line, kind, data)


def id_of(data, column):
    """The ID of a row as it stands there, None where it has none; raises Odd where one was to be there."""
    found = data.get(column or ID)
    if found is None and column:
        raise Odd(f"The row has no {column!r}.")
    return found


def table(path, delimiter, id_column):
    """Yield the Rows of a CSV or TSV file, whose first row names the columns. Rows whose cells are all blank are none."""
    csv.field_size_limit(LONGEST_CELL)
    with opened(path) as file:
        texts = Texts(file)
        reader = csv.reader(texts, delimiter=delimiter, strict=True)
        columns: list[str] = []
        while True:
            first = texts.number + 1
            try:
                cells = next(reader, None)
                if cells is None:
                    return
                if not any(cell.strip() for cell in cells):
                    continue
                if columns:
                    yield table_row(first, columns, cells, id_column)
                else:
                    columns = checked_columns(cells, id_column)
            except (Odd, csv.Error) as error:
                yield Fault(first, f"{path}:{first}: {error if isinstance(error, Odd) else sentence(error)}")
                if not columns or TOO_LONG in str(error):  # what follows would be read as something else than it is
                    return


TOO_LONG, CUT, RETURN = "field larger", "unexpected end", "new-line character"  # in errors of the csv module
SENTENCES = {
    TOO_LONG: f"A cell has more than {LONGEST_CELL:,} characters; perhaps a quote is not closed.",
    CUT: "A quote that is opened in this row is never closed.",
    RETURN: "A CR stands within the row, outside of quotes; lines end with LF or CR LF.",
}


def sentence(error):
    """What an error of the csv module means."""
    return next((text for part, text in SENTENCES.items() if part in str(error)), f"The row is not CSV: {error}.")


def checked_columns(cells, id_column):
    """The names of columns; raises Odd for an empty one, for two that are the same, and without the column of the IDs."""
    names = [cell.strip() for cell in cells]
    if "" in names:
        raise Odd(f"Column {names.index('') + 1} has no name.")
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice:
        raise Odd(f"Two columns are called {twice!r}.")
    if id_column and id_column not in names:
        raise Odd(f"There is no column {id_column!r}; the columns are {', '.join(names)}.")
    return names


def table_row(number, columns, cells, id_column):
    """The Row of some cells; raises Odd where they are not as many as the columns, and where the ID is to be there and is not."""
    if len(cells) != len(columns):
        raise Odd(f"The row has {counted(len(cells), 'cell')}, and there are {counted(len(columns), 'column')}.")
    data = dict(zip(columns, cells, strict=True))
    id = id_of(data, id_column) or None
    if id is None and id_column:
        raise Odd(f"The row has no {id_column!r}.")
    return Row(number, id, json.dumps(data, ensure_ascii=False).encode(), "fields", data)


def counted(count, word):
    """A number of things."""
    return f"{count} {word}{'' if count == 1 else 's'}"


class Texts:
    """The lines of an open file of bytes as text, for the csv module; ``number`` is how many were read.

    It goes on behind a line that is no text, as a generator would not.
    """

    def __init__(self, file):
        self.file, self.number = file, 0

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self.file)
        self.number += 1
        return decoded(line.removeprefix(BYTE_ORDER_MARK) if self.number == 1 else line)
