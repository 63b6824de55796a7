"""``tasks unfinished``, ``tasks adopt`` and ``video list``: the creations in the journal."""

from shlex import quote

from cometapi.advice import also
from cometapi.cli.registry import command_data
from cometapi.commands import conversations
from cometapi.commands.history import look_up, rows
from cometapi.errors import ConfigurationMissing, UsageError
from cometapi.generated.index import PROGRAM
from cometapi.journal.records import Journal
from cometapi.output.results import Rows

EMPTY = "No unfinished tasks."
LEEWAY = (60, 120)  # seconds before and after a request in which its task may have started, by the service's clock
NONE_LOST = "No lost requests: every request got a reply."
SHOWN = {
    "sent": "unknown",
    "accepted": "started",
}  # the journal's states as lists show them; others are shown as they are
TAKE = also("Adopt one with: {program} tasks adopt ID")


def journal(call):
    """The journal, opened for reading; raises OutputFailed if it cannot be read."""
    return Journal(call.context.environ, writes=False)


def unfinished(call):
    """The Rows of tasks that are not known to have ended, and of requests that may have started one."""
    with journal(call) as kept:
        records = [record(one) for one in kept.unfinished()]
    return with_next_step(call, records, "tasks wait", EMPTY)


def with_next_step(call, records, command, empty):
    """The Rows of some creations; a note below the table says how to continue with a started one."""
    result = rows(call, lambda _: records, empty)
    said = call.afterwords
    if any(one["state"] == SHOWN["accepted"] for one in records):
        call.afterwords = lambda: [*said(), f"Continue with one: {PROGRAM} {command} ID"]
    return result


def listed(call):
    """The Rows of creations by the command's own group, such as videos for ``video list``."""
    group = call.command["name"].split()[0]
    with journal(call) as kept:
        records = [record(one) for one in kept.list("command LIKE ? || ' %' AND task IS NOT NULL", group)]
    return with_next_step(call, records, f"{group} wait", "No videos were started on this machine yet.")


def record(one):
    """A record of the journal as the lists show it."""
    return {
        **one,
        "state": SHOWN.get(one["state"], one["state"]),
        "id": one["task"],
        "time": one["started_at"],
        "continue_with": f"{PROGRAM} {one['continue_with']}" if one["continue_with"] else None,
        "look_up": found_by(one) if one["state"] == "sent" else None,
    }


def found_by(one):
    """The command that finds a request in the service's logs, or None."""
    return look_up({**one, "model": one["model"] or ""}) if one["request_id"] or one["model"] else None


def adopt(call):
    """The Rows of tasks in the account that a lost request may have started; with an ID, adopt that task."""
    with journal(call) as kept:
        lost = [one for one in kept.unfinished() if one["state"] == "sent"]
        mine = {one["task"] for one in kept.list("task IS NOT NULL")}
    if not lost:
        return Rows(columns(call), [], empty=lambda: NONE_LOST)
    pairs = candidates(lost, tasks(call, lost), mine)
    if call.argument("task"):
        return adopted(call, pairs, call.argument("task"))
    call.afterwords = lambda: [TAKE] if pairs else []
    nothing = f"No task in your account matches {counted(len(lost))}; it may be too early, or none was started."
    return Rows(columns(call), [offered(one, task) for one, task in pairs], empty=lambda: nothing)


def counted(lost):
    """A number of lost requests in words."""
    return "the lost request" if lost == 1 else f"any of the {lost:,} lost requests"


def columns(call):
    """The columns of the command."""
    return call.command["routes"][0]["response"]["columns"]


def tasks(call, lost):
    """The account's tasks from the time of the lost requests.

    Without an access token, prints what is known of each request and raises ConfigurationMissing.
    """
    moments = [one["started_at"] for one in lost]
    given = {"start": int(min(moments)) - LEEWAY[0], "end": int(max(moments)) + LEEWAY[1], "all": True}
    asked = call.another("tasks", given)
    try:
        return list(asked.result().records)
    except ConfigurationMissing:
        for one in lost:
            call.context.note(known(one))
        raise


def known(one):
    """A sentence with what is known about a lost request."""
    words = found_by(one)
    asked = f" (request id: {one['request_id']})" if one["request_id"] else ""
    request = (
        f"{one['command']}, model {one['model'] or 'unknown'}, sent {conversations.moment(one['started_at'])}{asked}"
    )
    return f"{request}. {f'Look it up with: {words}' if words else 'It is unknown whether the service accepted it.'}"


def candidates(lost, records, mine):
    """Pairs of a lost creation and a task that it may have started, by model and time."""
    free = [one for one in records if one["task_id"] and str(one["task_id"]) not in mine]
    return [(one, task) for one in lost for task in free if fits(one, task)]


def fits(one, task):
    """Whether a request may have started a task: the times match, and the models as far as both are known."""
    submitted, (before, after) = task["time"], LEEWAY
    is_then = isinstance(submitted, int | float) and -before <= submitted - one["started_at"] <= after
    named, wanted = str(task["model"] or "").lower(), (one["model"] or "").lower()
    return is_then and (not named or not wanted or named in wanted or wanted in named)


def offered(one, task):
    """The record of a task that can be adopted, with the request that may have started it."""
    same = {name: task[name] for name in ("task_id", "status", "model", "platform")}
    return {**same, "submitted": task["time"], "command": one["command"], "sent": one["started_at"]}


def adopted(call, pairs, task):
    """Adopt a task: record it in the journal as the one that a lost request started."""
    found = next(((one, record) for one, record in pairs if str(record["task_id"]) == task), None)
    if found is None:
        raise UsageError(f"Task {task} does not match a lost request.")
    one, seen = found
    words = words_on(one, task)
    with Journal(call.context.environ, hide=call.context.hidden) as kept:
        kept.settle(one["number"], "accepted", task=task, continue_with=words)
    call.afterwords = lambda: [f"Adopted task {task}. Continue with: {PROGRAM} {words}"]
    return Rows(columns(call), [offered(one, seen)])


def words_on(one, task):
    """The command to continue with a task of a creation."""
    words = command_data(one["command"])["creates"]["continue_with"]
    try:
        return words.format_map({"id": quote(task)})
    except KeyError:  # it needs a value of the request, which the journal does not keep
        return f"tasks wait {quote(task)}"
