"""Paid requests that start a task. The journal records the request before it is sent and the task ID once it is known.

A request that the service may have accepted is never retried: the call fails and names the command that looks for the
task.
"""

import hashlib
import json
import secrets
import time
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from shlex import quote, split
from typing import Any

from cometapi.advice import also
from cometapi.cli.command_line import given_id, words_for
from cometapi.cli.registry import command_data
from cometapi.cli.uploads import Upload
from cometapi.cli.words import values
from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.generated.index import COMMANDS, PROGRAM
from cometapi.http.layout import model_of
from cometapi.http.service_errors import facts_of
from cometapi.http.transport import beginning
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.redact import mask

NOT_SENT = ("refused", "unresolved", "connect", "tls", "proxy")  # failures before any byte of the request was sent
NOT_TAKEN = (429, 503, 529)  # statuses that mean that the service did not accept the request
NO_ID = "The service accepted the request but returned no ID"
ADOPT = also(". Look for it with: {program} tasks adopt")


def created(call, request, envelope):
    """Send a request that starts a task, and return the JSON value of the reply.

    Raises OutputFailed, before anything is sent, if the journal cannot be written, and ServiceUnavailable if it is unknown
    whether the service accepted the request.
    """
    facts = call.command["creates"]
    call.context.hide([*request.secrets, *call.client.secrets()])
    with journal_of(call) as journal:
        number = journal and journal.begin(intent(call, request))
        try:
            document = call.client.document(request, envelope)
            task = id_of(facts["id"], document)
            if task is None:
                raise ReplyNotUnderstood(f"{NO_ID}.", **facts_of(call.client.reply))
        except BaseException as error:
            raise ended(call, journal, number, request, error) from None
        words = continuation(call, task, document)
        announce(call, f"Task {task} {'needs your input' if asks(call, document) else 'has started'}.", words)
        record(call, journal, number, "accepted", task=task, continue_with=words, **request_id(call))
    return document


@contextmanager
def journal_of(call):
    """Open the journal for a call; gives None with the built-in sandbox, where nothing is paid for."""
    if call.session.sandbox:
        yield None
        return
    from cometapi.journal.records import Journal

    try:
        journal = Journal(call.context.environ, hide=call.context.hidden)
    except OutputFailed as error:
        raise unkept(error) from None
    with journal:
        yield journal


def unkept(error):
    """The error for a paid request that is not sent because the journal cannot record it."""
    return OutputFailed(f"Nothing was sent, because the journal of paid tasks cannot be written: {error.message}")


def intent(call, request):
    """The journal record of a request that is about to be sent."""
    return {
        "command": call.command["name"],
        "model": model_of(request.parts, call.command),
        "profile": call.settings.profile,
        "service": beginning(request.url),
        "key_hint": (mask(request.secrets[0]) or "")[-4:] or None,
        "digest": digest(request),
        "own_id": own_id(call.command["creates"], request),
        "started_at": time.time(),
    }


def digest(request):
    """The SHA-256 of a request's method, URL and values, in hexadecimal; files count by name, type and size."""
    value = [request.method, request.url, request.parts["body"]]
    text = json.dumps(value, sort_keys=True, default=lambda one: one.facts() if isinstance(one, Upload) else str(one))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def id_of(places, document):
    """The task ID in a reply as text, from the first of these places that has one, or None."""
    for place in places:
        value = select(place, document)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return None


def continuation(call, task, document):
    """The command to continue a task with, quoted for a shell, without the program's name."""
    values = {name: quote(str(value)) for name, value in call.values.items() if value is not None}
    facts = call.command["creates"]
    words = facts["asks"] if asks(call, document) else facts
    return words["continue_with"].format_map({**values, "id": quote(task)})


def asks(call, document):
    """Whether a reply says that the task needs input."""
    facts = call.command["creates"].get("asks")
    return bool(facts and select(facts["when"], document))


def with_own_id(call, request, again):
    """The request, with a generated ID of the user's own if the service accepts one and none was given.

    ``again`` builds the request with additional values by place.
    """
    place = call.command["creates"].get("own_id")
    if place is None or call.preview or own_id(call.command["creates"], request):
        return request
    return again({place: secrets.token_hex(16)})


def how_to_repeat(call, request):
    """A sentence that says how to repeat the request without starting a second task; empty if that is not possible."""
    own = own_id(call.command["creates"], request)
    if not own:
        return ""
    place = call.command["creates"]["own_id"]
    flag = next(flag_of(one) for one in call.arguments.values() if one.get("to") == place)
    return f" It is safe to run it again with {flag} {own}: no second task is started."


