"""Samples in CSV, as a service exports its records: those that a query asks for, at the times that they have."""

import csv
import io

from cometapi.generated import program
from cometapi.sandbox.paging import fits
from cometapi.sandbox.times import later


def exported(text, query, ways, seconds):
    """A sample in CSV with the records that fit a query, their times later by so many seconds."""
    reader = csv.DictReader(io.StringIO(text))
    asked = {name: value.lower() for name, value in query.items()}
    written = io.StringIO()
    writer = csv.DictWriter(written, reader.fieldnames, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in (moved(one, seconds) for one in reader) if fits(row, asked, ways))
    return written.getvalue()


def moved(row, seconds):
    """A record with its times later by so many seconds."""
    fields = program.SAMPLE_TIMES["fields"] if program.SAMPLE_TIMES else ()
    return {name: later(value, seconds) if name in fields else value for name, value in row.items()}
