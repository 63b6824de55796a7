"""A batch: its input, its results, its journal, and what each row still needs."""

import json
import os
from collections import Counter
from contextlib import suppress
from typing import NamedTuple

from cometapi.advice import also
from cometapi.batch import table as bits
from cometapi.batch.ids import named
from cometapi.batch.journal import SUFFIX, Journal
from cometapi.batch.queue import Work
from cometapi.batch.results import Ordered, Results, check_own
from cometapi.batch.table import Table, hashed, key_of
from cometapi.errors import UsageError

DONE = ".done"  # beside the results: every row has ended
MOST_TOLD = 5  # rows that are named in a message


class Wishes(NamedTuple):
    """What is to be done with rows that are not new."""

    resend_unknown: bool = False
    retry_errors: bool = False
    rerun_changed: bool = False


class Plan:
    """What the rows of the input need, by count and the first IDs of each kind."""

    KINDS = ("new", "answered", "failed", "unknown", "lost", "changed")

    def __init__(self):
        self.counts = dict.fromkeys(self.KINDS, 0)
        self.examples: dict = {name: [] for name in self.KINDS}
        self.todo = 0
        self.again = False  # whether a row to be sent has a line in the results

    @property
    def rows(self):
        """How many rows the input has."""
        return sum(self.counts.values())

    @property
    def has_results(self):
        """Whether there are results of earlier runs."""
        return bool(self.counts["answered"] + self.counts["failed"])

    def add(self, kind, what, is_todo, has_line):
        """Count a row."""
        self.counts[kind] += 1
        if len(self.examples[kind]) < MOST_TOLD:
            self.examples[kind].append(what)
        self.todo += is_todo
        self.again = self.again or (is_todo and has_line)


