"""``--expect``: what an answer has to hold. Read, and checked to be one, before anything is paid for."""

import json
import re

from cometapi.advice import flag
from cometapi.answers import schema_check
from cometapi.cli import schema_values
from cometapi.errors import CometError, Refused, UsageError
from cometapi.manifest import select

FENCED = re.compile(r"\s*```\w*\n(.*)\n```\s*", re.DOTALL)  # as models wrap JSON that nobody has asked for by a schema
NO_JSON = "The answer is not JSON."
EMPTY = (None, False, "", [], {})  # what JMESPath takes for false


def read(text):
    """The function of an answer's text that says what does not hold, as a sentence, None where all does.

    ``text`` is ``json:EXPRESSION``, ``schema:SCHEMA``, or a regular expression, perhaps behind ``regex:``. Raises UsageError.
    """
    word, colon, rest = text.partition(":")
    kind = word if colon and word in KINDS else "regex"
    return KINDS[kind](rest if kind == word and colon else text)


def by_regex(pattern):
    """A test for a regular expression that is found somewhere in the answer, in bounded time."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(f"{flag('expect')} is not a valid regular expression ({error}): {pattern}") from None

    def fault(text):
        try:
            found = schema_check.bounded({"pattern": pattern}, text)
        except TimeoutError:
            return f"{pattern} could not be looked for in {schema_check.SECONDS} s."
        return f"{pattern} is not in the answer." if found else None

    return fault


def by_expression(expression):
    """A test for a JMESPath expression that has to be true of an answer in JSON."""
    search = select.compiled(expression, flag("expect"))

    def fault(text):
        try:
            found = search(schema_check.parsed(bare(text)))
        except ValueError:
            return NO_JSON
        except CometError as error:
            return error.message
        is_held = not any(found is one or (type(found) is type(one) and found == one) for one in EMPTY)
        return None if is_held else f"{expression} is {json.dumps(found)}."

    return fault


def by_schema(text):
    """A test for a schema that an answer in JSON has to match."""
    try:
        schema = schema_values.schema(text)
    except ValueError as error:
        raise UsageError(f"{flag('expect')} {error}.") from None

    def fault(answer):
        try:
            notes = schema_check.check_value(schema_check.parsed(bare(answer)), schema)
        except ValueError:
            return NO_JSON
        except Refused as error:
            return error.message
        return notes[0] if notes else None  # what could not be compared is not known to hold

    return fault


def bare(text):
    """JSON without the fence that may stand around it."""
    found = FENCED.fullmatch(text)
    return found[1] if found else text


KINDS = {"regex": by_regex, "json": by_expression, "schema": by_schema}


def test(entries, tests):
    """Put into each answer whether it holds all that is expected, and what does not."""
    for one in entries:
        if not tests or one.error:
            continue
        faults = [fault for fault in (test(one.text) for test in tests) if fault]
        one.verdicts |= {"expect": not faults, "expect_reason": " ".join(faults) or None}
