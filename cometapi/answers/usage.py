"""What an answer used: tokens under the same names for every protocol, and an estimate of their cost."""

import math

from cometapi.manifest.select import select

MOST = 10**15  # tokens; what is more is no count


def tokens(usage, protocol):
    """Tokens by name (``input``, ``output``, ``reasoning``, ``cached``), as whole numbers; what was not told is left out."""
    found = {name: count_of(selector, usage) for name, selector in protocol["tokens"].items()} if usage else {}
    return {name: count for name, count in found.items() if count is not None}


def count_of(selector, usage):
    """The count that a selection gives, of a list of selections the first that gives one."""
    selectors = selector if isinstance(selector, list) else [selector]
    return next((count for count in (total(select(one, usage)) for one in selectors) if count is not None), None)


def merged(before, used):
    """What was used with what a later part of the answer says of it, where a zero takes no count away; changes the first."""
    before.update({key: part for key, part in used.items() if part or not before.get(key)})
    return before


def added(counts):
    """The sums of several such dicts."""
    return {name: sum(one.get(name, 0) for one in counts) for one in counts for name in one}


def total(value):
    """A count, or the sum of those of a list; None for anything else."""
    counts = [one for one in (value if isinstance(value, list) else [value]) if type(one) is int and 0 <= one <= MOST]
    return sum(counts) if counts else None


def cost(tokens, pricing, items=1):
    """The estimated cost in dollars by the catalog's prices per million tokens or per item, for this many ``items``.

    None if the prices or counts are not known.
    """
    if not isinstance(pricing, dict):
        return None
    each = pricing.get("per_request")
    if isinstance(each, int | float) and not any(pricing.get(name) for name in ("input", "output")):
        return round(each * items, 10)
    parts = [(tokens.get(name), pricing.get(name)) for name in ("input", "output")]
    if any(count and not isinstance(price, int | float) for count, price in parts) or not tokens:
        return None
    if any(count is None and price for count, price in parts):  # what was not told is not nothing
        return None
    try:
        dollars = sum(count * price for count, price in parts if count and price) / 1_000_000
    except OverflowError:
        return None
    return round(dollars, 10) if math.isfinite(dollars) else None


def sentence(tokens, dollars):
    """Tokens and cost in one sentence for people; the cost is marked as the estimate that it is."""
    told = ", ".join(f"{count:,} {name}" for name, count in tokens.items()) or "not reported by the service"
    return f"Tokens: {told}." + ("" if dollars is None else f" Estimated cost: ${dollars:.6f} at catalog prices.")


def told_cost(dollars, unpriced, answers):
    """Estimated dollars of some answers in a few words, ``unpriced`` of which have no estimate; empty where none has."""
    if unpriced == answers:
        return ""
    return f"about ${dollars:.4f}" + (f" and {unpriced} without a price" if unpriced else "")
