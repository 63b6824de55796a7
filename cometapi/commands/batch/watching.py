"""``batch status``, ``list``, ``cancel`` and ``limits``: what another process sees of a batch, and asks of it."""

import os

from cometapi.advice import advice
from cometapi.batch.control import STATUS, ask, is_running, listed_paths, read
from cometapi.batch.journal import SUFFIX
from cometapi.batch.resources import RATES
from cometapi.commands.history import rows
from cometapi.errors import UsageError
from cometapi.output.results import Record

NONE = "No batches were run on this machine yet."


def status(call):
    """The Record of a batch."""
    results = call.argument("results")
    if not os.path.exists(results + SUFFIX):
        raise UsageError(f"There is no batch with the results {results}.")
    columns = call.command["routes"][0]["response"]["columns"]
    return Record(columns, facts_of(results), detail=bool(call.option("detail")))


def listed(call):
    """The Rows of the batches of this machine whose files are still there."""
    known = [one for one in listed_paths(call.context.environ) if os.path.exists(one + SUFFIX)]
    return rows(call, lambda _: map(facts_of, known), NONE)


def facts_of(results):
    """What is known of a batch; one whose run was killed is ``interrupted``."""
    found = read(results + STATUS)
    state = found.get("state", "unknown")
    if state in ("running", "stopping") and not is_running(results):
        state = "interrupted"
    return {**found, "state": state, "results": results}


def cancel(call):
    """Ask a run to stop."""
    ask(call.argument("results"), {"cancel": True})
    call.context.note("The run stops when the requests in progress have ended.")


def limits(call):
    """Ask a run to send at other rates."""
    if not any(call.given_option(name) for name in RATES):
        raise UsageError(advice("Say what to change: {parallel}, {rpm} or {tpm}."))
    wishes = {name: call.option(name) for name in RATES if call.given_option(name)}
    ask(call.argument("results"), {name: None if value == "auto" else value for name, value in wishes.items()})
