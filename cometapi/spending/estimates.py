"""``--estimate``: what requests would use and cost, as a record to print. Nothing is sent but the question for the catalog."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from cometapi.errors import CapReached, CometError
from cometapi.http.layout import model_of
from cometapi.output.results import Record, Rows
from cometapi.own.declared import leads_elsewhere
from cometapi.spending import estimate, learnt
from cometapi.spending.booking import command_of
from cometapi.spending.estimate import Estimate, Sum
from cometapi.spending.money import in_words

ELSEWHERE = "The catalog has no prices of a service of your own."
DECIMALS = 4  # of dollars; of less than that, two digits
COUNT = {"kind": "count"}
BEYOND = ("run_tools", "repairs", "judge")  # options that lead to further requests, which depend on the answer


def column(name, title, show, kind=None):
    """A column of an estimate."""
    return {"name": name, "title": title, "show": show, "format": kind}


TOKENS = [
    column(f"{name}_tokens_{side}", name, "machines", COUNT) for name in ("input", "output") for side in ("low", "high")
]
COLUMNS = [
    column("model", "Model", "always"),
    column("requests", "Requests", "always", COUNT),
    column("input", "Input tokens", "people"),
    column("output", "Output tokens", "people"),
    column("cost", "Cost (estimate)", "people"),
    *TOKENS,
    column("cost_usd_low", "Cost", "machines"),
    column("cost_usd_high", "Cost", "machines"),
    column("unpriced", "Unpriced", "machines", COUNT),
    column("answers", "Learnt from", "machines", COUNT),
]


class Estimator:
    """Estimates of the requests of a call, by the catalog and by what one's own history tells of their models."""

    def __init__(self, call):
        self.call = call
        self.learnt = {} if call.session.sandbox else learnt.of(call.context.environ)
        self.entries: dict = {}
        self.fault = None  # why the catalog cannot be read

    def of(self, command, parts):
        """``(model or None, Estimate)`` of a request of a command, ``parts`` its values by place."""
        if command["cost"] != "paid":
            return None, estimate.FREE
        model = model_of(parts, command)
        if leads_elsewhere(command["name"]):
            return model, Estimate(None, None, None, lacking=ELSEWHERE)
        found = estimate.of(command, parts, model, self.entry(model), self.learnt.get(model))
        if found.dollars is None and self.fault:
            found = found._replace(lacking=self.fault)
        return model, found

    def of_request(self, seen):
        """The same of a request that a DryRun shows."""
        if seen.command["cost"] != "paid":
            return None, estimate.FREE
        try:
            return self.of(*command_of(seen, seen.request))
        except CapReached:  # of an endpoint that no command has
            path = seen.request.url.partition("://")[2].partition("/")[2]
            sentence = f"Nothing is known of what {seen.request.method} /{path} costs."
            return None, Estimate(None, None, None, lacking=sentence)

    def entry(self, model):
        """What the catalog says of a model, None where it says nothing or cannot be read."""
        if model is None or self.fault:
            return None
        if model not in self.entries:
            from cometapi.answers.prices import entry

            try:
                self.entries[model] = entry(self.call, model)
            except CometError as error:
                self.fault = f"The catalog cannot be read: {error.message}"
                return None
        return self.entries[model]


def summed(estimator, shown):
    """The Sum of the requests that some DryRuns show."""
    found = Sum()
    for seen in shown:
        found.add(*estimator.of_request(seen))
    return found


def result(call, shown):
    """The Record of all requests that some DryRuns show; what there is to say of it is said afterwards."""
    return printed(call, summed(Estimator(call), shown))


def each(call, shown):
    """The Rows of the requests that DryRuns show, one for each."""
    estimator = Estimator(call)
    sums = [summed(estimator, [seen]) for seen in shown]
    call.afterwords = lambda: dict.fromkeys(sentence for one in sums for sentence in notes(call, one))
    return Rows(COLUMNS, [record(one) for one in sums])


def printed(call, found):
    """The Record of a Sum."""
    call.afterwords = lambda: notes(call, found)
    return Record(COLUMNS, record(found))


def record(found):
    """The record of a Sum: ranges in words for people, their ends for machines."""
    ends = {
        f"{name}_{side}": None if span is None else plain(span[place])
        for name, span in zip(("input_tokens", "output_tokens", "cost_usd"), map(found.range, Sum.PARTS), strict=True)
        for place, side in enumerate(("low", "high"))
    }
    return {
        "model": ", ".join(found.models) or None,
        "requests": found.requests,
        "input": told(found.range("input"), "{:,}".format),
        "output": told(found.range("output"), "{:,}".format),
        "cost": told_dollars(found.range("dollars")),
        **ends,
        "unpriced": found.unpriced,
        "answers": min(found.models.values(), default=0),
    }


def plain(value):
    """A number of a range as a value of JSON."""
    return float(value) if isinstance(value, Decimal) else value


def told(span, shown):
    """A range in words, each end as ``shown`` gives it."""
    if span is None:
        return "unknown"
    low, high = span
    if high is None:
        return f"{shown(low)} or more"
    return shown(low) if low == high else f"{shown(low)} to {shown(high)}"


def told_dollars(span):
    """A range of dollars in words, rounded so that nothing falls out of it."""
    if span is None:
        return "unknown"
    ends = [dollars_in_words(Decimal(one), way) for one, way in zip(span, (ROUND_FLOOR, ROUND_CEILING), strict=True)]
    return ends[0] if span[0] == span[1] else " to ".join(ends)


def dollars_in_words(dollars, rounding):
    """Dollars in a few digits."""
    places = max(DECIMALS, 1 - dollars.adjusted()) if dollars else DECIMALS
    return in_words(dollars.quantize(Decimal(1).scaleb(-places), rounding=rounding))


def notes(call, found):
    """Sentences about an estimate: what it was learnt from, and what is not in it."""
    guessed = [model for model, count in found.models.items() if not count]
    if guessed and found.range("input") is not None:
        yield f"The tokens are a guess: the history has too few answers of {', '.join(guessed)} to learn from."
    if found.has_media:
        yield "The request has media, or text that the service adds: as input, all that the model can take counts at most."
    if found.unpriced:
        whole = found.unpriced == found.requests
        lack = "The cost is not known" if whole else f"{found.unpriced:,} of the requests are not in the cost"
        yield f"{lack}. {found.lacking}"
    if any(call.option(one) for one in BEYOND):
        yield "Further requests, which depend on the answer, are not counted."
