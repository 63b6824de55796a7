"""``cometapi tasks`` and ``tasks wait``: looking again until what the service works on is over."""

import time

from cometapi.errors import ServiceUnavailable
from cometapi.generated import program


def run(call):
    """The list of tasks; with ``--watch`` the list once none of them is running."""
    if not call.values.get("watch"):
        return call.result()
    return watched(call, lambda: listed(call), lambda result: result.records)


def wait(call):
    """One task once it is over."""
    return watched(call, call.result, lambda result: [result.record])


def listed(call):
    """The list of one look, its records read."""
    result = call.result()
    result.records = list(result.records)
    return result


def watched(call, look, records):
    """The result of the last look: the first in which nothing is running. The exit is an error's when something failed.

    Raises ServiceUnavailable when that is not so in time.
    """
    facts = program.WAITS[call.command["wait"]]
    deadline = time.monotonic() + call.values["max_wait"]
    while True:
        result = look()
        states = [str(record[facts["state"]] or "").upper() for record in records(result)]
        running = [state for state in states if state not in facts["done"] and state not in facts["failed"]]
        if not running:
            break
        if time.monotonic() + call.values["interval"] > deadline:
            raise ServiceUnavailable(f"Not done within {call.values['max_wait']} s: {told(records(result), facts)}.")
        call.context.note(f"{told(records(result), facts)}; looking again in {call.values['interval']} s.")
        time.sleep(call.values["interval"])
    if any(state in facts["failed"] for state in states):
        call.exit = "general_error"
    return result


def told(records, facts):
    """How many are under way and how far the first of them is."""
    running = [
        record
        for record in records
        if str(record[facts["state"]] or "").upper() not in (*facts["done"], *facts["failed"])
    ]
    first = f"{running[0]['task_id']} {running[0][facts['state']]} {running[0][facts['progress']] or ''}".strip()
    return f"{len(running)} running; {first}"
