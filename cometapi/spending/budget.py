"""What the calls of one job may spend: a cap on dollars, one on calls, a time, and the day's cap of all processes.

Everything is booked under one lock before a request is sent, so that no number of threads goes past a cap.
"""

import threading
import time
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from cometapi.advice import also
from cometapi.errors import CapReached, OutputFailed
from cometapi.spending.ledger import scope_of_key, scope_of_profile
from cometapi.spending.money import in_words

PATIENCE = 1.0  # seconds between two looks whether the time is over, while others may free some of the budget


class Day:
    """The day's cap of ``cap`` dollars, booked in ``ledger`` for the ``profile`` and for the key of each request. It counts
    the calls of the profile where ``is_of_profile``, else those of the key.
    """

    is_in_dollars = True

    def __init__(self, ledger, cap, profile, *, is_of_profile):
        self.ledger, self.cap, self.profile, self.is_of_profile = ledger, cap, profile, is_of_profile
        self.told = f"today's cap of {in_words(cap)} (max_cost_per_day)"

    def book(self, dollars, key):
        """Book a request with this key: a Booked, or the dollars that are left where it does not fit."""
        scopes = [scope_of_profile(self.profile), scope_of_key(key)]
        try:
            day, left = self.ledger.book(scopes, scopes[0 if self.is_of_profile else 1], dollars, self.cap)
        except OutputFailed as error:
            message = f"Nothing was sent, because the ledger of what was spent today cannot be used: {error.message}"
            raise OutputFailed(message) from None
        return left if day is None else Booked(day, scopes, dollars)

    def close(self):
        """Close the ledger."""
        self.ledger.close()

    def settle(self, booked, spent):
        """Count what a request did cost, in place of what was booked."""
        self.ledger.settle(booked.day, booked.scopes, booked.dollars, spent)


class Booked(NamedTuple):
    """What is booked in the ledger for one request."""

    day: str
    scopes: list
    dollars: Decimal


class Budget:
    """The caps of one job. ``dollars`` (Decimal), ``calls``, ``until`` (seconds since 1970) and ``day`` are each None
    without such a cap. ``shared`` are further caps that hold for other jobs, too: each books and settles as a Day does.

    With ``is_patient`` a request that does not fit waits while others of the job are away and may cost less than was booked;
    who sets it sees to it that every reservation ends. ``tell`` is called with a sentence about a ledger that fails later.
    """

    def __init__(
        self, *, dollars=None, calls=None, until=None, day=None, shared=(), tell=lambda sentence: None, clock=time.time
    ):
        self.dollars, self.calls, self.until = dollars, calls, until
        self.shared = [*shared, *([day] if day else [])]
        self.tell, self.clock = tell, clock
        self.is_patient = False
        self.news = threading.Condition()
        self.spent = Decimal(0)  # by requests that have ended
        self.booked = Decimal(0)  # the most that the others may cost: away, or unknown how they ended
        self.made = 0  # calls that were sent
        self.away = 0  # reservations that have not ended
        self.entries = {}  # of the catalog, by the names of models

    @property
    def is_in_dollars(self):
        """Whether a request has to say what it may cost at most."""
        return self.dollars is not None or any(cap.is_in_dollars for cap in self.shared)

    def begin_with(self, dollars, calls=0):
        """Count what the job spent before, in another process."""
        with self.news:
            self.spent += dollars
            self.made += calls

    def reserve(self, bound=None, key=""):
        """A Reservation for a request with this API key that costs at most its Bound; None without a cap in dollars.

        Raises CapReached for one that does not fit, and OutputFailed when the ledger cannot be used.
        """
        dollars = bound.dollars if bound else Decimal(0)
        with self.news:
            while True:
                self.check_time()
                self.check_calls()
                fault, booked = self.booked_or_not(bound, dollars, key)
                if fault is None:
                    self.made, self.away, self.booked = self.made + 1, self.away + 1, self.booked + dollars
                    return Reservation(self, dollars, booked)
                if not (self.is_patient and self.away and self.may_fit(dollars)):
                    raise fault
                self.news.wait(PATIENCE)

    def may_fit(self, dollars):
        """Whether so much would fit if all that is away cost nothing."""
        return self.dollars is None or dollars <= self.dollars - self.spent

    def booked_or_not(self, bound, dollars, key):
        """``(None, what is booked with each shared cap)`` of a request that fits, else ``(CapReached, None)``."""
        left = None if self.dollars is None else self.dollars - self.spent - self.booked
        if left is not None and dollars > left:
            return beyond(bound, left, f"the cap of {in_words(self.dollars)}{also(' ({max_cost})')}"), None
        booked = []
        for cap in self.shared:
            found = cap.book(dollars, key)
            if isinstance(found, Decimal):
                self.settle(booked, Decimal(0))
                return beyond(bound, found, cap.told), None
            booked.append((cap, found))
        return None, booked

    def settle(self, booked, spent):
        """Tell the shared caps what a request did cost for which this was booked."""
        for cap, one in booked:
            cap.settle(one, spent)

    def check_time(self):
        """Raise CapReached when the time is over."""
        if self.until is not None and self.clock() >= self.until:
            moment = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(self.until))
            raise CapReached(f"It is past {moment}{also(' ({until})')}. Nothing was sent.")

    def check_calls(self):
        """Raise CapReached when all calls have been made."""
        if self.calls is not None and self.made >= self.calls:
            noun = "call" if self.calls == 1 else "calls"
            raise CapReached(f"The cap of {self.calls} {noun}{also(' ({max_calls})')} is reached. Nothing was sent.")

    def end(self, reservation, spent):
        """Count how a request ended: what it ``spent``, None where nobody knows, so that all of it stays booked."""
        with self.news:
            self.away -= 1
            if spent is not None:
                self.booked -= reservation.dollars
                self.spent += spent
            self.news.notify_all()
        if spent is not None:
            try:
                self.settle(reservation.booked, spent)
            except OutputFailed as error:  # too much stays booked, and the answer is there
                self.tell(f"What the call cost could not be entered in the ledger: {error.message}")

    def forget_call(self):
        """Take back a call that was not sent."""
        with self.news:
            self.made -= 1

    def close(self):
        """Close what the shared caps are kept in."""
        for cap in self.shared:
            cap.close()


class Reservation:
    """What is booked for one request while it is away. It ends once, by the first that says how."""

    def __init__(self, budget, dollars, booked):
        self.budget, self.dollars, self.booked = budget, dollars, booked
        self.is_over = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.leave()

    def settle(self, dollars):
        """The request cost this much."""
        self.end(dollars)

    def release(self, *, was_sent=True):
        """The service did not take the request; one that was not even sent is no call."""
        if not (was_sent or self.is_over):
            self.budget.forget_call()
        self.end(Decimal(0))

    def leave(self):
        """Nobody knows whether it was taken, or what it cost: it stays booked."""
        self.end(None)

    def end(self, spent):
        """End it, unless it has ended."""
        if not self.is_over:
            self.is_over = True
            self.budget.end(self, spent)


def beyond(bound, left, cap):
    """The error about a request that may cost more than is ``left`` of a cap, with the most tokens that would fit."""
    left = max(Decimal(0), left)
    made = CapReached(
        f"The request may cost up to {in_words(bound.dollars)} by the catalog's prices, and {in_words(left, ROUND_FLOOR)} of {cap} "
        "is left. Nothing was sent."
    )
    made.tokens = bound.fitting(left)
    return made
