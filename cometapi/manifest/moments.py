"""Points in time on the command line: dates, times, ages and Unix seconds, and their formats in requests.

What has no zone is meant in the machine's own, in which tables show times.

Readers raise ValueError with the end of a sentence.
"""

import re
import time

LATEST = 253_402_300_799  # the last second of the year 9999
SECONDS = {"d": 86400, "h": 3600, "m": 60}
FINER = {13: "milliseconds", 16: "microseconds", 19: "nanoseconds"}  # by how many digits a moment of our days has


def moment(text, end=False, now=None):
    """Unix seconds of ``YYYY-MM-DD``, ISO 8601 (local time without a zone), Unix seconds, ``today``, ``yesterday``, ``7d`` or ``24h``."""
    from datetime import datetime

    now = now or datetime.fromtimestamp(time.time()).astimezone()
    other = other_reading(text.strip())
    if other:
        raise ValueError(f"cannot be {text!r}: {other}")
    try:
        return second(text.strip(), end, now)
    except (ValueError, OverflowError):
        raise ValueError(
            f"must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, not {text!r}"
        ) from None


def other_reading(text):
    """The likely meaning of digits that are unlikely to be Unix seconds, and how to write it; None otherwise."""
    if not (text.isascii() and text.isdecimal()):
        return None
    if len(text) in (4, 6) and "19" <= text[:2] <= "20" and "01" <= (text[4:] or "01") <= "12":
        noun = "month" if text[4:] else "year"
        return f"in Unix seconds that is in 1970; for the {noun} write {text[:4]}-{text[4:] or '01'}-01"
    finer = FINER.get(len(text))
    return f"these are {finer}; in seconds write {text[:10]}" if finer else None


def second(text, end, now):
    """Unix seconds of a moment's text; raises ValueError or OverflowError when it is none."""
    from datetime import datetime, timedelta

    word = text.lower()
    today = now.astimezone().replace(tzinfo=None)
    days = {"today": 0, "yesterday": 1}
    if word == "month":
        return month_second(today.replace(day=1), end)
    if word in days:
        return day_second(today - timedelta(days=days[word]), end)
    if word[:-1].isdecimal() and word[-1:] in ("d", "h"):
        return int((now - timedelta(**{"days" if word[-1] == "d" else "hours": int(word[:-1])})).timestamp())
    if word.isdecimal() and len(word) != 8:
        return within(int(word), LATEST)
    when = datetime.fromisoformat(text)
    return day_second(when, end) if len(word) <= 10 else int(when.timestamp())


def within(value, highest):
    """The value; raises ValueError for one that is higher."""
    if value > highest:
        raise ValueError("after all calendars")
    return value


def day_second(when, end):
    """The first second of a local day, or its last; a day has 23 or 25 hours where clocks are changed."""
    from datetime import timedelta

    start = when.replace(hour=0, minute=0, second=0, microsecond=0)
    return int((start + timedelta(days=1)).timestamp()) - 1 if end else int(start.timestamp())


def month_second(first, end):
    """The first second of the local month of its first day, or its last."""
    from datetime import timedelta

    following = (first + timedelta(days=32)).replace(day=1)
    return day_second(following - timedelta(days=1), end) if end else day_second(first, end)


def last_moment(text):
    """A moment as an end: a date alone is its last second."""
    return moment(text, end=True)


def future_moment(text, now=None):
    """A moment to come: ``+30d``, ``+12h`` or ``+30m`` from now, ``18:00`` of today, or a moment as an end that is not over yet."""
    from datetime import UTC, datetime

    now = now or datetime.fromtimestamp(time.time(), UTC)
    word = text.strip().lower()
    if re.fullmatch(r"\+\d{1,5}[dhm]", word):
        return int(now.timestamp()) + int(word[1:-1]) * SECONDS[word[-1]]
    if re.fullmatch(r"\d{1,2}:\d\d", word):
        return time_of_day(word, now)
    found = moment(text, end=True, now=now)
    if found >= now.timestamp():
        return found
    if word[:-1].isdecimal():
        raise ValueError(f"must be in the future: {text} is a time ago, +{word} one from now")
    raise ValueError(f"must be in the future, and {text} is over")


def time_of_day(word, now):
    """Unix seconds of ``18:00`` today; raises ValueError with the way to write tomorrow's where that is over."""
    from datetime import datetime, timedelta

    today = datetime.fromtimestamp(now.timestamp())
    hour, minute = map(int, word.split(":"))
    if hour > 23 or minute > 59:
        raise ValueError(f"must be a time such as 18:00, not {word!r}")
    found = today.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if found.timestamp() >= now.timestamp():
        return int(found.timestamp())
    tomorrow = (found + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    raise ValueError(f"must be in the future: {word} is over today; for tomorrow write {tomorrow}")


# Types whose values are times, with what reads them.
MOMENTS = {"timestamp": moment, "end_timestamp": last_moment, "future_timestamp": future_moment}


def moment_as(form, seconds):
    """A moment of Unix seconds in the form that a service wants: ``seconds``, ``milliseconds``, ``iso`` (UTC) or ``day`` (local)."""
    if form in ("seconds", "milliseconds"):
        return seconds * 1000 if form == "milliseconds" else seconds
    from datetime import UTC, datetime

    if form == "day":
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d")
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
