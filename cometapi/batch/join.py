"""Rows joined with their results, by ID: where each row's line is, what is missing, and what is too much."""

import json
import os
from array import array

from cometapi.batch import table as bits
from cometapi.batch.ids import named
from cometapi.batch.job import MOST_TOLD
from cometapi.batch.parts import some
from cometapi.batch.results import AGAIN
from cometapi.batch.rows import BODIES, BYTE_ORDER_MARK, DECODER, ID, Fault, Odd, decoded, opened
from cometapi.batch.table import Table, key_of
from cometapi.errors import OutputFailed, UsageError

MOST_OPEN = 128  # files at once
MOST_COLUMNS = 10_000  # that rows of JSON may have together
ODD = (Odd, ValueError, TypeError, KeyError, AttributeError, RecursionError)  # what a line raises that is no result


class Told:
    """Things that are not as they should be, by kind: how many, and the first of them."""

    def __init__(self):
        self.counts, self.examples = {}, {}

    def add(self, kind, example):
        """Count one."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if self.counts[kind] <= MOST_TOLD:
            self.examples.setdefault(kind, []).append(example if isinstance(example, str) else json.dumps(example))

    def named(self, kind):
        """The first ones of a kind, and how many more there are."""
        return some(self.examples[kind], self.counts[kind])


def result_of(line, at):
    """The JSON object of a line that begins at a byte of a file: an answer, or why there is none; raises one of ODD for any other."""
    found = DECODER.decode(decoded(line if at else line.removeprefix(BYTE_ORDER_MARK)))
    if found["custom_id"] is None or not (found.get("error") or isinstance(found.get("response"), dict)):
        raise ValueError(line)
    return found


class Lines:
    """The lines of several files of results, by the hash of their ID: which file, and where in it.

    A file that is the ``AGAIN`` of the one before it takes the places of its lines. Else an answer goes before a failure, and
    of two answers the later one. ``counts`` are the lines of each file that are results.
    """

    def __init__(self, paths, told):
        again = ((path, path + AGAIN) for path in paths)
        self.paths = [one for pair in again for one in pair if one in paths or os.path.exists(one)]
        self.table, self.offsets, self.files = Table(), array("Q"), array("H")
        self.told, self.open = told, {}
        self.counts = {path: self.read(number, path) for number, path in enumerate(self.paths)}
        self.known = len(self.offsets)  # the rows of the table from here on have no line

    def read(self, number, path):
        """Take in a file; the number of its lines that are results."""
        at = count = 0
        with opened(path) as file:
            for place, line in enumerate(file, 1):
                if line.strip():
                    try:
                        self.take(result_of(line, at)["custom_id"], number, at)
                        count += 1
                    except ODD:
                        self.told.add("odd", f"{path}:{place}")
                at += len(line)
        return count

    def take(self, id, number, at):
        """Note where the line of an ID is, unless a better one is known."""
        row = self.table.add(key_of(id))
        if row == len(self.offsets):
            self.offsets.append(at)
            self.files.append(number)
            return
        is_again = self.paths[number] == self.paths[self.files[row]] + AGAIN
        old = self.files[row], self.offsets[row]
        if not is_again and self.is_answer(*old):
            if not self.is_answer(number, at):
                return
            self.told.add("twice", id)
        self.files[row], self.offsets[row] = number, at

    def is_answer(self, number, at):
        """Whether a line says that its row was answered."""
        return not result_of(self.line(number, at), at).get("error")

    def line(self, number, at):
        """The line that begins at a place of a file."""
        file = self.open.get(number) or self.opened(number)
        file.seek(at)
        return file.readline()

    def opened(self, number):
        """A file that stays open for a while; raises OutputFailed."""
        if len(self.open) >= MOST_OPEN:
            self.open.pop(next(iter(self.open))).close()
        try:
            self.open[number] = open(self.paths[number], "rb")  # noqa: SIM115 - closed by close
        except OSError as error:
            raise OutputFailed(f"{self.paths[number]} cannot be read: {error.strerror}.") from None
        return self.open[number]

    def result(self, row):
        """The result of a row of the table; raises one of ODD where its file has changed since."""
        return result_of(self.line(self.files[row], self.offsets[row]), self.offsets[row])

    def where(self, row):
        """The file of a row's line."""
        return self.paths[self.files[row]]

    def close(self):
        """Let go of the files."""
        for file in self.open.values():
            file.close()
        self.open.clear()


class Join:
    """The rows that ``read`` gives anew each time, and their Lines. ``columns`` are the names of what the rows hold themselves.

    Raises UsageError for rows that could not be run: wrong ones, and two with the same ID.
    """

    def __init__(self, read, lines, told, id_column):
        self.read, self.lines, self.told = read, lines, told
        self.id_column = id_column or ID
        self.columns, self.count = {}, 0
        self.look()

    def look(self):
        """Read all rows: note their columns, which have no result, and which results have no row."""
        table, faults = self.lines.table, []
        for row, id in named(self.read(), table):
            number = None if id is None else table.add(key_of(id))
            if number is None:
                faults.append(row.sentence)
            elif table.states[number] & bits.SEEN:
                faults.append(
                    f"Two rows have the ID {json.dumps(id, ensure_ascii=False)}; the second is in line {row.number}."
                )
            else:
                self.note(row, id, number)
            if len(faults) >= MOST_TOLD:
                break
        if faults:
            raise UsageError(faults[0], hint="\n  ".join(faults[1:]) or None)
        for number in range(self.lines.known):
            if not table.states[number] & bits.SEEN:
                self.told.add("foreign", self.lines.result(number)["custom_id"])

    def note(self, row, id, number):
        """Note what is to be known of a row."""
        self.lines.table.states[number] |= bits.SEEN
        self.count += 1
        if number >= self.lines.known:
            self.told.add("missing", id)
        if row.kind not in BODIES:
            self.columns.update(dict.fromkeys(row.data))
            if len(self.columns) > MOST_COLUMNS:
                raise UsageError(f"The rows have more than {MOST_COLUMNS:,} different columns.")

    def pairs(self):
        """Yield ``(row, id, result)`` in the order of the rows; the result is None where there is none."""
        for row, id in named(self.read(), self.lines.table):
            if isinstance(row, Fault):
                raise UsageError(row.sentence)  # the file has changed since
            number = self.lines.table.find(key_of(id))
            yield row, id, self.result(number)

    def result(self, number):
        """The result of a row of the table, None without one."""
        if number is None or number >= self.lines.known:
            return None
        try:
            return self.lines.result(number)
        except ODD:
            self.told.add("odd", f"{self.lines.where(number)}, byte {self.lines.offsets[number]}")
            return None
