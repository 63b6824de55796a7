"""Commands with a ``follow``: the newest records of a list, then new ones as they come, until somebody stops it."""

import json
import math
import time
from collections import Counter

from cometapi.errors import UsageError
from cometapi.http import waiter
from cometapi.http.listing import Listing
from cometapi.output.plain import MISFITS, number
from cometapi.output.results import Followed

OVERLAP = 60  # seconds by which a look goes back: a record may be written later than its own time says


def run(call):
    """The list; with the switch that asks for it, one that goes on."""
    facts = call.command["follow"]
    if not call.values.get(facts["if"]):
        return call.result()
    route = call.ready()
    if "pages" not in route:
        raise UsageError("This list cannot be followed.")
    return Followed(call.columns(route), batches(call, route, facts), detail=bool(call.option("detail")))


def batches(call, route, facts):
    """Lists of records, the oldest first: those of the first page, then, look by look, the ones that are new."""
    interval, note = call.option("interval"), call.context.note
    found = look(call, route, {})
    floor, seen, newest = min(times(found, facts), default=0), Counter(), 0
    note(f"Looking for new records every {interval} s; press Ctrl-C to stop.")
    while True:
        yield unseen(found, seen)
        seen = Counter(map(identity, found))
        newest = max([newest, *times(found, facts)])
        since = {facts["since"]: max(newest - OVERLAP, floor)} if newest else {}
        time.sleep(interval)
        call.client.repeats = False  # the next look does
        again = lambda since=since: look(call, route, since)  # noqa: E731
        found, _ = waiter.reached(again, math.inf, interval, note)


def look(call, route, since):
    """The records of one look, the oldest first."""
    return list(Listing(call, route, since).records())[::-1]


def times(records, facts):
    """The times of the records that have one."""
    found = []
    for record in records:
        try:
            found.append(number(record[facts["time"]]))
        except MISFITS:
            continue
    return found


def unseen(records, seen):
    """The records that a look has more of than the look before: a service may have two that are the same."""
    left = seen.copy()
    left.subtract(map(identity, records))
    surplus = -left
    return [one for one in records if taken(surplus, identity(one))]


def taken(surplus, key):
    """Whether a key was still left over, which it is then no longer."""
    surplus[key] -= 1
    return surplus[key] >= 0


def identity(record):
    """What tells a record from others."""
    return json.dumps(record, sort_keys=True)
