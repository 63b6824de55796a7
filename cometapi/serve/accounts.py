"""What the requests of a gateway cost: booked before they are sent where there is a cap, and added up for the report at the end."""

import threading
from decimal import Decimal

from cometapi.answers import prices, usage
from cometapi.errors import CapReached
from cometapi.spending.booking import Booking, booked_as, counts_of, limit_tokens, unknown

MOST = 1000  # models whose prices are known at a time; their names are the clients'


class Summary:
    """What a gateway has done: ``requests`` that were sent, ``dollars`` of those whose cost is known, how many are ``unpriced``,
    and how many a cap ``refused``.
    """

    def __init__(self):
        self.requests = self.unpriced = self.refused = 0
        self.dollars = Decimal(0)


class Accounts:
    """The bookings of a gateway and their sum. Thread-safe."""

    def __init__(self, gateway):
        self.gateway = gateway
        self.summary, self.lock = Summary(), threading.Lock()
        self.known: dict = {}  # prices by the names of models
        budget = gateway.call.budget()
        if budget is not None:
            budget.is_patient = True  # every request ends

    @property
    def is_capped(self):
        """Whether a cap holds for the requests."""
        return self.gateway.call.budget() is not None

    def limit(self, exchange):
        """Let a request under a cap that names no limit of its answer have the one of the setting."""
        if self.is_capped and exchange.incoming.is_of_answer():
            limit_tokens(exchange.call, exchange.incoming.parts)
            exchange.incoming.write()

    def book(self, exchange):
        """Book a paid request; None without a cap. Raises CapReached, and OutputFailed."""
        budget = self.gateway.call.budget()
        if budget is None:
            return None
        try:
            return self.booked(exchange, budget)
        except CapReached:
            with self.lock:
                self.summary.refused += 1
            raise

    def booked(self, exchange, budget):
        """The Booking of a request under a cap."""
        if not budget.is_in_dollars:
            return Booking(budget.reserve())
        incoming = exchange.incoming
        if not (incoming.endpoint and "command" in incoming.endpoint):
            raise unknown(f"{incoming.method} {incoming.path}")
        key = exchange.key
        return booked_as(exchange.call, budget, exchange.command, incoming.parts, key)

    def end(self, exchange):
        """Settle a request that has ended, and count it."""
        if not exchange.is_paid:
            return
        tokens = tokens_of(exchange)
        if exchange.booking:
            settle(exchange, tokens)
        if not exchange.was_taken:
            return
        dollars = self.dollars(exchange, tokens)
        with self.lock:
            self.summary.requests += 1
            self.summary.unpriced += dollars is None
            self.summary.dollars += dollars or 0

    def dollars(self, exchange, tokens):
        """What a request has cost by the catalog's prices, None where that is not known."""
        bound = exchange.booking and exchange.booking.bound
        if bound and exchange.is_gone:
            return bound.so_far(tokens, exchange.came)
        if exchange.is_cut:
            return None
        if bound:
            return bound.used(tokens)
        counts = {name: int(count) for name, count in tokens.items() if count is not None}
        found = usage.cost(counts, self.pricing(exchange.call, exchange.incoming.model))
        return None if found is None else Decimal(str(found))

    def pricing(self, call, model):
        """The catalog's prices of a model, from the copy on this machine; None where there are none."""
        if model is None:
            return None
        with self.lock:
            if model in self.known:
                return self.known[model]
        found = prices.at_hand(call, model)
        with self.lock:
            if len(self.known) >= MOST:
                self.known.clear()
            self.known[model] = found
        return found


def tokens_of(exchange):
    """Tokens by name, as far as a reply has told them."""
    if exchange.reader:
        return exchange.reader.tokens()
    found = [counts_of(one.get("response", {}), exchange.document) for one in exchange.command["routes"]]
    return max(found, key=len, default={}) if exchange.document is not None else {}


def settle(exchange, tokens):
    """Settle the booking of a request by how it ended."""
    booking = exchange.booking
    if exchange.is_gone and not exchange.hold.was_sent:
        booking.reservation.release(was_sent=False)
    elif exchange.is_gone:
        booking.broken_off(tokens, exchange.came)
    elif exchange.error and not exchange.has_begun:
        booking.failed(exchange.error)
    elif exchange.is_cut:
        booking.leave()
    elif tokens or (booking.bound and booking.bound.prices is None):
        booking.used(tokens)
    else:
        booking.leave()
