"""Polls until the service has finished: one loop for tasks, media and background answers."""

import time

from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable, Stopped


def wait(facts, look, *, interval, longest, note, insist, resume, result=None):
    """``(result, records)`` of the first look in which no record is running.

    ``look`` gives ``(result, records)``, a record being a dict by column, and ``facts`` is a waiter of the manifest;
    ``result`` is what a look has given already. ``interval`` and ``longest`` are seconds; ``resume`` gives the command
    line with which a user goes on waiting for these records, and ``insist`` says what has to be said in any case. A
    service that cannot be reached is looked for until the time is over; raises ServiceUnavailable when it is.
    """
    result = look() if result is None else result
    deadline, said = time.monotonic() + longest, None
    while running := [record for record in result[1] if is_running(record, facts)]:
        told, left = progress(running, facts), deadline - time.monotonic()
        if left <= 0:
            hint = f"Check again with: {resume(running)}"
            raise ServiceUnavailable(f"Not done within {longest} s: {told}.", hint=hint)
        if told != said:
            note(f"{told}; checking again every {interval} s.")
            said = told
        try:
            time.sleep(min(interval, left))
            result = reached(look, deadline, interval=interval, note=note) or result
        except (KeyboardInterrupt, Stopped):
            insist(f"It continues on the service. Check again with: {resume(running)}")
            raise
    return result


def reached(look, deadline, *, interval, note):
    """What the next look gives that reaches the service; None when none does before the deadline. Each new reason is told."""
    said = None
    while True:
        try:
            return look()
        except ServiceUnavailable as error:
            if not error.retryable:  # a certificate, for example, does not mend itself
                raise
            if error.message != said:
                note(f"{error.message} Still waiting.")
                said = error.message
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            time.sleep(min(max(interval, error.retry_after or 0), left))


def id_of(record, facts):
    """The id of what is waited for; raises ReplyNotUnderstood when the service gave none that could be asked for."""
    found = record[facts["id"]]
    if found in (None, "") or not isinstance(found, str | int):
        raise ReplyNotUnderstood("The service accepted the request but returned no ID to check it with.")
    return str(found)


def is_running(record, facts):
    """Whether a record is still being worked on: by the waiter's list of such states, else where no other list has its state."""
    if "running" in facts:
        return has_state(record, facts, "running")
    return not any(has_state(record, facts, key) for key in ("done", "failed", "needs_input"))


def has_state(record, facts, key):
    """Whether the state of a record is in one of the waiter's lists, without regard to case."""
    state = str(record[facts["state"]] or "").upper()
    return state in (word.upper() for word in facts.get(key, ()))


def progress(running, facts):
    """How many are running, and the progress of the first."""
    words = [running[0].get(facts.get(key)) for key in ("id", "state", "progress")]
    return f"{len(running)} running; {' '.join(str(word) for word in words if word)}"
