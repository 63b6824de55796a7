"""What one request may cost at most by the catalog's prices, and what it did cost. Pure: nothing is sent or read here.

The manifest's ``charge`` says what bounds the cost of a command, the catalog's entry of the model has the prices and the
limits of the model.
"""

import json
from decimal import Decimal
from typing import NamedTuple

from cometapi.cli.uploads import Upload
from cometapi.errors import CapReached
from cometapi.manifest.select import select
from cometapi.spending.money import MILLION, number, price, told

NOTHING_SENT = "so a cap on its cost cannot be held. Nothing was sent."
NO_OUTPUT = "none"  # what a charge says of a reply that has no tokens to pay for
TOKENS = ("input", "output")
LIMIT = 64  # bytes, and more, that a limit of tokens takes in a request


class Bound(NamedTuple):
    """The most that a request may cost, in dollars: ``fixed``, and ``each`` for every token of output that it may ask for.

    ``output`` is how many those are, 0 where the cost does not depend on them. ``prices`` are dollars a token by the names of
    TOKENS, None where the price is the same whatever the reply holds. ``slack`` is what a limit of tokens would add to a
    request that has none.
    """

    fixed: Decimal
    each: Decimal = Decimal(0)
    output: Decimal = Decimal(0)
    prices: dict | None = None
    slack: Decimal = Decimal(0)

    @property
    def dollars(self):
        """The most that the request may cost."""
        return self.fixed + self.each * self.output

    def fitting(self, left):
        """The most tokens of output with which the request costs no more than ``left`` dollars; None where there are none."""
        return max(0, int((left - self.fixed - self.slack) / self.each)) or None if self.each else None

    def so_far(self, tokens, came):
        """The most that an answer cost that broke off: by the ``tokens`` that its reply told, else by all that the request has,
        and by ``came``, bytes of the answer, none of which is more than a token.
        """
        if self.prices is None:
            return self.dollars
        told, output = (number(tokens.get(name)) or Decimal(0) for name in TOKENS)
        fixed = told * self.prices["input"] if told else self.fixed
        return min(self.dollars, fixed + max(output, Decimal(came)) * self.prices.get("output", Decimal(0)))

    def used(self, tokens):
        """What a request cost by the ``tokens`` of its reply, a dict of counts by name; None where they do not tell.

        Cached and reasoning tokens are in those of input and output.
        """
        if self.prices is None:
            return self.dollars
        counts = {name: number(tokens.get(name)) for name in self.prices}
        if None in counts.values() or not any(counts.values()):
            return None
        return sum(counts[name] * dollars for name, dollars in self.prices.items())


def bound(command, parts, entry, model):
    """The Bound of a request of a command, ``parts`` its values by place, by the catalog's ``entry`` of its model.

    Raises CapReached where the catalog has no price for the model, or nothing bounds what it costs.
    """
    charge, pricing = command.get("charge", {}), (entry or {}).get("pricing")
    results = most(charge, "results", parts) or Decimal(1)
    way = paid_by(pricing)
    if way == "token":
        by_token = {name: price(pricing, name) for name in TOKENS}
        return of_tokens(charge, parts, entry, model, by_token, results)
    if way == "request":
        return Bound(price(pricing, "per_request") * results)
    if way == "second":
        seconds = most(charge, "seconds", parts)
        if seconds is None:
            raise unbounded("seconds", f"The request does not say how many seconds {model} is to make")
        return Bound(price(pricing, "per_second") * seconds * results)
    raise unpriced(model, command)


def paid_by(pricing):
    """What a model with these prices is paid by: ``token``, ``request`` or ``second``; None without a price."""
    by_token = [price(pricing, name) for name in TOKENS]
    by_item = next((name for name in ("request", "second") if price(pricing, f"per_{name}") is not None), None)
    if any(by_token) or (by_item is None and any(one is not None for one in by_token)):
        return "token"
    return by_item


def of_tokens(charge, parts, entry, model, by_token, results):
    """The Bound of a request to a model that is paid by the token."""
    prices = {
        name: dollars for name, dollars in by_token.items() if name == "input" or charge.get("output") != NO_OUTPUT
    }
    if None in prices.values():
        raise unpriced(model)
    prices = {name: dollars / MILLION for name, dollars in prices.items()}
    fixed = input_tokens(charge, parts, entry, model) * prices["input"]
    if "output" not in prices:
        return Bound(fixed, prices=prices)
    output, slack = most(charge, "output", parts), Decimal(0)
    if output is None:
        limits = [number(entry.get(name)) for name in ("max_completion_tokens", "context_length")]
        output, slack = next(filter(None, limits), None), LIMIT * prices["input"]
    if output is None:
        sentence = f"Neither the request nor the catalog says how many tokens {model} may answer with"
        raise unbounded("output", sentence)
    return Bound(fixed, prices["output"] * results, output, prices, slack)


def unbounded(lacking, sentence):
    """The error about a request that may cost anything; ``lacking`` is the word of a charge that would bound it."""
    error = CapReached(f"{sentence}, {NOTHING_SENT}")
    error.lacking = lacking
    return error


def of_another_service(command):
    """The error about a command that asks a service of the user's own, whose prices the catalog does not have."""
    return CapReached(f"{command['name']} asks a service of your own, whose prices are not known, {NOTHING_SENT}")


def unpriced(model, command=None):
    """The error about a model without a price, or about a request that names no model."""
    if model is None:
        return CapReached(f"{command['name']} names no model that the catalog has a price for, {NOTHING_SENT}")
    return CapReached(f"The catalog has no price for {model}, {NOTHING_SENT}")


def input_tokens(charge, parts, entry, model):
    """At most how many tokens a request has: no token is shorter than a byte of UTF-8, and of media, and of what the service
    adds, no more fits than the model can hold.
    """
    files = []
    text = json.dumps(parts["body"], ensure_ascii=False, default=files.append)
    if not (
        any(isinstance(one, Upload) for one in files)
        or any(select(one, parts["body"]) for one in charge.get("unmeasured", ()))
    ):
        return Decimal(len(text.encode("utf-8", "surrogatepass")))
    room = number(entry.get("context_length"))
    if room is None:
        raise CapReached(f"The catalog does not say how many tokens {model} takes, {NOTHING_SENT}")
    return room


def most(charge, name, parts):
    """The largest of the numbers that a request has in these places of a charge; None where it has none."""
    places = charge.get(name, ())
    found = [] if places == NO_OUTPUT else [told(select(tuple(keys), parts[place])) for place, *keys in places]
    return max((one for one in found if one is not None), default=None)
