"""The results of a batch: one JSON object a line, appended as rows end, each row's at most once.

Rows that are run again write to ``RESULTS.again``, whose lines take the places of the old ones when the run ends, or when
the next one begins. Where the order is that of the input, lines that come too early wait there, too.
"""

import json
import os
import re
import threading
from array import array
from contextlib import suppress
from itertools import chain

from cometapi import temporary
from cometapi.batch import table as bits
from cometapi.batch.journal import cut_torn, lines, opened
from cometapi.batch.log import append
from cometapi.errors import OutputFailed, UsageError

AGAIN = ".again"
PIECE = 1 << 16  # bytes of a line that are read at once
BEGINNING = b'{"id": "batch_req_'  # of a line that is made here
ID = re.compile(
    rb'\{"id": "batch_req_\w+?_(\d+)", "custom_id": ("(?:[^"\\]|\\.)*")'
)  # how lines begin that are made here
OWN = re.compile(rb'\{"id": "batch_req_\w+?_(\d+)"')  # the same with an ID that is not text


class Results:
    """The file of results, open to be appended to; what a crash left of a line at its end is cut off.

    With ``again``, lines go to the file beside it. Raises OutputFailed.
    """

    def __init__(self, path):
        self.path = path
        self.file = opened(path, mode=0o666)
        try:
            cut_torn(self.file)
            self.merge()
        except BaseException:
            self.file.close()
            raise
        self.target, self.place = self.file, path
        self.lock = threading.Lock()
        self.is_dirty = False

    def read(self, table):
        """Mark in a Table the rows that have a line; of those whose end the table does not know, the line tells it.

        The line of an earlier run is not the end of a row that was sent again. Returns the numbers of lines that are no
        results, the number of the last run that wrote one, and whether a row was sent that the table does not know.
        """
        odd, last, is_gapped = [], 0, False
        for number, (_, line) in enumerate(lines(self.file), 1):
            try:
                run, id = run_and_id(line)
                row = table.add(bits.key_of(id))
                last = max(last, run)
                if not table.states[row] & bits.ENDED and min(run, bits.LAST_RUN) >= table.runs[row]:
                    result = json.loads(line)
                    is_gapped = is_gapped or not (table.states[row] & bits.SENT_ONCE or result.get("attempts") == 0)
                    take(table, row, result)
                table.states[row] |= bits.LINE
            except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
                odd.append(number)
        return odd, last, is_gapped

    def again(self):
        """Let the lines of rows that are run again go to a file of their own."""
        self.place = self.path + AGAIN
        self.target = opened(self.place)

    def write(self, number, line):
        """Append the line of a row, bytes with their line end; ``number`` is its place in the order of the input."""
        with self.lock:
            self.put(number, line)

    def put(self, _, line):
        """Append a line."""
        append(self.target, line, self.place)
        self.is_dirty = True

    def skip(self, number):
        """The row of a number has no line in this run."""

    def sync(self):
        """Let what was written be on the disk."""
        if self.is_dirty:
            self.is_dirty = False
            temporary.sync_data(self.target.fileno())

    def arrange(self, ids):
        """Write the results anew in the order of these IDs; lines of others stand behind them."""
        newer = Newer(self.file)
        lines_of = (newer.at(row) for id in ids if (row := newer.taken(id)) is not None)
        self.rewrite(chain(lines_of, newer.left()))

    def merge(self):
        """Put the lines of rows that were run again into the places of their old ones; no line is lost whenever this stops."""
        place = self.path + AGAIN
        if not os.path.exists(place):
            return
        with opened(place, is_new=False) as file:
            cut_torn(file)
            newer = Newer(file)
            if len(newer.table):
                self.replace(newer)
        os.unlink(place)

    def replace(self, newer):
        """Write the results anew, with ``Newer`` lines in the places of the old ones."""
        self.rewrite(chain((newer.instead_of(line) or line for _, line in lines(self.file)), newer.left()))

    def rewrite(self, found):
        """Write the results anew: these lines, whole or not at all."""
        handle, unfinished = temporary.begun(os.path.dirname(os.path.realpath(self.path)))
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(line + b"\n" for line in found)
                out.flush()
                temporary.sync(out.fileno())
            temporary.chmod(unfinished, os.fstat(self.file.fileno()).st_mode & 0o777)
            os.replace(unfinished, os.path.realpath(self.path))
        except OSError as error:
            temporary.remove(unfinished)
            raise OutputFailed(f"{self.path} cannot be written: {error.strerror}.") from None
        self.file.close()
        self.file = self.target = opened(self.path)

    def finish(self):
        """Put what was run again into its place; everything is on the disk then."""
        self.sync()
        if self.target is not self.file:
            self.target.close()
            self.merge()
            self.target = self.file

    def close(self):
        """Let go of the file."""
        try:
            self.finish()
        finally:
            self.target.close()
            self.file.close()


