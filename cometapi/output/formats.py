"""The two faces of a value: one for people, one for machines.

A column's ``format`` is None or a dict ``{"kind": ...}`` with the numbers of that kind, its ``words`` a dict from raw
value to word. Services are loose with types, so numbers may come as strings and anything may be null: a value that
does not fit its kind is shown as plain text, never as an error.
"""

import math

from cometapi.redact import mask

NUMERIC = {"money", "count", "percent", "duration"}
UNBROKEN = {"time", "day", "price"}  # kinds that read badly over two lines, as numbers do
MISFITS = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)


def people(column, value):
    """The value as a person reads it: ``$1,234.50``, a local time, an empty string for null."""
    return _face(0, column, value)


def machine(column, value):
    """The value as a script reads it: a JSON value in plain units, ISO 8601 UTC, null for null."""
    return _face(1, column, value)


def machine_record(columns, record):
    """The record as one JSON object, in the order of the columns; null for what the service did not send."""
    return {column["name"]: machine(column, record.get(column["name"])) for column in columns}


def is_numeric(column, values):
    """Whether a column holds numbers, so that it is aligned to the right; ``values`` are raw ones, nulls left out."""
    if column.get("words"):
        return False
    if column.get("format"):
        return column["format"]["kind"] in NUMERIC
    return bool(values) and all(type(value) in (int, float) for value in values)


def is_unbroken(column):
    """Whether the values of a column that holds no numbers are to stay on one line all the same."""
    return (column.get("format") or {}).get("kind") in UNBROKEN


def finite(value):
    """The JSON value with null where JSON has no word: NaN and the infinities."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    return value


def compact(value):
    """The JSON value as text on one line."""
    import json

    return json.dumps(finite(value), ensure_ascii=False, separators=(",", ":"))


def _face(which, column, value):
    if value == math.inf:
        return None if which else "Unlimited"
    value = finite(value)
    word = _word(column.get("words"), value)
    if word is not None:
        return word
    numbers = column.get("format") or {}
    kind = numbers.get("kind")
    if kind == "money" and isinstance(value, list) and None in value:
        value = None  # a sum of which a part is not known
    if "least" in numbers and _below(value, numbers["least"]):
        value = None  # the service's way of saying that it does not know
    if kind in KINDS and (value is not None or kind == "list"):
        try:
            return KINDS[kind][which](value, numbers)
        except MISFITS:
            pass  # not what the kind expects: shown as it came
    return value if which else _plain(value)


def _below(value, least):
    try:
        return number(value) < least
    except MISFITS:
        return False


def _word(words, value):
    """The word for a raw value; the service may send "1" where the manifest says 1, and the other way round."""
    if not words or value is None or isinstance(value, (dict, list)):
        return None
    for key in (value, str(value)):
        if key in words:
            return words[key]
    return words.get(int(value)) if isinstance(value, str) and value.lstrip("-").isdecimal() else None


def _plain(value):
    if isinstance(value, str):
        return value
    return "" if value is None else compact(value)


def number(value):
    """The number that a value is, be it written as text; raises one of MISFITS when it is none."""
    if isinstance(value, bool) or "_" in str(value):
        raise ValueError("not a number")
    try:
        return int(value) if isinstance(value, str) else value + 0
    except ValueError:
        found = float(value)
    if not math.isfinite(found):
        raise ValueError("not finite")
    return found


def _whole(value):
    return int(value) if value == int(value) else value


def _trimmed(value, decimals, least=0):
    """With thousands separators and no zeros at the end beyond the ``least`` decimals."""
    whole, _, rest = f"{value:,.{decimals}f}".partition(".")
    rest = rest.rstrip("0").ljust(least, "0")
    return f"{whole}.{rest}" if rest else whole


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


def _moment(value, numbers):
    """The aware datetime in UTC, or None for "never"; a time without a zone is the service's, which is UTC."""
    from datetime import UTC, datetime

    if value == "":
        return None
    try:
        raw = number(value)
    except ValueError:
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if raw in numbers.get("never", ()):
        return None
    return datetime.fromtimestamp(raw / 1000 if numbers.get("unit") == "ms" else raw, UTC)


def _time(value, numbers):
    moment = _moment(value, numbers)
    if moment is None:
        return None
    exactness = "milliseconds" if moment.microsecond else "seconds"
    return moment.replace(tzinfo=None).isoformat(timespec=exactness) + "Z"


def _time_for_people(value, numbers):
    moment = _moment(value, numbers)
    if moment is None:
        return "" if value == "" else numbers.get("never_word", "")
    return moment.astimezone().replace(tzinfo=None).isoformat(" ", "seconds")


def _day(value, numbers):
    """The calendar day of this machine's time zone, as people count days."""
    moment = _moment(value, numbers)
    return None if moment is None else moment.astimezone().date().isoformat()


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
    currency = value.get("currency") or "USD"
    sign = "" if currency.startswith("USD") else f" {currency}"
    prices = {name: number(value[name]) for name in PRICES if value.get(name) is not None}
    said = {name: (_dollars(price) if not sign else _trimmed(price, 6, 2) + sign) for name, price in prices.items()}
    tokens = ", ".join(said[name] + PRICES[name] for name in ("input", "output") if name in said)
    calls = [said[name] + PRICES[name] for name in ("per_request", "per_second") if name in said]
    return ", ".join([f"{tokens} /M"] * bool(tokens) + calls)


def _joined(value):
    """The texts of a list as one."""
    return "".join(map(_plain, value)) if isinstance(value, list) else value


def _excerpt(value, numbers):
    """The beginning of a long text, cut at a space, in its lines, without the marks of Markdown's headings and bold words."""
    lines = (line.lstrip("#").replace("**", "") for line in _plain(value).splitlines())
    text, longest = "\n".join(" ".join(line.split()) for line in lines if line.strip()), numbers["longest"]
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + " …"


def _entries(value, numbers):
    """A line for each entry of an object: its key, and what stands in it."""
    parts = ((key, one.values() if isinstance(one, dict) else [one]) for key, one in value.items())
    return "\n".join(f"{key}: {' '.join(_plain(one) for one in found if one is not None)}" for key, found in parts)


PRICES = {"input": " in", "output": " out", "per_request": " per request", "per_second": " per second"}

KINDS = {
    "money": (lambda value, numbers: _dollars(_money(value, numbers)), _money),
    "time": (_time_for_people, _time),
    "day": (lambda value, numbers: _day(value, numbers) or "", _day),
    "count": (
        lambda value, numbers: _trimmed(_whole(number(value)), 6),
        lambda value, numbers: _whole(number(value)),
    ),
    "percent": (lambda value, numbers: _trimmed(number(value), 2) + "%", lambda value, numbers: number(value)),
    "duration": (_duration_for_people, _milliseconds),
    "yes_no": (lambda value, numbers: "yes" if _truth(value, numbers) else "no", _truth),
    "list": (lambda value, numbers: ", ".join(map(_plain, _list(value, numbers))), _list),
    "secret": (lambda value, numbers: mask(value), lambda value, numbers: mask(value)),
    "text": (lambda value, numbers: _plain(_joined(value)), lambda value, numbers: _joined(value)),
    "excerpt": (_excerpt, lambda value, numbers: value),
    "entries": (_entries, lambda value, numbers: value),
    "price": (_price, lambda value, numbers: value),
}
