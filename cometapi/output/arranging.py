"""Records of a list in another order, and those alone that fit conditions: ``--sort`` and ``--where``, by column.

Values are compared as machines read them (plain units, UTC times, words), so that what ``--json`` shows can be typed.
"""

import operator
import re
from typing import NamedTuple

from cometapi.advice import flag
from cometapi.errors import UsageError
from cometapi.manifest.moments import moment
from cometapi.manifest.select import texts
from cometapi.output.formats import is_time, machine
from cometapi.output.plain import MISFITS, number
from cometapi.suggest import meant

CONDITION = re.compile(r"([^<>=!~]+)(<=|>=|!=|==|=|<|>|~)(.*)", re.DOTALL)
JOINED = re.compile(r"\s(?:and|&&|or|\|\|)\s+\w+\s*[<>=!~]", re.IGNORECASE)  # another condition behind the first
ORDERS = {"": False, "asc": False, "desc": True}  # how a sort may end, and whether that is from the largest on
TESTS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "~": lambda value, part: part in value,
}


class Condition(NamedTuple):
    """What the value of a column has to be: ``wanted`` is the text that was typed, or a time as machines read it."""

    column: dict
    test: str
    wanted: str


class Arrangement:
    """The order and the conditions of a call; truthy when it has any. Raises UsageError for what no column has."""

    def __init__(self, columns, sort=None, where=()):
        self.conditions = [condition(text, columns) for text in where]
        self.column, self.is_descending = order(sort, columns) if sort else (None, False)
        self.parts = [one["name"] for one in columns if is_part(one, self.column)]

    def __bool__(self):
        return bool(self.conditions or self.column)

    def of(self, records):
        """The records that fit, in their order; those without a value in its column stand last."""
        fitting = (record for record in records if all(fits(one, record) for one in self.conditions))
        if self.column is None:
            return fitting
        keyed = [(sortable(self.column, record, self.parts), record) for record in fitting]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=self.is_descending)
        return iter([record for _, record in known] + [record for key, record in keyed if key is None])


def order(text, columns):
    """``(column, whether the largest comes first)`` of ``NAME`` or ``NAME:desc``; raises UsageError."""
    name, _, way = text.partition(":")
    if way not in ORDERS:
        raise UsageError(f"{flag('sort')} {text} ends with an unknown order; use :asc or :desc.")
    return named(name, columns), ORDERS[way]


def condition(text, columns):
    """The Condition of ``NAME>VALUE`` and the like; raises UsageError."""
    found = CONDITION.fullmatch(text)
    if not found:
        sentence = f"{flag('where')} {text} is not a condition."
        raise UsageError(sentence, hint="Write a column, one of = != < <= > >= ~, and a value, in quotes.")
    name, test, wanted = (part.strip() for part in found.groups())
    if JOINED.search(wanted):
        raise UsageError(
            f"{flag('where')} takes one condition.", hint="Give it once for each; all of them have to hold."
        )
    column = named(name, columns)
    return Condition(column, test, as_time(wanted) if is_time(column) else wanted)


def named(name, columns):
    """The column of a name or a title; raises UsageError."""
    word = name.strip().casefold().replace("-", "_")
    names = {column["name"]: column for column in columns}
    titles = {column["title"].casefold(): column for column in columns}
    found = names.get(word) or titles.get(name.strip().casefold())
    if found is None:
        raise UsageError(
            f"Unknown column {name!r}{meant(word, [*names, *titles])}", hint=f"The columns are {', '.join(names)}."
        )
    return found


def as_time(text):
    """A date as machines read the times of a column; raises UsageError."""
    try:
        return machine({"format": {"kind": "time"}}, moment(text))
    except ValueError as error:
        raise UsageError(f"{flag('where')} {error}") from None


def fits(one, record):
    """Whether a record fits a condition; of a list one item is enough. A missing value is only unlike others."""
    value = machine(one.column, record.get(one.column["name"]))
    if value is None:
        return one.test == "!="
    if one.test == "!=":
        return not fits(one._replace(test="="), record)
    values = value if isinstance(value, list) else [value]
    return any(compared(one, item) for item in values)


def compared(one, value):
    """The result of a test; numbers are compared as numbers, everything else as text without regard to case."""
    if one.test != "~" and isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return TESTS[one.test](value, number(one.wanted))
        except MISFITS:
            sentence = f"{flag('where')}: {one.column['name']} is a number, but {one.wanted!r} is not."
            raise UsageError(sentence) from None
    return any(TESTS[one.test](text.casefold(), one.wanted.casefold()) for text in words(value))


def words(value):
    """The texts that a value is compared by."""
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return texts(value)


def is_part(one, column):
    """Whether a column is a number or a time inside the objects of another one."""
    if column is None or not isinstance(column.get("value"), tuple) or not isinstance(one.get("value"), tuple):
        return False
    around, place = column["value"], one["value"]
    return len(place) > len(around) and place[: len(around)] == around and "format" in one


def sortable(column, record, parts=()):
    """What a record is sorted by: numbers before text; None without a value.

    Raises UsageError for what has no order, naming the columns that are ``parts`` of it.
    """
    value = machine(column, record.get(column["name"]))
    if value in (None, "", []):
        return None
    if isinstance(value, dict):
        hint = f"Sort by one of: {', '.join(parts)}." if parts else None
        raise UsageError(f"{flag('sort')} {column['name']}: its values are objects, which have no order.", hint=hint)
    if isinstance(value, int | float):
        return 0, value, ""
    return 1, 0, ", ".join(texts(value)).casefold()
