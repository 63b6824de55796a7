"""Whether an answer fits its schema, found out in bounded time.

A pattern may take for ever on a text that was made for it, and nothing stops it inside of this process; so a schema with
patterns is tried by another one, which runs ``other_process``. What cannot be judged here the service has judged: that is
a note, and no reason to refuse an answer.
"""

import json
import sys
import warnings
from fractions import Fraction

from cometapi.cli.schemas import judged, patterns, usual, validator_of
from cometapi.errors import Refused
from cometapi.terminal.visible import excerpt

SECONDS = 10  # that the other process may take
LONGEST = 600  # characters of a place, and of a reason, which quotes what does not fit: perhaps the whole answer
LARGEST = 1024 * 1024  # bytes of a fault that are read
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {module} import other_process; other_process()"
UNJUDGED = "The answer could not be checked against the schema: {reason}."


def check(text, schema):
    """The same as ``check_value`` for an answer as it came; raises Refused when it is no JSON, too."""
    try:
        value = parsed(text)
    except ValueError:
        raise Refused("The answer is not JSON, although a schema was sent.") from None
    return check_value(value, schema)


def parsed(text):
    """The JSON value of an answer; raises ValueError."""
    try:
        return json.loads(text, parse_constant=refused)
    except RecursionError as error:
        raise ValueError(text) from error


def check_value(value, schema):
    """Sentences about what of the schema could not be compared; raises Refused, naming the place, when a value does not fit."""
    with warnings.catch_warnings(action="ignore"):  # they are about the schema's patterns, and no user's business
        schema, unread = judged(usual(schema))
    notes = [UNJUDGED.format(reason=f"the pattern {one} is not Python's") for one in unread]
    try:
        fault = (bounded if patterns(schema) else fault_of)(schema, value)
    except TimeoutError:
        return [*notes, UNJUDGED.format(reason=f"it takes more than {SECONDS} s")]
    except RecursionError:
        return [*notes, UNJUDGED.format(reason="it is nested too deeply")]
    except Exception as error:  # whatever the library makes of an odd schema is no fault of the answer
        return [*notes, UNJUDGED.format(reason=f"{type(error).__name__} in the library")]
    if fault:
        raise Refused(f"The answer does not match the schema at {fault[0]}: {fault[1]}.")
    return notes


def refused(word):
    """Raise ValueError for NaN and infinities, which are not valid JSON."""
    raise ValueError(word)


def fault_of(schema, value):
    """``(place, reason)`` of what does not fit a schema, None when all does."""
    import referencing
    from jsonschema.exceptions import best_match
    from jsonschema.validators import extend

    with warnings.catch_warnings(action="ignore"):
        kind = extend(validator_of(schema), {"multipleOf": multiple})
        fault = best_match(kind(schema, registry=referencing.Registry()).iter_errors(value))
    return (excerpt(fault.json_path, LONGEST), excerpt(fault.message, LONGEST)) if fault else None


def multiple(validator, divisor, value, schema):
    """The faults of a number that is no multiple of another: of the decimal numbers that stand there, not of Python's."""
    from jsonschema.exceptions import ValidationError

    if not validator.is_type(value, "number"):
        return
    try:
        is_multiple = Fraction(str(value)) % Fraction(str(divisor)) == 0
    except (ValueError, ZeroDivisionError):
        return  # a number beyond all that Python holds
    if not is_multiple:
        yield ValidationError(f"{value!r} is not a multiple of {divisor}")


def bounded(schema, value):
    """The same in another process; raises TimeoutError when that takes too long or fails."""
    import subprocess

    from cometapi import children

    command = [sys.executable, "-I", "-c", START.format(module=__name__), json.dumps(sys.path)]
    text = json.dumps([schema, value]).encode()
    try:
        done = children.run(command, text=text, seconds=SECONDS, most=LARGEST)
    except (subprocess.TimeoutExpired, OSError):
        raise TimeoutError from None
    if done.code or done.is_cut:
        raise TimeoutError
    return json.loads(done.out)


def other_process():
    """Read a schema and a value from stdin, and print the fault as JSON."""
    print(json.dumps(fault_of(*json.load(sys.stdin))))
