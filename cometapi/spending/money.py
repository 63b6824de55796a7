"""Dollars as exact decimal numbers, and the prices of the catalog as such."""

from decimal import ROUND_CEILING, Decimal

MILLION = Decimal(1_000_000)  # tokens that the catalog's prices per token are for
SHOWN = Decimal("0.0001")  # dollars; what is less is shown as it is
HUGE = Decimal(10) ** 15  # dollars that nobody counts


def number(value):
    """A number of JSON, of a setting or of an option as a Decimal; None for anything that is no finite number from 0."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    found = Decimal(str(value))
    return found if found.is_finite() and found >= 0 else None


def told(value):
    """A number from 0 that may have been sent as text, such as the seconds of a video, as a Decimal; else None."""
    if not isinstance(value, str):
        return number(value)
    try:
        return number(Decimal(value.strip()))
    except ArithmeticError:
        return None


def price(pricing, name):
    """One of the prices of a model in dollars, None where the catalog has none: a missing price is never 0."""
    return number(pricing.get(name)) if isinstance(pricing, dict) else None


def in_words(dollars, rounding=ROUND_CEILING):
    """Dollars for people: ``$2.50``, ``$0.1001``; never less than they are, or never more with another ``rounding``."""
    if dollars >= HUGE:
        return f"${dollars:.1e}"
    rounded = dollars.quantize(SHOWN, rounding=rounding) if dollars >= SHOWN else dollars
    text = f"{rounded.normalize():f}"
    whole, _, cents = text.partition(".")
    return f"${whole}.{cents.ljust(2, '0')}"
