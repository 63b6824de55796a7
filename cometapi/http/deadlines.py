"""Functions that are called when something has taken too long: one thread for all that is waited for.

A thread of its own for each wait, as ``threading.Timer`` has it, takes longer than the rest of a small request.
"""

import itertools
import threading
import time

SOON = 0.001  # seconds after a deadline in which it is noticed


class Deadlines:
    """Waits that are watched; may be used by many threads at once. The thread begins with the first of them."""

    def __init__(self):
        self.gate = threading.Condition()
        self.pending: dict = {}  # number to (moment of the monotonic clock, function)
        self.numbers = itertools.count()
        self.thread: threading.Thread | None = None
        self.next = float("inf")  # when the thread looks again
        self.is_closed = False

    def begin(self, seconds, function):
        """Call a function after some seconds, unless the wait ends before; gives what ``end`` wants."""
        moment = time.monotonic() + seconds
        with self.gate:
            number = next(self.numbers)
            self.pending[number] = moment, function
            if self.thread is None:
                self.thread = threading.Thread(target=self.watch, daemon=True)
                self.thread.start()
            elif moment < self.next:
                self.gate.notify()
        return number

    def end(self, number):
        """The wait is over; its function is not called any more."""
        self.pending.pop(number, None)

    def watch(self):
        """Call what is due; runs in a thread of its own."""
        while True:
            with self.gate:
                if self.is_closed:
                    return
                due = [number for number, (moment, _) in self.pending.copy().items() if moment <= time.monotonic()]
                if not due:
                    self.next = min((moment for moment, _ in self.pending.copy().values()), default=float("inf"))
                    seconds = self.next - time.monotonic() + SOON
                    self.gate.wait(None if self.next == float("inf") else max(0.0, min(seconds, threading.TIMEOUT_MAX)))
                    continue
            for number in due:
                _, function = self.pending.pop(number, (0, None))
                if function:
                    function()

    def close(self):
        """Call nothing any more."""
        with self.gate:
            self.is_closed = True
            self.gate.notify()
        if self.thread:
            self.thread.join()
