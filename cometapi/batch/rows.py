"""The rows of a file: requests in OpenAI's or Anthropic's batch form, JSON Lines, CSV, TSV, or lines of text.

A file is cut into lines at LF only, as bytes: every other character that some call a line end is part of its line.
"""

import csv
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from cometapi.errors import OutputFailed

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BODIES = ("openai", "anthropic")  # kinds of rows that hold their own request
TABLES = {"csv": ",", "tsv": "\t"}
ENDINGS = {**{name: name for name in TABLES}, "jsonl": "jsonl", "ndjson": "jsonl", "json": "jsonl"}
LONGEST_CELL = 1 << 30  # characters; the csv module allows 128 KiB if it is not told otherwise
TEXT = "text"  # the column of a line of text


class Row(NamedTuple):
    """One row: the ``number`` of its first line, its ``id`` or None, the bytes that stand for it, its kind, and its values.

    The values are a JSON object, of tables and text a dict of texts by column.
    """

    number: int
    id: str | None
    source: bytes
    kind: str
    data: Any


class Fault(NamedTuple):
    """A row that is none, and why, as a sentence that begins with the file and the line."""

    number: int
    sentence: str


def kind(path, given=None):
    """The kind of rows in a file: the given one, else what the file's name and its first row tell."""
    ending = path.rpartition(".")[2].lower()
    found = given or ENDINGS.get(ending) or (TEXT if ending == "txt" else None)
    if found in (None, "jsonl") and not given:
        return kind_of_first(path) or found or TEXT
    return found


def kind_of_first(path):
    """The kind that the first JSON object of a file shows, None where its first line is no JSON object."""
    for _, line in lines(path):
        try:
            first = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not isinstance(first, dict):
            return None
        if "params" in first and "custom_id" in first:
            return "anthropic"
        return "openai" if "body" in first and ("custom_id" in first or "url" in first) else "jsonl"
    return None


def lines(path) -> Iterator[tuple[int, bytes]]:
    """Yield ``(number, line)`` of the lines of a file that are not blank, without their ends and the mark of UTF-8."""
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if number == 1:
                    line = line.removeprefix(BYTE_ORDER_MARK)
                if line.strip():
                    yield number, line.rstrip(b"\n").removesuffix(b"\r")
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


def json_row(number, line, kind, id_column):
    """The Row of a line that is a JSON object; raises Odd where it is none."""
    try:
        data = json.loads(decoded(line), parse_constant=no_number)
    except RecursionError:
        raise Odd("The JSON is nested too deeply.") from None
    except ValueError as error:
        raise Odd(f"The line is not JSON: {error}.") from None
    if not isinstance(data, dict):
        raise Odd(f"The line is {json.dumps(data)[:40]}, not a JSON object.")
    return Row(number, id_of(data, id_column), line, "jsonl" if kind == "jsonl" else kind, data)


def id_of(data, column):
    """The ID of a row as text, None where it has none; one that is not text is kept as its JSON, in which 7 is not "7"."""
    found = data.get(column or "custom_id")
    if found is None and column:
        raise Odd(f"The row has no {column!r}.")
    if found is None or isinstance(found, str):
        return found
    return json.dumps(found, ensure_ascii=False)


def table(path, delimiter, id_column):
    """Yield the Rows of a CSV or TSV file, whose first row names the columns."""
    csv.field_size_limit(LONGEST_CELL)
    counted = Counted(path)
    reader = csv.reader(counted, delimiter=delimiter, strict=True)
    columns: list[str] = []
    while True:
        first = counted.number + 1
        try:
            cells = next(reader, None)
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = checked_columns(cells)
                continue
            yield table_row(first, columns, cells, id_column)
        except (Odd, csv.Error) as error:
            yield Fault(
                first, f"{path}:{first}: {error if isinstance(error, Odd) else f'The row is not CSV: {error}.'}"
            )
            if not columns:
                return


def checked_columns(cells):
    """The names of columns; raises Odd for an empty one, and for two that are the same."""
    names = [cell.strip() for cell in cells]
    if "" in names:
        raise Odd(f"Column {names.index('') + 1} has no name.")
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice:
        raise Odd(f"Two columns are called {twice!r}.")
    return names


def table_row(number, columns, cells, id_column):
    """The Row of some cells; raises Odd where they are not as many as the columns."""
    if len(cells) != len(columns):
        raise Odd(f"The row has {len(cells)} cells, and there are {len(columns)} columns.")
    data = dict(zip(columns, cells, strict=True))
    source = json.dumps(data, ensure_ascii=False).encode()
    return Row(number, id_of(data, id_column) or None, source, "fields", data)


class Counted:
    """The lines of a file as text, for the csv module; ``number`` is how many were read."""

    def __init__(self, path):
        self.path, self.number = path, 0

    def __iter__(self):
        with open(self.path, "rb") as file:
            for self.number, line in enumerate(file, 1):
                yield decoded(line.removeprefix(BYTE_ORDER_MARK) if self.number == 1 else line)
