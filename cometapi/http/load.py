"""How many requests a service takes at once and in a minute, as far as its answers tell: numbers only, no clock, no threads."""

from collections import deque

from cometapi.generated import program

MINUTE = 60.0  # seconds
GRAIN = 0.1  # seconds whose requests are counted as one, so that a minute of any rate is a short list
TICK = 0.001  # seconds that a wait is longer than need be, so that no rounding makes it wait again
CUT = 0.5  # what is left of the limit after a wave of refusals
BYTES_A_TOKEN = 2  # of UTF-8; a low estimate, so that tokens are rather counted too high
FIRST = 4  # requests at once that the automatic limit begins with
MOST = 100  # requests at once that it ends with
LEAST_SPREAD = 0.25  # seconds over which requests come back that were to come back at one moment
SPREAD = 0.1  # the same, as a part of what the service asked for
LARGEST_EXPONENT = 30  # from which a doubled wait is above any ceiling


class Window:
    """A limit of requests at once, which grows with success and is cut once by each wave of refusals.

    Requests are numbered as they begin; a wave is the refusal of one that began after the last cut, and of all that were
    on their way with it. Up to the first cut every success adds one, as long as the limit is made use of; then as many
    successes as the limit is. ``given`` is where the limit begins and ends, None for an automatic one.
    """

    def __init__(self, given=None, *, most=MOST):
        self.begun = self.last_of_wave = self.in_air = self.cuts = 0
        self.automatic = most
        self.limit = float(min(FIRST, most))
        self.tune(given)

    def tune(self, given):
        """Have another end, and begin there if it is given. Raises ValueError for less than one."""
        if given is not None and given < 1:
            raise ValueError("a limit of requests is one or more")
        self.most = self.automatic if given is None else given
        self.limit = float(given or min(self.limit, self.most))

    @property
    def at_once(self):
        """How many requests may be on their way now."""
        return int(self.limit)

    def has_room(self):
        """Whether another request may begin."""
        return self.in_air < self.at_once

    def begin(self):
        """Count a request; gives its number."""
        self.begun += 1
        self.in_air += 1
        return self.begun

    def end(self, number, verdict):
        """Learn from the end of a request: ``ok``, ``overloaded`` or ``failed``, which says nothing of the load.

        Gives whether it began a wave of refusals.
        """
        is_full = self.in_air >= self.at_once
        self.in_air -= 1
        if verdict == "ok" and is_full:
            self.limit = min(self.limit + (1 / self.limit if self.cuts else 1), self.most)
        if verdict != "overloaded" or number <= self.last_of_wave:
            return False
        self.last_of_wave = self.begun
        self.cuts += 1
        self.limit = max(1.0, self.limit * CUT)
        return True


class Minute:
    """An amount that may be used in any 60 seconds, whatever was before them; None for any amount.

    What is larger than a whole minute's amount fits when nothing else was used for a minute: its size is an estimate,
    and the service may well take it.
    """

    def __init__(self, most=None):
        self.most = most
        self.used: deque = deque()  # [end of a grain of time, amount], oldest first
        self.total = 0

    def wait(self, amount, now):
        """Seconds until an amount fits, 0 where it does; others that are taken meanwhile are not foreseen."""
        if self.most is None:
            return 0.0
        self.forget(now)
        over, seconds = self.total + min(amount, self.most) - self.most, 0.0
        for end, used in self.used:
            if over <= 0:
                break
            over -= used
            seconds = end + MINUTE - now + TICK
        return seconds

    def forget(self, now):
        """Take off what was used more than a minute ago."""
        while self.used and self.used[0][0] + MINUTE <= now:
            self.total -= self.used.popleft()[1]

    def take(self, amount, now):
        """Use an amount; gives what ``correct`` wants to know of it."""
        self.forget(now)
        if not self.used or self.used[-1][0] < now:
            self.used.append([now + GRAIN, 0])
        self.used[-1][1] += amount
        self.total += amount
        return self.used[-1]

    def correct(self, grain, difference):
        """Change an amount that was estimated when it was taken; one of more than a minute ago does not count any more."""
        if self.used and grain[0] >= self.used[0][0]:
            grain[1] += difference
            self.total += difference


def delay(attempt, asked, ceiling, draw, least=LEAST_SPREAD):
    """Seconds before a refused request is sent again; None where the service asks for more than the ``ceiling``.

    ``attempt`` counts from 0, ``asked`` are the seconds of ``Retry-After`` or None, ``draw`` is a number from 0 to 1: a wait
    that the service asked for is made longer by it, never shorter, by ``least`` seconds or more at 1.
    """
    if asked is None:
        doubled = program.RETRY["first_wait"] * 2 ** min(attempt, LARGEST_EXPONENT)
        return min(doubled * (1 + draw / 2), ceiling)
    if asked > ceiling:
        return None
    return min(asked + draw * max(least, asked * SPREAD), ceiling)
