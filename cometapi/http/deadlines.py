"""Functions that are called when something has taken too long: one thread for all that is waited for.

A thread of its own for each wait, as ``threading.Timer`` has it, takes longer than the rest of a small request. There is no
Condition here: Ctrl-C in the middle of one would leave it locked, so every step is one that nothing can cut in two.
"""

import itertools
import threading
import time
from contextlib import suppress

EVER = float("inf")
SOON = 0.001  # seconds after a deadline in which it is noticed


class Deadlines:
    """Waits that are watched; may be used by many threads at once. The thread begins with the first of them."""

    def __init__(self):
        self.pending: dict = {}  # number to (moment of the monotonic clock, function)
        self.numbers = itertools.count()
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None
        self.news = threading.Lock()  # released to wake the thread
        self.news.acquire()
        self.next = EVER  # when the thread looks again at the latest
        self.is_closed = False

    def begin(self, seconds, function):
        """Call a function after some seconds, unless the wait ends before; gives what ``end`` wants."""
        number, moment = next(self.numbers), time.monotonic() + seconds
        self.pending[number] = moment, function
        if not (self.thread and self.thread.is_alive()):
            self.start()
        if moment < self.next:
            self.wake()
        return number

    def start(self):
        """Begin the thread, once."""
        with self.starting:
            if not (self.thread and self.thread.is_alive()):  # Ctrl-C may have met its start
                self.thread = threading.Thread(target=self.watch, daemon=True)
                self.thread.start()

    def wake(self):
        """Let the thread look again."""
        with suppress(RuntimeError):  # it is about to look
            self.news.release()

    def end(self, number):
        """The wait is over; its function is not called any more."""
        self.pending.pop(number, None)

    def watch(self):
        """Call what is due; runs in a thread of its own."""
        while not self.is_closed:
            self.next = EVER  # so that whoever begins a wait from here on wakes this thread
            waits, now = self.pending.copy(), time.monotonic()
            for number in [number for number, (moment, _) in waits.items() if moment <= now]:
                if self.pending.pop(number, None):
                    waits.pop(number)[1]()
            self.next = min((moment for moment, _ in waits.values()), default=EVER)
            seconds = self.next - time.monotonic() + SOON
            self.news.acquire(timeout=-1 if self.next == EVER else max(0.0, min(seconds, threading.TIMEOUT_MAX)))

    def close(self):
        """Call nothing any more."""
        self.is_closed = True
        self.wake()
        if self.thread and self.thread.ident:
            self.thread.join()
