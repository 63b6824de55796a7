"""Time limits for a reply's body, so that a slow service cannot block the program forever."""

import time

EVER = 10**9  # seconds; a service that asks for more says "never"
PACE = 16 * 1024  # bytes a second; a document that comes so fast is not slow
PACE_OF_FILES = 1024
BARREN = 10  # times the time-out that a document may take in any case, or a stream whose events bring nothing


class Clock:
    """How long may be waited for a body, in seconds of waiting alone: ``allowed`` at once, and more the more bytes come.

    What comes in drops is over soon, what comes slowly is not. A stream begins anew with each event; while its events bring
    nothing, it has ``BARREN`` times as long in all.
    """

    def __init__(self, allowed):
        self.allowed, self.pace = allowed, PACE
        self.most = BARREN * allowed
        self.pace = PACE
        self.is_over = False
        self.waited = self.barren = self.came = 0.0

    def let_files_pass(self):
        """Time a file, of which only a few bytes a second are too few."""
        self.pace, self.most = PACE_OF_FILES, EVER

    def tick(self, seconds, count):
        """Count a wait that returned this many bytes; raises TimeoutError when the allowed time is used up."""
        self.waited, self.barren, self.came = self.waited + seconds, self.barren + seconds, self.came + count
        if self.waited > self.allowed + self.came / self.pace or self.barren > self.most:
            self.is_over = True
            raise TimeoutError

    def restart(self, brings=True):
        """Begin anew, because something has come that ``brings`` a part of what was asked for, or at least news."""
        self.waited = self.came = 0.0
        self.barren = 0.0 if brings else self.barren

    def watch(self, response):
        """Time every wait for bytes of a response of urllib3, those between chunks too: a function of its socket's file."""
        raw = getattr(getattr(getattr(response, "_fp", None), "fp", None), "raw", None)
        if raw is None:  # no body
            return
        readinto = raw.readinto

        def timed(buffer):
            started = time.monotonic()
            count = readinto(buffer)
            self.tick(time.monotonic() - started, count or 0)
            return count

        raw.readinto = timed