class Ordered(Results):
    """Results whose lines stand in the order of the input, as far as they are written in one run: a line that comes too early
    waits, in memory and on the disk, until those before it are there.
    """

    def __init__(self, path):
        super().__init__(path)
        self.next, self.waiting, self.store = 0, {}, None

    def put(self, number, line):
        """Append a line, or let it wait."""
        if self.target is not self.file:  # lines that take the places of others
            super().put(number, line)
            return
        if line and number != self.next:
            self.store = self.store or opened(self.path + AGAIN)
            append(self.store, line, self.path + AGAIN)
        self.waiting[number] = line
        while self.next in self.waiting:
            if line := self.waiting.pop(self.next):
                super().put(self.next, line)
            self.next += 1

    def skip(self, number):
        """The row of a number has no line in this run."""
        with self.lock:
            self.put(number, b"")

    def finish(self):
        """Everything is in its place; what still waits stands at the end."""
        with self.lock:
            for number in sorted(self.waiting):
                Results.put(self, number, self.waiting.pop(number))
        super().finish()
        if self.store:
            self.store.close()
            os.unlink(self.path + AGAIN)
            self.store = None


def check_own(path):
    """Raise UsageError for a file that holds something else than results, before anything in it is changed."""
    try:
        with open(path, "rb") as file:
            first = file.readline()
    except OSError:
        return  # it does not exist, or opening it tells more
    is_torn = not first.endswith(b"\n")
    if not (first.startswith(BEGINNING) or BEGINNING.startswith(first) if is_torn else known_id(first) is not None):
        raise UsageError(f"{path} holds something else than results. Name another file.")


def run_and_id(line):
    """``(number of the run, custom_id)`` of a line of results; raises ValueError, KeyError or TypeError for a line that is none."""
    found = ID.match(line)
    if found:
        return int(found[1]), json.loads(found[2])
    result = json.loads(line)
    id = result["custom_id"]
    if id is None:
        raise TypeError(id)
    own = OWN.match(line)
    return int(own[1]) if own else 0, id


def id_of(line):
    """The custom_id of a line of results; raises like ``run_and_id``."""
    return run_and_id(line)[1]


def known_id(line):
    """The same, None for a line that is no result."""
    try:
        return id_of(line)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


class Newer:
    """Lines of an open file that take the places of others with the same ID, by the offset of the last one of each."""

    def __init__(self, file):
        self.file, self.table, self.offsets = file, bits.Table(), array("Q")
        for at, line in lines(file):
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                row = self.table.add(bits.key_of(id_of(line)))
                self.offsets.extend([0] * (row + 1 - len(self.offsets)))
                self.offsets[row] = at

    def instead_of(self, line):
        """The line that takes the place of another, None without one."""
        id = known_id(line)
        row = None if id is None else self.taken(id)
        return None if row is None else self.at(row)

    def taken(self, id):
        """The row of an ID, which is none of those that are ``left`` from now on; None without one."""
        row = self.table.find(bits.key_of(id))
        if row is not None:
            self.table.states[row] = bits.SEEN
        return row

    def left(self):
        """Yield the lines that took nobody's place."""
        for row, state in enumerate(self.table.states):
            if not state:
                yield self.at(row)

    def at(self, row):
        """The line of a row, without its end."""
        self.file.seek(self.offsets[row])
        found = []
        while piece := self.file.read(PIECE):
            begun, end, _ = piece.partition(b"\n")
            found.append(begun)
            if end:
                break
        return b"".join(found)


def take(table, row, result):
    """Put into a Table what a line of results says of its row."""
    table.states[row] |= bits.FAILED if result.get("error") else bits.ANSWERED
    digest, source = result.get("digest"), result.get("source")
    if isinstance(digest, str) and isinstance(source, str):
        with suppress(ValueError):
            table.digests[row], table.sources[row] = int(digest[:16], 16), int(source, 16)
