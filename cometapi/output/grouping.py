"""Records of a list put together: one for each value of a column, with counts and sums of the others."""

from cometapi.output.formats import faces_for_machines
from cometapi.output.plain import MISFITS, compact, number


def grouped(columns, by, records):
    """One record for each value that machines read in the column ``by``, in the order in which they first come: a list."""
    ((_, key_of),) = faces_for_machines([column for column in columns if column["name"] == by])
    found: dict = {}
    for record in records:
        value = record[by]
        key = compact(key_of(value))  # a service may send anything there
        total = found.setdefault(key, {by: value, **{column["name"]: 0 for column in columns if "total" in column}})
        for column in columns:
            if "total" in column:
                total[column["name"]] += TOTALS[column["total"]](record[column["name"]])
    return list(found.values())


def amount(value):
    """The number that a value is, 0 where it is none."""
    try:
        return number(value)
    except MISFITS:
        return 0


TOTALS = {"count": lambda value: 1, "sum": amount}
