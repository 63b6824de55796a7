"""The numbers of a run, as it tells them on stderr and in the file that ``batch status`` reads."""

import os
import time

RECENT = 30.0  # seconds over which the rate is measured


class Status:
    """Gives the numbers of now, as a dict. ``total`` is how many rows the run is to send."""

    def __init__(self, runner, total, clock=time.monotonic):
        self.runner, self.total, self.clock = runner, total, clock
        self.marks = [(clock(), 0)]  # (moment, rows done) of the last half minute

    def __call__(self):
        counts, done = self.runner.counts, self.done
        rate = self.rate(done)
        is_priced = counts.dollars or not counts.unpriced
        dollars = float(counts.dollars) if is_priced else None
        return {
            "state": self.state,
            "rows": self.total,
            "done": done,
            "in_progress": self.runner.resources.in_the_air,
            "failed": counts.failed,
            "unknown": counts.unknown,
            "rows_per_second": round(rate, 2),
            "cost_usd_estimate": dollars,
            "cost_usd_estimate_at_end": round(dollars * self.total / done, 6) if dollars and done else None,
            "seconds_left": round((self.total - done) / rate) if rate and not self.runner.is_over else None,
            "process": os.getpid(),
            "at": round(time.time(), 3),
            "limits": {model or "": one.facts() for (_, model), one in list(self.runner.resources.limiters.items())},
        }

    @property
    def done(self):
        """How many rows of this run have ended, in whatever way."""
        counts = self.runner.counts
        return counts.answered + counts.failed + counts.unknown

    @property
    def state(self):
        """What the run is doing, in a word."""
        if self.runner.is_over:
            return "ended"
        return "stopping" if self.runner.queue.is_stopped else "running"

    def rate(self, done):
        """Rows a second over the last half minute."""
        now = self.clock()
        self.marks.append((now, done))
        while len(self.marks) > 2 and now - self.marks[0][0] > RECENT:
            self.marks.pop(0)
        begun, before = self.marks[0]
        return (done - before) / (now - begun) if now > begun else 0.0
