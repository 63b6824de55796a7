"""Polls until the service has finished: one loop for tasks, media and background answers."""

from contextlib import contextmanager
from time import monotonic, sleep
from types import MappingProxyType

from cometapi.errors import CometError, ReplyNotUnderstood, ServiceUnavailable, Stopped

PASSING = (408, 425, 429)  # statuses below 500 after which the check is repeated
NEW = 60  # seconds after its start in which a task may still be unknown to the service


def wait(facts, look, *, interval, longest, note, insist, resume, age=lambda: None, result=None):
    """``(result, records)`` of the first check in which no record is running.

    ``look`` checks once and returns ``(result, records)``, each record a dict by column; ``result`` is what an earlier
    check returned. ``facts`` is a waiter of the manifest, ``interval`` and ``longest`` are seconds. ``resume`` returns the
    command line to continue waiting for the given records, ``note`` prints a message, ``insist`` one that is printed even
    with ``--quiet``. ``age`` returns the seconds since the task was started, or None. A failed check says nothing about the
    task and is repeated. Raises ServiceUnavailable when ``longest`` is over.
    """
    deadline = monotonic() + longest
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
            told, left = progress(running, facts), deadline - monotonic()
            if left <= 0:
                raise late(fault, longest, told, again())
            if told != said:
                note(f"{told}; checking again every {interval} s.")
                said = told
            sleep(min(interval, left))
            found, fault = reached(look, deadline, interval, note, facts, is_new)
            result = found or result
    return result


@contextmanager
def going_on(insist, again, has_looked):
    """Print the command to continue with if an error or a signal ends the wait."""
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
    """The error for a wait that took too long; ``fault`` is the error of the last check, if it failed."""
    if fault:
        return ServiceUnavailable(
            f"The last status check failed: {fault.message} Last known status: {told}.", hint=hint
        )
    return ServiceUnavailable(f"Not done within {longest} s: {told}.", hint=hint)


def reached(look, deadline, interval, note, facts=MappingProxyType({}), is_new=lambda: False):
    """Check until it succeeds: ``(what look returned, None)``, or ``(None, error)`` if the deadline passed first.

    Each new error message is printed once.
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
            left = deadline - monotonic()
            if left <= 0:
                return None, error
            sleep(min(max(interval, error.retry_after or 0), left))


def passes(error):
    """Whether a failed check may succeed when it is repeated."""
    if isinstance(error, ServiceUnavailable):
        return error.retryable  # a bad certificate, for example, stays bad
    is_garbled = isinstance(error, ReplyNotUnderstood) and error.is_garbled
    return is_garbled or error.http_status in PASSING


def is_unknown(error, facts):
    """Whether a check failed because the service does not know the task."""
    return error.http_status == 404 or error.code in facts.get("unknown", ())


def id_of(record, facts):
    """The ID of a record; raises ReplyNotUnderstood if the service returned none."""
    found = record[facts["id"]]
    if found in (None, "") or not isinstance(found, str | int):
        raise ReplyNotUnderstood("The service accepted the request but returned no ID to check it with.")
    return str(found)


def is_running(record, facts):
    """Whether a record is running: its state is in the waiter's ``running`` list, or, without one, in no other list."""
    if "running" in facts:
        return has_state(record, facts, "running")
    return not any(has_state(record, facts, key) for key in ("done", "failed", "needs_input"))


def has_state(record, facts, key):
    """Whether the state of a record is in one of the waiter's lists, ignoring case."""
    return state_of(record, facts).upper() in (word.upper() for word in facts.get(key, ()))


def state_of(record, facts):
    """The state of a record as text, empty without one."""
    state = record[facts["state"]]
    return state.strip() if isinstance(state, str) else "" if state is None else str(state)


def progress(running, facts):
    """The ID, state and progress of the first running record as text, and how many more are running."""
    first = running[0]
    words = [first.get(facts.get("id")), state_of(first, facts), percent(first.get(facts.get("progress")))]
    told = " ".join(str(word) for word in words if isinstance(word, str | int | float) and word not in ("", False))
    return f"{told or 'running'}{f' (and {len(running) - 1} more)' if running[1:] else ''}"


def percent(progress):
    """A progress as text: a fraction up to 1 and any other number as a percentage; text is returned as it is."""
    if isinstance(progress, bool) or not isinstance(progress, int | float):
        return progress
    return f"{progress:.0%}" if isinstance(progress, float) and 0 <= progress <= 1 else f"{progress:g}%"