class Job:
    """A batch, locked for this process. ``read`` gives the rows and Faults of the input anew, ``maker`` makes requests.

    ``in_shard`` says of an ID whether this run is to see to it. Raises UsageError if another run has the batch, or if its
    results are something else.
    """

    def __init__(self, results, read, maker, wishes, in_shard=lambda id: True, *, is_ordered=False):
        self.read_rows, self.maker, self.wishes, self.in_shard = read, maker, wishes, in_shard
        self.table, self.path = Table(), results
        if not os.path.exists(results + SUFFIX):
            check_own(results)
        self.journal = Journal(results)
        try:
            self.results = (Ordered if is_ordered else Results)(results)
        except BaseException:
            self.journal.close()
            raise

    def load(self):
        """Read journal and results; returns sentences about what a crash has left. Raises UsageError and OutputFailed."""
        self.journal.read(self.table)
        odd, last, lacks_rows = self.results.read(self.table)
        self.journal.run = max(self.journal.run, last)
        notes = []
        if self.journal.damaged:
            notes.append(f"{self.journal.path} is damaged (line {self.journal.damaged[0]}).")
        elif lacks_rows:
            notes.append(f"{self.journal.path} is missing, or rows in it are.")
        if notes and not self.journal.is_gapped:
            self.journal.gap()
        self.is_gapped = self.journal.is_gapped
        if odd:
            notes.append(f"{self.path} has lines that are no results, the first of them line {odd[0]}.")
        return notes

    def rows(self):
        """Yield ``(row, id, row number in the table, hash of its source)`` of this run, and Faults."""
        for row, id in named(self.read_rows(), self.table):
            if id is None:
                yield row, None, None, None
            elif self.in_shard(id):
                yield row, id, self.table.add(key_of(id)), hashed(self.maker.signature + row.source)

    def plan(self):
        """The Plan of the input. Raises UsageError, before anything is sent, for rows that cannot be run, for two with the same
        ID, and for changed ones.
        """
        plan, faults = Plan(), []
        for row, id, number, source in self.rows():
            if len(faults) >= MOST_TOLD:
                break
            if id is None:
                faults.append(row.sentence)
            elif self.table.states[number] & bits.SEEN:
                faults.append(
                    f"Two rows have the ID {json.dumps(id, ensure_ascii=False)}: lines {self.line_of(id)} and {row.number}."
                )
            elif fault := self.maker.fault(row):
                faults.append(f"{self.maker.name}:{row.number}: The row {fault}.")
            else:
                self.table.states[number] |= bits.SEEN
                kind, told = self.kind_of(row, id, number, source)
                plan.add(kind, told, self.is_todo(kind), bool(self.table.states[number] & bits.LINE))
        if faults:
            raise UsageError(faults[0], hint="\n  ".join([*faults[1:], "Nothing was sent."]))
        if plan.counts["changed"] and not self.wishes.rerun_changed:
            raise changed(plan)
        return plan

    def line_of(self, id):
        """The line of the first row with an ID."""
        return next(row.number for row, other, *_ in self.rows() if other == id)

    def kind_of(self, row, id, number, source):
        """``(kind, text for a message)`` of a row: one of Plan.KINDS."""
        state = self.table.states[number]
        if state & bits.ENDED and not state & bits.LINE:
            return "lost", id
        is_again = state & bits.FAILED and self.wishes.retry_errors  # it is run again, as it is now
        if state & bits.ENDED and self.table.sources[number] != source and not is_again:
            now = self.maker.prepared(row).digest
            if int(now[:16], 16) != self.table.digests[number]:
                return "changed", f"{id} (was {self.table.digests[number]:016x}, is {now[:16]})"
        if state & bits.ENDED:
            return ("answered" if state & bits.ANSWERED else "failed"), id
        if state & bits.SENT or (self.is_gapped and not state & bits.REFUSED):
            return "unknown", id
        return "new", id

    def is_todo(self, kind):
        """Whether rows of a kind are sent in this run."""
        wishes = self.wishes
        return {
            "new": True,
            "failed": wishes.retry_errors,
            "unknown": wishes.resend_unknown,
            "lost": wishes.resend_unknown,
            "changed": wishes.rerun_changed,
        }.get(kind, False)

    def works(self):
        """Yield the Work of every row that is to be sent."""
        self.table.clear(bits.AGAIN)
        count = 0
        for row, id, number, source in self.rows():
            if id is None:
                continue
            is_todo = self.is_todo(self.kind_of(row, id, number, source)[0])
            self.table.states[number] |= bits.AGAIN  # before a worker has the row, and writes there
            if is_todo:
                yield Work(count, row, id, number, self.table.keys[number], source)
                count += 1

    def mark(self, work, state):
        """Note in the table what became of a row; a line that it has stays."""
        states = self.table.states
        kept = states[work.place] & (
            bits.LINE if state & bits.SENT else bits.LINE | bits.ENDED if state & bits.REFUSED else 0
        )
        states[work.place] = bits.SEEN | bits.AGAIN | kept | state

    def tally(self):
        """How many rows of the input are answered, failed, unknown and left: a dict."""
        found = dict.fromkeys(("answered", "failed", "unknown", "left"), 0)
        for state, count in Counter(self.table.states).items():
            if state & bits.SEEN:
                found[name_of(state, self.is_gapped)] += count
        return found

    def begin(self, plan):
        """Begin to send: lines of rows that have one go to a file of their own until the end."""
        self.journal.begin()
        if plan.again:
            self.results.again()
        with suppress(OSError):
            os.unlink(self.path + DONE)

    def arrange(self):
        """Put the results into the order of the input."""
        self.results.finish()
        self.results.arrange(self.ids())

    def ids(self):
        """Yield the IDs of this run in the order of the input."""
        self.table.clear(bits.AGAIN)
        for _, id, number, _ in self.rows():
            if id is not None:
                self.table.states[number] |= bits.AGAIN
                yield id

    def flush(self):
        """Let everything be on the disk."""
        self.results.finish()
        self.journal.flush()

    def close(self):
        """Let go of the files."""
        try:
            self.results.close()
        finally:
            self.journal.close()


def name_of(state, is_gapped):
    """What the state of a row is called in a summary."""
    if state & bits.ENDED and state & bits.LINE:
        return "answered" if state & bits.ANSWERED else "failed"
    if state & (bits.ENDED | bits.SENT):
        return "unknown"
    return "unknown" if is_gapped and not state & bits.REFUSED else "left"


def changed(plan):
    """The error for rows that are not what they were when they were answered."""
    told = ", ".join(plan.examples["changed"])
    more = plan.counts["changed"] - len(plan.examples["changed"])
    return UsageError(
        f"{plan.counts['changed']} rows have an answer, but their request has changed: {told}{f' and {more} more' if more else ''}.",
        hint=also("Nothing was sent. To run them again, add {rerun} changed.") or None,
    )
