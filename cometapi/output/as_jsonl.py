"""JSON Lines: one JSON value per line."""

import json

from cometapi.output.as_json import harmless, write_lines_of
from cometapi.output.formats import machine_record
from cometapi.output.plain import finite

write_rows = write_lines_of


def write_record(columns, record, out):
    """Print one object."""
    out.write(text(machine_record(columns, record), out) + "\n")


def write_answer(answer, columns, out):
    """Print the service's whole reply."""
    out.write(text(answer.document(), out) + "\n")


def text(value, out):
    """A JSON value in one line, with control characters escaped."""
    return harmless(json.dumps(finite(value), ensure_ascii=not out.is_unicode, allow_nan=False))
