"""Workers that send the rows of a batch side by side, and what becomes of each row."""

import random
import threading
import time
from decimal import Decimal

from cometapi.batch import sending
from cometapi.batch import table as bits
from cometapi.batch.lines import result_line
from cometapi.errors import CapReached, CometError, ConfigurationError, ConfigurationMissing, OutputFailed, Partial
from cometapi.generated import program
from cometapi.http.load import delay
from cometapi.report import as_error

MOST_IN_A_ROW = 20  # rows that the service fails one after another, none answered between them, before a run stops
COUNTED = ("input", "output")  # tokens that a rate counts
LOAD = {sending.ANSWERED: "ok", sending.REFUSED: "overloaded", sending.UNREACHED: "overloaded"}
LATER = 0.1  # seconds after which a row is looked at again for whose model many others wait
MOST_TOLD = 5  # rows that are named in a note


class Counts:
    """What a run has done so far; ``dollars`` are those of its answers as far as they are known, ``unpriced`` how many are not."""

    def __init__(self):
        self.answered = self.failed = self.unknown = self.unpriced = 0
        self.dollars = Decimal(0)
        self.in_a_row = 0


class Runner:
    """Runs the rows of a Queue: ``job`` keeps what becomes of them, ``resources`` is what they are sent with, ``note`` tells what
    was not told before. ``error`` is why the run stopped early, None where it did not.
    """

    def __init__(self, job, resources, queue, note):
        self.job, self.resources, self.queue, self.note = job, resources, queue, note
        self.counts, self.lock = Counts(), threading.Lock()
        self.error: CometError | None = None
        self.refused_models: dict = {}  # models whose rows are not sent any more, with why
        self.failures: list[tuple] = []  # ``(ID, message)`` of the first rows that failed
        self.unknown: list[str] = []  # IDs of rows whose request may have been taken
        self.threads: list[threading.Thread] = []
        self.is_over = False
        self.end_lock = (
            threading.Lock()
        )  # held until the last worker has ended; no Event, which Ctrl-C can leave locked
        self.end_lock.acquire()

    def begin(self, count):
        """Have so many workers; where there are more already, nothing changes."""
        with self.lock:
            while len(self.threads) < count and not self.is_over:
                thread = threading.Thread(target=self.work, daemon=True)
                self.threads.append(thread)
                thread.start()

    def work(self):
        """Send rows until there are no more."""
        sender = None
        try:
            sender = self.resources.sender()
            while work := self.queue.take():
                self.run(sender, work)
        except Exception as error:
            self.stop(as_error(error))
        finally:
            if sender:
                sender.close()
            with self.lock:
                self.threads.remove(threading.current_thread())
                if not self.threads:
                    self.is_over = True
                    self.end_lock.release()

    def wait(self, seconds):
        """Wait for the end, at most so many seconds."""
        if not self.is_over:
            self.end_lock.acquire(timeout=seconds)

    def stop(self, error=None):
        """Send no more; what is in the air comes home."""
        with self.lock:
            self.error = self.error or error
        self.queue.stop()
        self.resources.wake()

    def run(self, sender, work):
        """Send a row once, and see to what comes of it."""
        try:
            prepared = self.resources.maker.prepared(work.row)
        except OutputFailed:
            raise
        except (ConfigurationMissing, ConfigurationError) as error:
            self.stop(error)
            self.drop(work)
            return
        except CometError as error:
            self.write(work, None, sending.Outcome(sending.FAILED, error=error), None)
            return
        if prepared.model in self.refused_models:
            self.drop(work)
            return
        limiter = self.resources.limiter(prepared)
        if limiter.is_crowded and len(self.resources.limiters) > 1:  # rows of other models go first
            self.queue.again(work, LATER)
            return
        slot = limiter.enter(self.resources.tokens(prepared), lambda: self.queue.is_stopped)
        if slot is None:
            self.drop(work)
            return
        verdict, used = None, None
        try:
            verdict, used = self.exchange(sender, work, prepared)
        finally:
            if limiter.leave(slot, LOAD.get(verdict, "failed"), used):
                self.note(
                    f"The service takes fewer requests at once; at most {limiter.facts()['parallel']} are sent now."
                )

    def exchange(self, sender, work, prepared):
        """Send a request that may be sent now; returns its verdict, and the tokens that it used, None if they are not known."""
        try:
            booking = sender.book(prepared)
        except CapReached as error:
            error.message = error.message.removesuffix(" Nothing was sent.")
            self.stop(error)
            self.drop(work)
            return None, None
        try:
            self.job.journal.sent(work.id, prepared.digest, work.source, booking and booking.most)
            work.attempts += 1
            begun = time.monotonic()
            outcome = sender.send(prepared, work.key)
            work.seconds = time.monotonic() - begun
            if booking:
                settle_booking(booking, outcome)
        finally:
            if booking:
                booking.leave()
        self.settle(work, prepared, outcome)
        return outcome.verdict, sum(outcome.tokens.get(name, 0) for name in COUNTED) or None

    def settle(self, work, prepared, outcome):
        """Write down what became of a row, or let it be sent again."""
        if outcome.verdict in (sending.REFUSED, sending.UNREACHED):
            self.job.journal.refused(work.id)
            self.repeat(work, prepared, outcome)
        elif outcome.verdict == sending.UNKNOWN:
            self.lose(work, outcome)
        elif outcome.verdict == sending.UNABLE:
            self.job.journal.refused(work.id)
            self.stop(outcome.error)
            self.drop(work)
        elif self.is_final(outcome.error, prepared):
            self.job.journal.refused(work.id)
            self.drop(work)
        else:
            self.write(work, prepared, outcome, self.resources.dollars(prepared, outcome))

    def is_final(self, error, prepared):
        """Whether an error cannot get better, for any row or for those of a model: nothing more of them is sent."""
        if error is None:
            return False
        facts = program.RETRY["final"].items()
        by_code = [
            scope for scope, one in facts if error.code in one.get("codes", ())
        ]  # which says more than the status
        scopes = by_code or [scope for scope, one in facts if error.http_status in one.get("statuses", ())]
        if scopes == ["model"] and prepared.model:
            self.refused_models[prepared.model] = error
        elif scopes:
            self.stop(error)
        return bool(scopes)

    def repeat(self, work, prepared, outcome):
        """Let a row that was not taken be sent again after a while, or fail it."""
        seconds = delay(work.attempts - 1, outcome.error.retry_after, self.resources.longest_wait, random.random())
        if work.attempts <= self.resources.retries and seconds is not None:
            self.note(f"{outcome.error.message.rstrip('.')}; such rows are sent again later.")
            self.queue.again(work, seconds)
            return
        if outcome.verdict == sending.UNREACHED:
            self.stop(outcome.error)
            self.drop(work)
            return
        self.write(work, prepared, outcome, None)
        self.tire(outcome.error)

    def tire(self, error):
        """Stop when the service has failed many rows one after another."""
        with self.lock:
            self.counts.in_a_row += 1
            is_enough = self.counts.in_a_row >= MOST_IN_A_ROW
        if is_enough:
            self.stop(error)

    def drop(self, work):
        """Leave a row for another run."""
        self.job.results.skip(work.number)
        if work.attempts:
            self.job.mark(work, bits.REFUSED)
        self.queue.done(work)

    def lose(self, work, outcome):
        """Note a row whose request may have been taken."""
        with self.lock:
            self.counts.unknown += 1
            if len(self.unknown) < MOST_TOLD:
                self.unknown.append(work.id)
        self.job.results.skip(work.number)
        self.job.mark(work, bits.SENT)
        self.job.journal.lost(work.id, self.resources.hidden(outcome.error.message))
        self.tire(outcome.error)
        self.queue.done(work)

    def line(self, work, prepared, outcome, dollars):
        """The bytes of the line of a row, without the keys that a service may repeat."""
        made = result_line(work, prepared, outcome, dollars, self.job.journal.run)
        return self.resources.without_keys(made)

    def write(self, work, prepared, outcome, dollars):
        """Write the line of a row into the results, and that it is there into the journal."""
        is_answered = outcome.verdict == sending.ANSWERED
        self.job.results.write(work.number, self.line(work, prepared, outcome, dollars))
        self.job.journal.ended(work.id, is_answered, dollars)
        self.job.mark(work, bits.LINE | (bits.ANSWERED if is_answered else bits.FAILED))
        with self.lock:
            counts = self.counts
            counts.answered += is_answered
            counts.failed += not is_answered
            if not is_answered and len(self.failures) < MOST_TOLD:
                self.failures.append((work.id, outcome.error.message))
            counts.in_a_row = 0 if is_answered else counts.in_a_row
            counts.dollars += dollars or 0
            counts.unpriced += is_answered and dollars is None
            most = self.resources.max_errors
            is_enough = most is not None and counts.failed > most
        if is_enough:
            self.stop(Partial(f"Stopped, because more than {most} rows failed."))
        self.queue.done(work)


def settle_booking(booking, outcome):
    """Tell a Booking what its request did cost, as far as it is known."""
    if outcome.verdict == sending.ANSWERED:
        booking.used(outcome.tokens)
    elif outcome.error:
        booking.failed(outcome.error)
