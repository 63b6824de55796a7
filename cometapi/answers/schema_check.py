"""Whether an answer fits its schema, found out in bounded time.

A pattern may take for ever on a text that was made for it, and nothing stops it inside of this process; so a schema with
patterns is tried by another one, which runs ``other_process``.
"""

import json
import sys

from cometapi.cli.schemas import patterns, validator_of
from cometapi.errors import Refused

SECONDS = 10  # that the other process may take
LARGEST = 1024 * 1024  # bytes of a fault that are read
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {module} import other_process; other_process()"


def check(text, schema):
    """Raise Refused, naming the place, when an answer is no JSON, does not fit its schema, or cannot be checked."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("The answer is no JSON, though a schema was sent.") from None
    try:
        fault = (bounded if patterns(schema) else fault_of)(schema, value)
    except (TimeoutError, RecursionError):
        raise Refused(f"The answer could not be compared with the schema within {SECONDS} s.") from None
    if fault:
        raise Refused(f"The answer does not fit the schema at {fault[0]}: {fault[1]}.")


def fault_of(schema, value):
    """``(place, reason)`` of what does not fit a schema, None when all does."""
    import referencing
    from jsonschema.exceptions import best_match

    validator = validator_of(schema)(schema, registry=referencing.Registry())
    fault = best_match(validator.iter_errors(value))
    return (fault.json_path, fault.message) if fault else None


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
