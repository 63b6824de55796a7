"""Lets requests to one model begin when the service takes more of them, for any number of threads: in turn, and never for ever."""

import hashlib
import threading
import time
from collections import deque

from cometapi.http.credentials import settings_of
from cometapi.http.load import MINUTE, MOST, Minute, Window

LONG = 5.0  # seconds of a wait that is told
UNCHANGED = object()


class Slot:
    """Leave to send one request: its ``number``, the seconds ``waited`` for it, the tokens it is expected to use."""

    __slots__ = ("grain", "is_left", "number", "tokens", "waited")

    def __init__(self, number, waited, tokens, grain):
        self.number, self.waited, self.tokens, self.grain, self.is_left = number, waited, tokens, grain, False


class Limiter:
    """At most ``parallel`` requests at once, and ``rpm`` requests and ``tpm`` tokens in any minute; None is an automatic
    limit, or none.

    Requests begin in the order in which they asked. ``clock`` gives seconds, ``most`` ends the automatic limit.
    """

    def __init__(self, parallel=None, rpm=None, tpm=None, *, most=MOST, clock=time.monotonic):
        self.window, self.requests, self.tokens = Window(parallel, most=most), Minute(rpm), Minute(tpm)
        self.clock = clock
        self.told = None  # when a long wait was told last
        self.lock = threading.Lock()
        self.queue: deque = deque()  # a Condition for each thread that waits, the first one's turn is next

    def enter(self, tokens=0, is_over=lambda: False, tell=lambda seconds: None):
        """Wait until a request of so many tokens may begin; gives its Slot, None when ``is_over`` says that it is not wanted
        any more, which is asked anew after each ``wake``. ``tell`` is told once a minute of a long wait for the minute.
        """
        with self.lock:
            if not self.queue and self.wait(tokens) == 0:
                return self.slot(tokens, 0.0)
            begun, mine = self.clock(), threading.Condition(self.lock)
            self.queue.append(mine)
            try:
                while not is_over():
                    seconds = self.wait(tokens) if self.queue[0] is mine else None
                    if seconds == 0:
                        return self.slot(tokens, self.clock() - begun)
                    if seconds and self.is_news(seconds):
                        tell(seconds)
                    self.rest(mine, seconds)
                return None
            finally:
                self.queue.remove(mine)
                self.call_first()

    def is_news(self, seconds):
        """Whether a wait is long, and none was told in the last minute."""
        now = self.clock()
        if seconds < LONG or (self.told is not None and now - self.told < MINUTE):
            return False
        self.told = now
        return True

    def wait(self, tokens):
        """Seconds until a request may begin: 0 for now, None for when another one has ended."""
        if not self.window.has_room():
            return None
        now = self.clock()
        return max(self.requests.wait(1, now), self.tokens.wait(tokens, now))

    def rest(self, mine, seconds):
        """Wait for a call, at most so many seconds, None without an end."""
        mine.wait(seconds)

    def slot(self, tokens, waited):
        """The Slot of a request that begins."""
        now = self.clock()
        self.requests.take(1, now)
        grain = self.tokens.take(tokens, now)
        return Slot(self.window.begin(), waited, tokens, grain)

    def leave(self, slot, verdict="failed", tokens=None):
        """A request has ended: ``ok``, ``overloaded`` (the service did not take it, for now) or ``failed`` (anything else).

        ``tokens`` are what it really used. Gives how many were on their way when it began a wave of refusals, 0 where it did not. A second time changes nothing.
        """
        with self.lock:
            if slot.is_left:
                return 0
            slot.is_left = True
            in_air = self.window.in_air
            if tokens is not None:
                self.tokens.correct(slot.grain, tokens - slot.tokens)
            is_wave = self.window.end(slot.number, verdict)
            self.call_first()
            return in_air if is_wave else 0

    def call_first(self):
        """Let the thread look whose turn it is."""
        if self.queue:
            self.queue[0].notify()

    def wake(self):
        """Let every thread that waits ask whether it is still wanted."""
        with self.lock:
            for one in self.queue:
                one.notify()

    def retune(self, *, parallel=UNCHANGED, rpm=UNCHANGED, tpm=UNCHANGED):
        """Change limits from now on; what was used of the minute stays used."""
        with self.lock:
            if parallel is not UNCHANGED:
                self.window.tune(parallel)
            self.requests.most = self.requests.most if rpm is UNCHANGED else rpm
            self.tokens.most = self.tokens.most if tpm is UNCHANGED else tpm
            self.call_first()

    @property
    def is_crowded(self):
        """Whether as many requests wait as may be on their way."""
        return len(self.queue) >= self.window.at_once

    def never_fits(self, tokens):
        """Whether a request needs more tokens than a minute has; it is sent when nothing else used any for a minute."""
        most = self.tokens.most
        return most is not None and tokens > most

    def facts(self):
        """What it does now, for people and files."""
        with self.lock:
            return {
                "parallel": self.window.at_once,
                "parallel_most": self.window.most,
                "in_the_air": self.window.in_air,
                "waiting": len(self.queue),
                "cuts": self.window.cuts,
                "rpm": self.requests.most,
                "tpm": self.tokens.most,
            }


class Limiters:
    """The Limiters of a session, one for each credential and model."""

    def __init__(self):
        self.known: dict = {}
        self.lock = threading.Lock()

    def of(self, secret, model, make):
        """The Limiter for a secret, which is not kept, and a model; ``make`` makes it when there is none yet."""
        key = (hashlib.sha256(secret.encode()).digest(), model)
        with self.lock:
            if key not in self.known:
                self.known[key] = make()
            return self.known[key]

    def wake(self):
        """Let every thread that waits ask whether it is still wanted."""
        with self.lock:
            known = list(self.known.values())
        for one in known:
            one.wake()


def limiter_of(call, credential, model, **facts):
    """The Limiter of a call that goes to a model with a credential of the manifest; its options say the limits.

    Raises ConfigurationMissing when a setting of the credential is not set.
    """
    secret = "\n".join(call.settings.need(one) for one in settings_of(credential)) if credential else ""
    parallel = call.option("parallel")
    given = (None if parallel == "auto" else parallel, call.option("rpm"), call.option("tpm"))
    return call.session.limiters.of(secret, model, lambda: Limiter(*given, **facts))