def own_id(facts, request):
    """The user's own ID in a request, or None."""
    place, *keys = facts.get("own_id", ("body", ""))
    found = select(tuple(keys), request.parts[place])
    return str(found) if isinstance(found, str | int) else None


def announce(call, sentence, words):
    """Print the task and the command to continue with to stderr; with ``--quiet`` only if the call fails.

    Calls with further steps leave the latter to the step that fails.
    """
    sentence = f"{sentence} Continue with: {PROGRAM} {words}"
    call.context.note(sentence)
    if call.context.quiet and "then" not in call.command:
        call.endings.push(lambda kind, *_: call.context.fault(sentence) if kind else None)


def record(call, journal, number, state, **facts):
    """Record the new state of a creation; a failure is only reported, because the ID was already printed."""
    try:
        if journal:
            journal.settle(number, state, **facts)
    except OutputFailed as error:
        call.context.fault(f"The task could not be recorded in the journal: {error.message}")


def request_id(call):
    """The service's request ID, as a column of the journal."""
    return {"request_id": facts_of(call.client.reply).get("request_id")}


def ended(call, journal, number, request, error):
    """Record a request that got no ID, and return the error to raise.

    That is ``error`` itself if the service certainly did not accept the request, otherwise one that says it may have.
    """
    if is_refused(error):
        record(call, journal, number, "refused", error=str(error))
        return error
    sent = f"{call.command['name']} was sent at {time.strftime('%H:%M:%S')} and may have been accepted and charged"
    safe = how_to_repeat(call, request)
    if not isinstance(error, CometError):  # Ctrl-C, a signal
        call.context.fault(f"{sent}{ADOPT}{safe}")
        return error
    record(call, journal, number, "sent", error=str(error), request_id=error.request_id)
    made = ServiceUnavailable(
        f"{error.message.rstrip('.')}. {sent}; it is not retried.{safe}",
        hint=also("Look for it with: {program} tasks adopt") or None,
        http_status=error.http_status,
        request_id=error.request_id,
        code=error.code,
        service_message=error.service_message,
        retryable=False,
    )
    made.is_open = True
    return made


def is_refused(error):
    """Whether the service certainly did not accept a request: it was not sent, or the service refused it."""
    if not isinstance(error, CometError):
        return False
    status = error.http_status or 0
    if status >= 400:
        return (status < 500 and status != 408) or status in NOT_TAKEN
    if status:  # success by its status, but the body reports an error
        return not isinstance(error, ReplyNotUnderstood) and bool(error.service_message or error.code)
    return not isinstance(error, ServiceUnavailable) or error.failure in NOT_SENT


def begun_at(call, ids):
    """When this machine started a task with one of these IDs, in seconds since 1970, or None."""
    found = known(call, ids)
    return found and found["started_at"]


def known(call, ids):
    """The journal's record of the first of these tasks that it knows; None without one or without a readable journal."""
    from cometapi.journal.records import Journal, is_there

    if call.session.sandbox or not is_there(call.context.environ):
        return None
    try:
        with Journal(call.context.environ, writes=False) as journal:
            return next(filter(None, map(journal.of, ids)), None)
    except OutputFailed:
        return None


def ended_tasks(call, states):
    """Record tasks as finished; ``states`` maps IDs to ``done`` or ``failed``. Write errors are ignored."""
    if known(call, states) is None:
        return
    from cometapi.journal.records import Journal

    with suppress(OutputFailed), Journal(call.context.environ) as journal:
        for task, state in states.items():
            journal.end(task, state)


def whose(call):
    """``(command, values)`` of the wait command that the given task belongs to, or None if it is the called one.

    The journal decides, otherwise the form of the ID.
    """
    if "any" not in call.command.get("wait", {}):
        return None
    task = str(given_id(call))
    one = known(call, [task])
    words = one and one["continue_with"]
    waiters = [facts for facts in program.WAITERS.values() if has_form(facts, task)]
    found = typed(split(words), call) if words else next((of_waiter(facts, task) for facts in waiters), None)
    return found if found and found[0]["name"] != call.command["name"] else None


def has_form(facts: Any, task):
    """Whether an ID has a form that only the tasks of this waiter have."""
    return any(fnmatchcase(task, form) for form in facts.get("ids", ()))


def of_waiter(facts, task):
    """``(command, values)`` of a waiter's command for a task."""
    command = command_data(facts["command"])
    return command, words_for(command, [task])


def typed(words, call):
    """``(command, values)`` of a command line from the journal; None if this version has no such wait command."""
    name = next(
        (" ".join(words[:count]) for count in range(len(words), 0, -1) if " ".join(words[:count]) in COMMANDS), None
    )
    if name is None or "wait" not in command_data(name):
        return None
    command = command_data(name)
    return command, values(command, words[len(name.split()) :], call.context.environ)
