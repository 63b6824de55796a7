"""The rows that are still to be sent: those of the input in order, and those that wait to be sent again."""

import heapq
import threading
import time

MOST_WAITING = 10_000  # rows that wait to be sent again, from which no new ones are begun


class Work:
    """A row on its way: its ``number`` among those of this run, its ``place`` in the table and its ``key`` there, how often it
    was sent, and the seconds that the last attempt took.
    """

    def __init__(self, number, row, id, place, key, source):
        self.number, self.row, self.id, self.place, self.key, self.source = number, row, id, place, key, source
        self.attempts, self.seconds = 0, 0.0


class Queue:
    """Gives rows to workers. ``works`` yields the Work of the input; ``window`` is how far rows may run ahead of the first that
    has not ended, None without a bound. ``clock`` gives seconds.
    """

    def __init__(self, works, *, window=None, clock=time.monotonic):
        self.works, self.window, self.clock = works, window, clock
        self.gate = threading.Condition()
        self.later: list = []  # (moment, number, Work)
        self.in_hand: set[int] = set()
        self.is_read = self.is_stopped = False
        self.next = None

    def take(self):
        """The next Work, when there is one; None when there is no more to do, or the run stops."""
        with self.gate:
            while not self.is_stopped:
                work = self.due() or self.fresh()
                if work:
                    self.in_hand.add(work.number)
                    return work
                if self.is_read and not self.later and not self.in_hand:
                    self.gate.notify_all()
                    return None
                self.gate.wait(self.until_due())
            return None

    def due(self):
        """A row whose wait is over, or None."""
        if self.later and self.later[0][0] <= self.clock():
            return heapq.heappop(self.later)[2]
        return None

    def fresh(self):
        """A row of the input that may begin, or None."""
        if self.next is None and not self.is_read:
            self.next = next(self.works, None)
            self.is_read = self.next is None
        if self.next is None or len(self.later) >= MOST_WAITING or self.is_too_far(self.next.number):
            return None
        work, self.next = self.next, None
        return work

    def is_too_far(self, number):
        """Whether a row is too far ahead of the first that has not ended."""
        if self.window is None:
            return False
        first = min((*self.in_hand, *(one[1] for one in self.later)), default=number)
        return number - first >= self.window

    def until_due(self):
        """Seconds until a row's wait is over, None where none waits."""
        return max(0.0, self.later[0][0] - self.clock()) if self.later else None

    def again(self, work, seconds):
        """Let a row be sent again after some seconds."""
        with self.gate:
            self.in_hand.discard(work.number)
            heapq.heappush(self.later, (self.clock() + seconds, work.number, work))
            self.gate.notify()

    def done(self, work):
        """A row has ended."""
        with self.gate:
            self.in_hand.discard(work.number)
            if self.window is not None or (not self.in_hand and self.is_read):
                self.gate.notify_all()

    def stop(self):
        """Give no more rows."""
        with self.gate:
            self.is_stopped = True
            self.gate.notify_all()

    def close(self):
        """Let go of the input; called when no worker asks any more."""
        self.works.close()
