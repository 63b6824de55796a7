"""What a fault means for a request that makes a task: without an id in the reply, nobody knows whether it was taken."""

import re

from faults import End

OPEN = "{}. {{command}} was sent at … and may have been accepted and charged; it is not retried."
SAFE = " It is safe to run it again with --own-id …: no second task is started."
DRAWN = re.compile(r"\b\d\d:\d\d:\d\d\b|(?<=--own-id )[\w-]+")  # what differs from call to call, and stands as … above
STARTED = re.compile(r"cometapi: Task \S+ (?:has started|needs your input)\. Continue with: cometapi .+")
NOT_TAKEN = (429, 503, 529)  # statuses with which the service says that it has not taken a request
SAID_NO = ("200, success: false", "200, success: false, token", "200 with error")


def is_open(fault, usual):
    """Whether nobody knows after a fault, which ends other calls as ``usual``, if a task was made: the request has left,
    and the service has not said no to it.
    """
    if fault.place != "service" or not usual.code or fault.name in SAID_NO:
        return False
    status = usual.status or 0
    return status == 408 or not (400 <= status < 500 or status in NOT_TAKEN)


def end(usual, facts):
    """The End of such a fault; ``facts`` are the manifest's about the creation."""
    safe = SAFE if "own_id" in facts else ""
    return End(69, usual.sentence and OPEN.format(usual.sentence.rstrip(".")) + safe, usual.status)
