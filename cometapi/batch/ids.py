"""The IDs of the rows of a file: those that they have, and for rows without one those that their content gives."""

from array import array

from cometapi.batch.rows import Fault
from cometapi.batch.table import hashed, key_of


def named(rows, table):
    """Yield ``(row, id)`` of rows, and ``(Fault, None)``; the Table keeps the contents that stand for an ID.

    A row without an ID gets the hash of its content, equal ones with -2, -3 and so on. A row counts whichever part of a
    batch it belongs to, so that all parts give the same IDs.
    """
    times = array("I")  # how often each content came, by its number in the table
    for row in rows:
        if isinstance(row, Fault):
            yield row, None
        else:
            yield row, of_content(row, table, times) if row.id is None else row.id


def of_content(row, table, times):
    """The ID that the content of a row gives; ``times`` are how often each came, and are counted on."""
    base = f"{hashed(row.source):016x}"
    number = table.add(key_of(base))
    if number >= len(times):
        times.extend(bytes(number + 1 - len(times)))
    times[number] += 1
    return base if times[number] == 1 else f"{base}-{times[number]}"
