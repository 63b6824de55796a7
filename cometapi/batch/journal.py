"""The journal of a batch: a line before each request leaves, and one when something is known of it.

Lines are JSON lists, appended to ``RESULTS.journal`` and never changed. The first is ``["batch", 1]``; every run begins with
``["run", number]``. ``["sent", id, digest, source]`` stands there before a request may leave, with the dollars that are
booked for it under a cap, then ``["refused", id]`` where the service certainly did not take it, ``["answered", id, cost]`` or
``["failed", id, cost]`` once its line stands in the results, or ``["lost", id, reason]``. A cost is text in dollars, null if it is not known. A row with a
line ``sent`` and nothing behind it is unknown: its request may have been taken. ``["gap", number]`` says that records are
lost: rows that the journal does not know may have been sent before that run, too.
"""

import errno
import json
import os
import threading
from decimal import Decimal

from cometapi.batch import table as bits
from cometapi.batch.log import Log
from cometapi.errors import OutputFailed, UsageError

SUFFIX = ".journal"
HEAD = ["batch", 1]  # the first record, with the version of the form
STATES = {"sent": bits.SENT, "refused": bits.REFUSED, "answered": bits.ANSWERED, "failed": bits.FAILED}
LONGEST_END = 4096  # bytes in which the last record stands
PIECE = 1 << 20  # bytes that are read at once


def lines(handle):
    """Yield ``(offset, line without its end)`` of the whole lines of an open file of bytes, from its beginning."""
    begun, at = [], 0  # pieces of a line whose end has not come; joined once, however long the line is
    handle.seek(0)
    while piece := handle.read(PIECE):
        first, *others = piece.split(b"\n")
        begun.append(first)
        if not others:
            continue
        *whole, rest = [b"".join(begun), *others]
        begun = [rest]
        for line in whole:
            yield at, line
            at += len(line) + 1


def cut_torn(handle):
    """Cut off what stands behind the last line end, which a crash left there; returns how many bytes that were."""
    size = end = os.fstat(handle.fileno()).st_size
    while end:
        start = max(0, end - PIECE)
        at = os.pread(handle.fileno(), end - start, start).rfind(b"\n")
        end = start + at + 1 if at >= 0 else start
        if at >= 0:
            break
    if end < size:
        os.ftruncate(handle.fileno(), end)
    return size - end


def opened(path, *, mode=0o600, is_new=True):
    """A file, of its owner alone unless its ``mode`` is another, opened to be read and appended to; raises OutputFailed."""
    try:
        flags = os.O_RDWR | os.O_APPEND | (os.O_CREAT if is_new else 0) | getattr(os, "O_CLOEXEC", 0)
        return os.fdopen(os.open(path, flags, mode), "r+b", buffering=0)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be opened: {error.strerror}.") from None


class Journal:
    """The journal beside some results, locked as long as it is open. ``spent`` are the known dollars of its rows.

    Raises UsageError if another run has it, and OutputFailed if it cannot be written; from then on every later record
    raises it again, because nothing may be sent that is not recorded.
    """

    def __init__(self, results):
        self.path = results + SUFFIX
        self.file = opened(self.path)
        self.lock_file(results)
        self.spent = Decimal(0)
        self.open: dict = {}  # rows whose request may have been taken, with the dollars that were booked for it
        self.run = 0  # the number of the last run
        self.damaged: list[int] = []  # numbers of lines that are no records
        self.is_gapped = False  # whether records are lost
        cut_torn(self.file)
        self.log = Log(self.file, self.path)
        self.lock = threading.Lock()

    def lock_file(self, results):
        """Take the lock, which the system lets go of however the process ends."""
        try:
            import fcntl
        except ImportError:  # Windows
            return
        try:
            fcntl.flock(self.file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.file.close()
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EAGAIN):
                raise UsageError(f"Another run is writing {results}.") from None
            raise OutputFailed(f"{self.path} cannot be locked: {error.strerror}.") from None

    def read(self, table):
        """Put what the journal says of each row into a Table; lines that are no records are kept in ``damaged``.

        Raises OutputFailed for the journal of a later version.
        """
        if os.fstat(self.file.fileno()).st_size == 0:
            self.add(HEAD)
        for number, (_, line) in enumerate(lines(self.file), 1):
            try:
                word, id, *facts = json.loads(line)
                if word == HEAD[0] and id > HEAD[1]:
                    raise OutputFailed(f"{self.path} was written by a newer version of this program.")
                if word == "run":
                    self.run = int(id)
                self.is_gapped = self.is_gapped or word == "gap"
                bit = STATES.get(word)
                if bit is not None:
                    self.take(table, bit, id, facts)
            except (ValueError, TypeError, RecursionError, ArithmeticError):
                self.damaged.append(number)

    def take(self, table, bit, id, facts):
        """Put one record into a Table."""
        row = table.add(bits.key_of(id))
        if bit == bits.SENT:
            table.digests[row], table.sources[row] = int(facts[0][:16], 16), int(facts[1], 16)
            table.runs[row] = min(self.run, bits.LAST_RUN)
            self.open[row] = Decimal(facts[2]) if len(facts) > 2 else Decimal(0)
        else:
            self.open.pop(row, None)
        if bit in (bits.ANSWERED, bits.FAILED) and facts[0] is not None:
            self.spent += Decimal(facts[0])
        table.states[row] = table.states[row] & (bits.SEEN | bits.LINE) | bit

    @property
    def spent_at_most(self):
        """The dollars of all rows so far, those that are booked for rows of which nothing more is known too."""
        return self.spent + sum(self.open.values())

    def gap(self):
        """Record that records are lost."""
        self.is_gapped = True
        self.add(["gap", self.run], is_durable=True)

    def begin(self):
        """Record that a run begins."""
        self.run += 1
        self.add(["run", self.run])

    def sent(self, id, digest, source, most=None):
        """Record that a request is about to leave, which costs at most ``most`` dollars; it is on the disk when this returns."""
        booked = [] if most is None else [str(most)]
        self.add(["sent", id, digest, f"{source:016x}", *booked], is_durable=True)

    def refused(self, id):
        """Record that the service certainly did not take the request."""
        self.add(["refused", id])

    def ended(self, id, is_answered, dollars):
        """Record that the line of a row stands in the results."""
        with self.lock:
            self.spent += dollars or 0
        self.add(["answered" if is_answered else "failed", id, None if dollars is None else str(dollars)])

    def finished(self, facts):
        """Record that every row has ended; ``facts`` say of what files that holds."""
        self.add(["finished", facts], is_durable=True)

    def lost(self, id, reason):
        """Record why nobody knows whether a request was taken."""
        self.add(["lost", id, reason])

    def add(self, record, is_durable=False):
        """Append a record, which is on the disk when this returns if it has to be ``is_durable``."""
        line = json.dumps(record).encode() + b"\n"
        (self.log.commit if is_durable else self.log.append)(line)

    def flush(self):
        """Let every record be on the disk."""
        self.log.commit()

    def close(self):
        """Let go of the lock."""
        self.file.close()


def finished_of(results):
    """What the last record of a journal says if it is that the batch has finished: a dict, else None."""
    try:
        with open(results + SUFFIX, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LONGEST_END))
            word, facts = json.loads(file.read().splitlines()[-1])
            return facts if word == "finished" else None
    except (OSError, ValueError, TypeError, IndexError):
        return None
