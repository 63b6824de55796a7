"""What models have used so far, learnt from one's own history: bytes per token of input, and tokens per answer."""

from contextlib import closing

from cometapi.errors import OutputFailed
from cometapi.history.store import required
from cometapi.spending.estimate import Learnt

LOOKED_AT = 1000  # exchanges, the newest
FEWEST = 5  # values of which a range can be made
SHORTEST = 400  # bytes of a request; of a shorter one, what the service adds is too much of it
TAIL = 20  # one of so many values at each end is left out
MARGIN, WIDE = 1.25, 2  # by which a range is wider than what was seen, and than the few values of less than a TAIL


def of(environ):
    """A dict from model to Learnt, empty where there is no history that can be read. Nothing is made or changed."""
    try:
        with closing(required(environ, writes=False)) as history:
            found = history.used(LOOKED_AT)
    except OutputFailed:
        return {}
    ratios: dict = {}
    counts: dict = {}
    answers: dict = {}
    for one in found or ():
        model, usage = one["model"], one["usage"]
        answers[model] = answers.get(model, 0) + 1
        if usage.get("output"):
            counts.setdefault(model, []).append(usage["output"])
        if usage.get("input") and (one["bytes"] or 0) >= SHORTEST:
            ratios.setdefault(model, []).append(one["bytes"] / usage["input"])
    return {
        model: Learnt(span(ratios.get(model, ())), counted(span(counts.get(model, ()))), number)
        for model, number in answers.items()
    }


def span(values):
    """``(low, high)`` between which most of some positive values are, with a margin; None of too few."""
    if len(values) < FEWEST:
        return None
    ordered = sorted(values)
    out = len(ordered) // TAIL
    margin = MARGIN if out else WIDE
    return ordered[out] / margin, ordered[-1 - out] * margin


def counted(found):
    """A range as whole numbers."""
    return found and (max(1, int(found[0])), int(found[1]) + 1)
