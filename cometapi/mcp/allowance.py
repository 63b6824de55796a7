"""What the calls of an agent may spend together: each paid call gets a share before it begins, and gives back what it left."""

from contextlib import asynccontextmanager
from decimal import Decimal
from typing import NamedTuple

import anyio


class Share(NamedTuple):
    """What one call is told: the ``cap`` that holds for it in dollars, how much of that others have, the cap on ``calls``
    and how many of those were made. Each cap is None where there is none.
    """

    cap: Decimal | None
    spent: Decimal
    calls: int | None
    made: int


class Allowance:
    """The caps of a server, ``dollars`` and ``calls``, each None without one; ``spent`` and ``made`` are what was used of them.

    Calls that say what they may cost at most run side by side as long as that fits; one that does not say has all that is
    left, and others wait for it.
    """

    def __init__(self, dollars=None, calls=None):
        self.dollars, self.calls = dollars, calls
        self.spent, self.held, self.made = Decimal(0), Decimal(0), 0
        self.away = 0
        self.news = anyio.Condition()

    @asynccontextmanager
    async def share(self, asked):
        """A Lent for a call that asks for so many dollars, None for all that is left; it is settled when the block is left."""
        async with self.news:
            while self.away and not self.fits(asked):
                await self.news.wait()
            lent = self.lend(asked)
        try:
            yield lent
        finally:
            with anyio.CancelScope(shield=True):
                async with self.news:
                    self.settle(lent)
                    self.news.notify_all()

    def left(self):
        """The dollars that nobody has."""
        return max(Decimal(0), self.dollars - self.spent - self.held)

    def fits(self, asked):
        """Whether a call that asks for so much can begin beside others."""
        return asked is not None and self.calls is None and (self.dollars is None or asked <= self.left())

    def lend(self, asked):
        """Give a call its share."""
        self.away += 1
        if self.dollars is None:
            return Lent(Share(asked, Decimal(0), self.calls, self.made), asked or Decimal(0))
        lent = self.left() if asked is None else min(asked, self.left())
        self.held += lent
        cap = self.dollars if asked is None else min(asked, self.dollars)
        return Lent(Share(cap, cap - lent, self.calls, self.made), lent)

    def settle(self, lent):
        """Take back what a call left of its share."""
        self.away -= 1
        if self.dollars is not None:
            self.held -= lent.dollars
        self.spent += lent.spent
        self.made += lent.made


class Lent:
    """A share that was lent. All of it counts as ``spent`` until the call tells what it did spend."""

    def __init__(self, share, dollars):
        self.share, self.dollars = share, dollars
        self.spent, self.made = dollars, 1
