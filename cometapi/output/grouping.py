"""Records of a list put together: one for each value of a column, with counts and sums of the others."""

from cometapi.output.formats import machine
from cometapi.output.plain import MISFITS, number


def by_value(route, values):
    """The route whose response has the columns of its groups: the one that an option names, and those with a total.

    ``grouped_by`` is the name of the first, ``order`` how the groups are sorted. Any other route stays as it is.
    """
    response = route.get("response", {})
    if "groups" not in response:
        return route
    by = values[response["groups"]["by"]]
    columns = [column for column in response["columns"] if column["name"] == by or "total" in column]
    made = {**response, "columns": columns, "grouped_by": by, "order": response["groups"]["order"][by]}
    return {**route, "response": made}


def grouped(columns, by, records):
    """One record for each value that machines read in the column ``by``, in the order in which they first come: a list."""
    key_of = next(column for column in columns if column["name"] == by)
    found: dict = {}
    for record in records:
        value = record[by]
        key = machine(key_of, value)
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
