"""``cometapi tasks`` and ``tasks wait``: looking again until what the service works on is over."""

import time

from cometapi.errors import ServiceUnavailable
from cometapi.generated import program
from cometapi.output.results import Record


def run(call):
    """The list of tasks; with ``--watch`` the list once none of them is running."""
    return watched(call) if call.option("watch") else call.result()


def wait(call):
    """One task once it is over, as a Record."""
    rows = watched(call)
    return Record(rows.columns, rows.records[0])


def watched(call):
    """The Rows of the last look: the first in which nothing is running. The exit is an error's when something failed.

    Raises ServiceUnavailable when that is not so in time.
    """
    facts = program.WAITS[call.command["wait"]]
    interval, longest = call.option("interval"), call.option("max_wait")
    deadline, said = time.monotonic() + longest, None
    while True:
        rows = call.result()
        rows.records = list(rows.records)
        running = [record for record in rows.records if state(record, facts) not in (*facts["done"], *facts["failed"])]
        if not running:
            break
        left = deadline - time.monotonic()
        if left <= 0:
            raise ServiceUnavailable(f"Not done within {longest} s: {told(running, facts)}.")
        if told(running, facts) != said:
            said = told(running, facts)
            call.context.note(f"{said}; looking again every {interval} s.")
        time.sleep(min(interval, left))
    if any(state(record, facts) in facts["failed"] for record in rows.records):
        call.exit = "general_error"
    return rows


def state(record, facts):
    """The state of a record as the manifest spells states."""
    return str(record[facts["state"]] or "").upper()


def told(running, facts):
    """How many are under way and how far the first of them is."""
    words = [running[0]["task_id"], running[0][facts["state"]], running[0][facts["progress"]]]
    return f"{len(running)} running; {' '.join(str(word) for word in words if word)}"
