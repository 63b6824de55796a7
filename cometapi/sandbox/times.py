"""The sandbox's clock: the times of samples count from it, so that a record of yesterday is one on any day.

A sample says its times as they were at one moment of the manifest; they are served later by what has passed since.
"""

import re
import time
from datetime import datetime, timedelta

from cometapi.errors import ConfigurationError
from cometapi.generated import program
from cometapi.manifest.moments import moment

FORM = r"\d{13}|\d{10}|\d{4}-\d\d-\d\dT[\d:.]+Z"  # milliseconds, seconds, ISO 8601; what never was is none of them
MILLISECONDS = 13  # digits
DIGITS = 16  # of a number that anybody means


def passed(environ):
    """Seconds since the moment of the samples, by the sandbox's clock: a variable may hold it, else it is now.

    Raises ConfigurationError when the variable says no moment.
    """
    facts = program.SAMPLE_TIMES
    if facts is None:
        return 0
    name = facts.get("environment", "")
    said = environ.get(name, "").strip()
    try:
        return (moment(said) if said else int(time.time())) - moment(facts["now"])
    except ValueError as error:
        raise ConfigurationError(f"{name} {error}.", hint="Correct the variable, or unset it.") from None


def moved(data, seconds):
    """A sample in JSON, or events of it (text), with its times later by so many seconds."""
    fields = program.SAMPLE_TIMES["fields"] if program.SAMPLE_TIMES else ()
    if not (seconds and fields):
        return data
    pattern = rf'("(?:{"|".join(map(re.escape, fields))})"\s*:\s*"?)({FORM})(?![\d.])'
    return re.sub(pattern, lambda found: found[1] + later(found[2], seconds), data)


def later(text, seconds):
    """A time, later by so many seconds, in the form that it has; any other text as it is."""
    if not re.fullmatch(FORM, text):
        return text
    if text.isdecimal():
        return str(int(text) + seconds * (1000 if len(text) == MILLISECONDS else 1))
    return (datetime.fromisoformat(text) + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def second(text, end=False):
    """Unix seconds of a time that a record or a query has as text; 0 for none. As an end, a date alone is its last second."""
    if text and text.isdecimal():
        return int(text[:DIGITS]) / (1000 if len(text) == MILLISECONDS else 1)
    try:
        return moment((text or "").upper(), end)
    except ValueError:
        return 0
