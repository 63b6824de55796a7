"""Polls until the service has finished: one loop for tasks, media and background answers."""

import time
from contextlib import contextmanager
from types import MappingProxyType

from cometapi.errors import CometError, ReplyNotUnderstood, ServiceUnavailable, Stopped

PASSING = (408, 425, 429)  # statuses below 500 that say nothing about what is waited for
NEW = 60  # seconds in which the service may not know yet what it has just begun


def wait(facts, look, *, interval, longest, note, insist, resume, age=lambda: None, result=None):
    """``(result, records)`` of the first look in which no record is running.

    ``look`` gives ``(result, records)``, a record being a dict by column, and ``facts`` is a waiter of the manifest;
    ``result`` is what a look has given already. ``interval`` and ``longest`` are seconds; ``resume`` gives the command
    line with which a user goes on waiting for these records, and ``insist`` says what has to be said in any case.
    ``age`` gives the seconds since what is waited for was begun, None where nobody knows. A look that fails tells nothing
    about it, and the next one follows until the time is over; raises ServiceUnavailable when it is.
    """
    deadline = time.monotonic() + longest
    running: list[dict] = []
    is_new = lambda: (age() or NEW) < NEW  # noqa: E731
    fault = said = None
    again = lambda: f"Check again with: {resume(running)}"  # noqa: E731
    with going_on(insist, again, lambda: bool(running)):
        if result is None:
            result = reached(look, deadline, interval, note, facts, is_new)[0] if is_new() else look()
        if result is None:
            raise ServiceUnavailable(f"The status could not be checked within {longest} s.", hint=again())
        while running := [record for record in result[1] if is_running(record, facts)]:
            told, left = progress(running, facts), deadline - time.monotonic()
            if left <= 0:
                raise late(fault, longest, told, again())
            if told != said:
                note(f"{told}; checking again every {interval} s.")
                said = told
            time.sleep(min(interval, left))
            found, fault = reached(look, deadline, interval, note, facts, is_new)
            result = found or result
    return result


@contextmanager
def going_on(insist, again, has_looked):
    """Say how to go on when something else than the time ends the wait."""
    try:
        yield
    except (KeyboardInterrupt, Stopped):
        insist(f"The task continues on the service. {again()}")
        raise
    except CometError as error:
        if has_looked() and error.hint != again():
            insist(again())
        raise


def late(fault, longest, told, hint):
    """The error when the time is over; ``fault`` is that of the last look where it failed."""
    if fault:
        return ServiceUnavailable(
            f"The last status check failed: {fault.message} Last known status: {told}.", hint=hint
        )
    return ServiceUnavailable(f"Not done within {longest} s: {told}.", hint=hint)


def reached(look, deadline, interval, note, facts=MappingProxyType({}), is_new=lambda: False):
    """``(what the next look gives that comes to something, None)``; ``(None, error)`` when none does before the deadline.

    Each new reason is told. ``is_new`` says whether the service may not know yet what is looked for.
    """
    said = None
    while True:
        try:
            return look(), None
        except CometError as error:
            if not passes(error) and not (is_unknown(error, facts) and is_new()):
                raise
            if error.message != said:
                note(f"{error.message} Still waiting.")
                said = error.message
            left = deadline - time.monotonic()
            if left <= 0:
                return None, error
            time.sleep(min(max(interval, error.retry_after or 0), left))


def passes(error):
    """Whether a look that failed may come to something the next time."""
    if isinstance(error, ServiceUnavailable):
        return error.retryable  # a certificate, for example, does not mend itself
    is_garbled = isinstance(error, ReplyNotUnderstood) and error.is_garbled
    return is_garbled or error.http_status in PASSING


def is_unknown(error, facts):
    """Whether a look found that the service does not know what is looked for."""
    return error.http_status == 404 or error.code in facts.get("unknown", ())


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
    return state_of(record, facts).upper() in (word.upper() for word in facts.get(key, ()))


def state_of(record, facts):
    """The state of a record as text, empty for none."""
    state = record[facts["state"]]
    return state.strip() if isinstance(state, str) else "" if state is None else str(state)


def progress(running, facts):
    """The ID, state and progress of the first that is running, as far as the service says them, and how many more are."""
    first = running[0]
    words = [first.get(facts.get("id")), state_of(first, facts), percent(first.get(facts.get("progress")))]
    told = " ".join(str(word) for word in words if isinstance(word, str | int | float) and word not in ("", False))
    return f"{told or 'running'}{f' (and {len(running) - 1} more)' if running[1:] else ''}"


def percent(progress):
    """A progress as people read it: a whole number is one of percent, any other a part of 1; a text is as it is."""
    if isinstance(progress, bool) or not isinstance(progress, int | float):
        return progress
    return f"{progress:.0%}" if isinstance(progress, float) and 0 <= progress <= 1 else f"{progress:g}%"
