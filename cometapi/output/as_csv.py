"""CSV (RFC 4180, lines ended by a newline alone): a header, then one line for each record."""

import csv

from cometapi.output.formats import changed_for_machines
from cometapi.output.plain import compact

# A spreadsheet takes a text that begins so for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(columns, records, out):
    """Print the header, also when nothing follows, and the records."""
    writer, changed = csv.writer(_Lines(out)), changed_for_machines(columns)
    names = [column["name"] for column in columns]
    simple = EXACT if out.is_exact else SIMPLE
    begun = False
    for record in records:
        if not begun:
            _header(writer, columns, simple)
            begun = True
        values = list(map(record.get, names))
        for place, read in changed:
            values[place] = read(values[place])
        writer.writerow([simple.get(type(value), compact)(value) for value in values])
    if not begun:
        _header(writer, columns, simple)


def write_record(columns, record, out):
    """Print the header and one line."""
    write_rows(columns, [record], out)


def write_answer(answer, columns, out):
    """Print the header and a line for each answer of the whole reply."""
    write_rows(columns, answer.records(answer.document()), out)


def write_lines(rows, out):
    """Print lists of values without a header, one a line."""
    csv.writer(_Lines(out)).writerows([_cell(value) for value in row] for row in rows)


class _Lines:
    """Ends each line with a newline alone.

    The writer itself must believe in CR LF, or Python before 3.13 leaves a CR inside a cell unquoted.
    """

    def __init__(self, out):
        self.out = out

    def write(self, line):
        self.out.write_data(line.removesuffix("\r\n") + "\n")


def _header(writer, columns, simple):
    writer.writerow([simple[str](column["name"]) for column in columns])


def _cell(value):
    return SIMPLE.get(type(value), compact)(value)


def _text(value):
    return f"'{value}" if value[:1] in FORMULA else value


SIMPLE = {str: _text, int: str, type(None): {None: ""}.__getitem__}  # the cells of values that are not written as JSON
EXACT = {**SIMPLE, str: str}
