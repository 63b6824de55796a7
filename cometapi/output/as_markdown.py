"""GitHub Flavored Markdown: a table whose cells are text and nothing else."""

import re
from itertools import chain, islice

from cometapi.output.as_text import write_answer
from cometapi.output.formats import faces_for_people, is_numeric, people
from cometapi.terminal.visible import visible

__all__ = ["write_answer", "write_record", "write_rows"]

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# An underscore between letters, as in a model's name, is no markup in GFM and stays readable in the source.
_MARKUP = re.compile(r"[\\|*`\[\]~]|(?<![^\W_])_|_(?![^\W_])")


def write_rows(columns, records, out):
    """Print the table, its header also when nothing follows."""
    records = iter(records)
    sample = list(islice(records, out.sample))
    values = {name: [row[name] for row in sample if row.get(name) is not None] for name in map(_name, columns)}
    out.write(_line(_cell(column["title"]) for column in columns))
    out.write(_line("---:" if is_numeric(column, values[column["name"]]) else "---" for column in columns))
    faces = faces_for_people(columns)
    for record in chain(sample, records):
        out.write(_line(_cell(read(record.get(name))) for name, read in faces))


def write_record(columns, record, out):
    """Print a table of two columns, a line for each field."""
    out.write("| Field | Value |\n| --- | --- |\n")
    for column in columns:
        out.write(_line([_cell(column["title"]), _cell(people(column, record.get(column["name"])))]))


def _name(column):
    return column["name"]


def _line(cells):
    return f"| {' | '.join(cells)} |\n"


def _cell(text):
    lines = [visible(line.replace("\t", " ")) for line in _BREAK.split(text)]
    return "<br>".join(_MARKUP.sub(r"\\\g<0>", line).replace("&", "&amp;").replace("<", "&lt;") for line in lines)
