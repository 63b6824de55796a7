"""What every row of a run is sent with: limiters, prices, the keys to hide, and what the options of the run say."""

import threading
from decimal import Decimal
from functools import cached_property

from cometapi.answers import prices, usage
from cometapi.batch.media import Files
from cometapi.batch.sending import Sender
from cometapi.http.limiter import limiter_of
from cometapi.http.load import BYTES_A_TOKEN, FIRST
from cometapi.own.declared import leads_elsewhere
from cometapi.spending.bounds import most

RATES = ("parallel", "rpm", "tpm")
MOST_REPEATS = 10  # of a row that is refused for load, when nobody says; a single call has somebody waiting for it


class Resources:
    """What the call of a run lends its workers; ``maker`` makes the requests of rows, ``results`` is the path of the results."""

    def __init__(self, call, maker, results):
        self.call, self.maker, self.results = call, maker, results
        self.retries = MOST_REPEATS if call.given_option("retries") is None else call.given_option("retries")
        self.longest_wait = call.wanted("retry_max_wait")
        self.max_errors = call.option("max_errors")
        self.limiters: dict = {}

    def sender(self):
        """What sends the requests of one worker."""
        return Sender(self.call, Files(self.results), is_strict=bool(self.call.option("strict")))

    def limiter(self, prepared):
        """The Limiter of a request's credential and model."""
        key = (prepared.request.credential, prepared.model)
        if key not in self.limiters:
            self.limiters[key] = limiter_of(self.call, *key)
        return self.limiters[key]

    def retune(self, rates):
        """Send at other rates from now on."""
        for limiter in list(self.limiters.values()):
            limiter.retune(**rates)

    def tokens(self, prepared):
        """The tokens that a request may use, by a high estimate; 0 where their rate has no bound."""
        if not self.call.option("tpm"):
            return 0
        output = most(prepared.command.get("charge", {}), "output", prepared.request.parts) or 0
        return int(output) + getattr(prepared.request.body, "length", 0) // BYTES_A_TOKEN

    def prepare(self):
        """Have the prices at hand when the first answer comes."""
        threading.Thread(target=lambda: self.catalog, daemon=True).start()

    def workers(self):
        """How many workers there should be: as many as requests may be in the air, for all models together. Of several models
        the rows of one may wait while those of another are sent.
        """
        wanted, limiters = self.call.option("parallel"), list(self.limiters.values())
        count = sum(one.facts()["parallel"] for one in limiters)
        return max(wanted if isinstance(wanted, int) else FIRST, count * (2 if len(limiters) > 1 else 1))

    @property
    def in_the_air(self):
        """How many requests are in the air."""
        return sum(one.facts()["in_the_air"] for one in list(self.limiters.values()))

    def begin(self):
        """Get ready to send."""

    def close(self):
        """Let go of what was made to send."""

    def wake(self):
        """Let workers that wait for their turn see that the run stops."""
        self.call.session.limiters.wake()

    def budget(self, spent):
        """The Budget of the run, or None; what the batch ``spent`` before counts as well."""
        budget = self.call.budget()
        if budget is not None:
            budget.is_patient = True  # every request ends
            budget.begin_with(spent)
        return budget

    @cached_property
    def catalog(self):
        """The prices of models by their names; empty where they cannot be had, which no answer depends on."""
        found = {}
        for item in prices.catalog(self.call):
            found |= {name: item.get("pricing") for name in (prices.code(item), item["id"])}
        return found

    def dollars(self, prepared, outcome):
        """The dollars of an answer at the catalog's prices, None where they are not known."""
        if leads_elsewhere(prepared.command["name"]):
            return None
        found = usage.cost(outcome.tokens, self.catalog.get(prepared.model or outcome.model))
        return None if found is None else Decimal(str(found))

    def hidden(self, text):
        """A text without the keys that a service may repeat."""
        return self.call.context.hidden(text)

    @cached_property
    def secrets(self):
        """The keys of the run, as bytes."""
        return [one.encode() for one in self.call.context.masks]

    def without_keys(self, line):
        """A line of results without the keys that a service may repeat."""
        if not any(secret in line for secret in self.secrets):
            return line
        return self.call.context.hidden(line.decode("ascii")).encode("ascii", "backslashreplace")  # which JSON reads
