"""What the kinds of formats make of a raw value: KINDS has for each how people read it, and how machines do.

The functions raise one of ``plain.MISFITS`` for a value that does not fit. ``numbers`` are those of the format.
"""

import math
from functools import cache, lru_cache

from cometapi.output.plain import MISFITS, finite, number, plain
from cometapi.redact import mask

EXACT = 2**53  # up to which a float holds every whole number


def _whole(value):
    return int(value) if value == int(value) else value


def _trimmed(value, decimals, least=0):
    """With thousands separators and no zeros at the end beyond the ``least`` decimals."""
    if not least and type(value) is int and -EXACT < value < EXACT:
        return f"{value:,}"
    whole, _, rest = f"{value:,.{decimals}f}".partition(".")
    rest = rest.rstrip("0").ljust(least, "0")
    return f"{whole}.{rest}" if rest else whole


@lru_cache(4096)  # a catalog has the same few prices everywhere
def _dollars(amount):
    """Four decimals from ten cents up, below that four significant digits."""
    size = abs(amount)
    decimals = 4 if size >= 0.1 or size == 0 else min(10, 3 - math.floor(math.log10(size)))
    text = _trimmed(size, decimals, 2)
    return f"-${text}" if amount < 0 and text != "0.00" else f"${text}"


def _money(value, numbers):
    """The amount (several add up); ten decimals keep a quota unit exact and drop the float's noise."""
    raw = sum(map(number, value)) if isinstance(value, list) else number(value)
    return round(raw / numbers.get("divide", 1), 10) + 0.0


@cache
def times():
    """The class of moments, and the time zone of services; loaded when the first time is read."""
    from datetime import UTC, datetime

    return datetime, UTC


def moment(value, numbers):
    """The aware datetime in UTC, or None for "never"; a time without a zone is the service's, which is UTC."""
    datetime, utc = times()
    if value == "":
        return None
    try:
        raw = number(value)
    except ValueError:
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=utc) if moment.tzinfo is None else moment.astimezone(utc)
    if raw in numbers.get("never", ()):
        return None
    return datetime.fromtimestamp(raw / 1000 if numbers.get("unit") == "ms" else raw, utc)


def seconds(value, numbers):
    """A raw moment in Unix seconds; None for one that is none."""
    try:
        found = moment(value, numbers)
    except MISFITS:
        return None
    return found and found.timestamp()


def _time(value, numbers):
    found = moment(value, numbers)
    if found is None:
        return None
    exactness = "milliseconds" if found.microsecond else "seconds"
    return found.isoformat("T", exactness)[: -len("+00:00")] + "Z"


def _time_for_people(value, numbers):
    found = moment(value, numbers)
    if found is None:
        return "" if value == "" else numbers.get("never_word", "")
    return local(found).isoformat(" ", "seconds")


def local(found):
    """A moment in the time zone of this machine; one without a fraction of a second in the way that takes least."""
    if found.microsecond:
        return found.astimezone().replace(tzinfo=None)
    return times()[0].fromtimestamp(found.timestamp())


def _day(value, numbers):
    """The calendar day of this machine's time zone, as people count days."""
    found = moment(value, numbers)
    return None if found is None else found.astimezone().date().isoformat()


def _milliseconds(value, numbers):
    return _whole(round(number(value) * (1 if numbers.get("unit") == "ms" else 1000), 6))


def _duration_for_people(value, numbers):
    milliseconds = _milliseconds(value, numbers)
    if abs(milliseconds) < 999.5:
        return f"{milliseconds:.3g} ms"
    seconds = round(milliseconds / 1000, 2)
    if seconds < 60:
        return f"{_trimmed(seconds, 2)} s"
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,} h {minutes} min" if hours else f"{minutes} min {seconds} s"


_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def _truth(value, numbers):
    return _TRUTH[str(value).lower()]


def _list(value, numbers):
    if isinstance(value, str):
        return [part for part in (part.strip() for part in value.split(",")) if part]
    if value is None or isinstance(value, (dict, list)):
        return list(value or ())
    return [value]


def _price(value, numbers):
    """``$0.42 in, $0.83 out /M``: tokens are priced by the million, as the catalog has them."""
    return _prices(finite(value.get("currency")) or "USD", *[finite(value.get(name)) for name in PRICES])


@lru_cache(4096, typed=True)
def _prices(currency, *amounts):
    sign = "" if currency.startswith("USD") else f" {currency}"
    prices = {name: number(amount) for name, amount in zip(PRICES, amounts, strict=True) if amount is not None}
    said = {name: (_dollars(price) if not sign else _trimmed(price, 6, 2) + sign) for name, price in prices.items()}
    tokens = ", ".join(said[name] + PRICES[name] for name in ("input", "output") if name in said)
    calls = [said[name] + PRICES[name] for name in ("per_request", "per_second") if name in said]
    return ", ".join([f"{tokens} /M"] * bool(tokens) + calls)


def _joined(value):
    """The texts of a list as one."""
    return "".join(map(plain, value)) if isinstance(value, list) else value


def _excerpt(value, numbers):
    """The beginning of a long text, cut at a space, in its lines, without the marks of Markdown's headings and bold words."""
    lines = (line.lstrip("#").replace("**", "") for line in plain(value).splitlines())
    text, longest = "\n".join(" ".join(line.split()) for line in lines if line.strip()), numbers["longest"]
    beginning = text[:longest]
    return text if len(text) <= longest else f"{beginning.rpartition(' ')[0] or beginning} …"


def _entries(value, numbers):
    """A line for each entry of an object: its key, and what stands in it."""
    parts = ((key, one.values() if isinstance(one, dict) else [one]) for key, one in value.items())
    return "\n".join(f"{key}: {' '.join(plain(one) for one in found if one is not None)}" for key, found in parts)


def _served(value, numbers):
    """The commands that serve a model of the catalog; [] where none is known to."""
    from cometapi.output.served import commands

    return commands(value)


PRICES = {"input": " in", "output": " out", "per_request": " per request", "per_second": " per second"}

KINDS = {
    "money": (lambda value, numbers: _dollars(_money(value, numbers)), _money),
    "time": (_time_for_people, _time),
    "day": (lambda value, numbers: _day(value, numbers) or "", _day),
    "count": (
        lambda value, numbers: _trimmed(value if type(value) is int else _whole(number(value)), 6),
        lambda value, numbers: _whole(number(value)),
    ),
    "percent": (lambda value, numbers: _trimmed(number(value), 2) + "%", lambda value, numbers: number(value)),
    "duration": (_duration_for_people, _milliseconds),
    "yes_no": (lambda value, numbers: "yes" if _truth(value, numbers) else "no", _truth),
    "list": (lambda value, numbers: ", ".join(map(plain, _list(value, numbers))), _list),
    "secret": (lambda value, numbers: mask(value), lambda value, numbers: mask(value)),
    "text": (lambda value, numbers: plain(_joined(value)), lambda value, numbers: _joined(value)),
    "excerpt": (_excerpt, lambda value, numbers: value),
    "served": (lambda value, numbers: ", ".join(_served(value, numbers)) or "unknown", _served),
    "entries": (_entries, lambda value, numbers: value),
    "price": (_price, lambda value, numbers: value),
}
