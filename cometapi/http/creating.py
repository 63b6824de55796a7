"""A paid request that makes a task: in the journal before it leaves, its id there before anything else is done.

What may have been taken is never sent again: the call ends with what is known, and with the command that looks for it.
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
from cometapi.cli.command_line import words_for
from cometapi.cli.registry import command_data
from cometapi.cli.uploads import Upload
from cometapi.cli.words import values
from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.generated.index import COMMANDS, PROGRAM
from cometapi.http.service_errors import facts_of
from cometapi.http.transport import beginning
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.redact import mask

NOT_SENT = ("refused", "unresolved", "connect", "tls", "proxy")  # failures before a byte of a request has left
NOT_TAKEN = (429, 503, 529)  # statuses with which the service says that it has not taken a request
NO_ID = "The service accepted the request but returned no ID"
ADOPT = also(". Look for it with: {program} tasks adopt")


def created(call, request, envelope):
    """The JSON value of the reply to a request that makes a task; raises OutputFailed where the journal cannot be written.

    Raises ServiceUnavailable where nobody knows whether the service has taken it.
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
        tell(call, f"Task {task} {'needs your input' if asks(call, document) else 'has started'}.", words)
        keep(call, journal, number, "accepted", task=task, continue_with=words, **request_id(call))
    return document


@contextmanager
def journal_of(call):
    """The Journal of a call; None in the sandbox of the call itself, in which nothing is paid for."""
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
    """The error where a paid request cannot be put down, and so is not sent."""
    return OutputFailed(f"Nothing was sent, because the journal of paid tasks cannot be written: {error.message}")


def intent(call, request):
    """What is known of a creation before it is sent, as the journal wants it."""
    return {
        "command": call.command["name"],
        "model": model_of(call.command["creates"], request.parts),
        "profile": call.settings.profile,
        "service": beginning(request.url),
        "key_hint": (mask(request.secrets[0]) or "")[-4:] or None,
        "digest": digest(request),
        "own_id": own_id(call.command["creates"], request),
        "started_at": time.time(),
    }


def model_of(facts, parts):
    """The model that a request names, None without one."""
    places = [facts["model"]] if "model" in facts else [(place, "model") for place in ("body", "path", "query")]
    found = (select(tuple(keys), parts[place]) for place, *keys in places)
    return next((one for one in found if isinstance(one, str)), None)


def digest(request):
    """The SHA-256 of what a request asks for, in hexadecimal: its URL and its values; of a file its name, type and size."""
    value = [request.method, request.url, request.parts["body"]]
    text = json.dumps(value, sort_keys=True, default=lambda one: one.facts() if isinstance(one, Upload) else str(one))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def id_of(places, document):
    """The id of a task in a reply as text: the first of these places that has one; None where none has."""
    for place in places:
        value = select(place, document)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return None


def continuation(call, task, document):
    """The words of the command that goes on with a task, for a shell and without the program's name."""
    values = {name: quote(str(value)) for name, value in call.values.items() if value is not None}
    facts = call.command["creates"]
    words = facts["asks"] if asks(call, document) else facts
    return words["continue_with"].format_map({**values, "id": quote(task)})


def asks(call, document):
    """Whether a reply says that the task waits for its user."""
    facts = call.command["creates"].get("asks")
    return bool(facts and select(facts["when"], document))


def with_own_id(call, request, again):
    """A request with an id of the user's own where the service takes one; ``again`` makes it from more values by place."""
    place = call.command["creates"].get("own_id")
    if place is None or call.preview or own_id(call.command["creates"], request):
        return request
    return again({place: secrets.token_hex(16)})


def sent_again(call, request):
    """The sentence about a request that makes no second task when its user sends it again; empty for any other."""
    own = own_id(call.command["creates"], request)
    if not own:
        return ""
    place = call.command["creates"]["own_id"]
    flag = next(flag_of(one) for one in call.arguments.values() if one.get("to") == place)
    return f" It is safe to run it again with {flag} {own}: no second task is started."


def own_id(facts, request):
    """The id of the user's own in a request, None without one."""
    place, *keys = facts.get("own_id", ("body", ""))
    found = select(tuple(keys), request.parts[place])
    return str(found) if isinstance(found, str | int) else None


def tell(call, told, words):
    """Name the task on stderr before anything else is done; where that is quiet, with the error that ends the call.

    Steps tell it by themselves when they fail.
    """
    sentence = f"{told} Continue with: {PROGRAM} {words}"
    call.context.note(sentence)
    if call.context.quiet and "then" not in call.command:
        call.endings.push(lambda kind, *_: call.context.fault(sentence) if kind else None)


def keep(call, journal, number, state, **facts):
    """Put down what became of a creation; that this fails is told, and costs nothing more, as the id is on stderr."""
    try:
        if journal:
            journal.settle(number, state, **facts)
    except OutputFailed as error:
        call.context.fault(f"The task could not be recorded in the journal: {error.message}")


def request_id(call):
    """The service's own id of the request, as the journal wants it."""
    return {"request_id": facts_of(call.client.reply).get("request_id")}


def ended(call, journal, number, request, error):
    """The error to raise where no id came: the same one where the request was surely not taken, else what is known of it."""
    if is_refused(error):
        keep(call, journal, number, "refused", error=str(error))
        return error
    told = f"{call.command['name']} was sent at {time.strftime('%H:%M:%S')} and may have been accepted and charged"
    safe = sent_again(call, request)
    if not isinstance(error, CometError):  # Ctrl-C, a signal
        call.context.fault(f"{told}{ADOPT}{safe}")
        return error
    keep(call, journal, number, "sent", error=str(error), request_id=error.request_id)
    made = ServiceUnavailable(
        f"{error.message.rstrip('.')}. {told}; it is not retried.{safe}",
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
    """Whether a request was surely not taken: it never left, or the service has said no to it."""
    if not isinstance(error, CometError):
        return False
    status = error.http_status or 0
    if status >= 400:
        return (status < 500 and status != 408) or status in NOT_TAKEN
    if status:  # "yes" by its status, "no" by what it says
        return not isinstance(error, ReplyNotUnderstood) and bool(error.service_message or error.code)
    return not isinstance(error, ServiceUnavailable) or error.failure in NOT_SENT


def begun_at(call, ids):
    """When a task with one of these ids was begun from here, in seconds since 1970; None where nobody knows."""
    found = known(call, ids)
    return found and found["started_at"]


def known(call, ids):
    """The journal's record of the newest of some tasks; None without one, and where no journal can be read."""
    from cometapi.journal.records import Journal, is_there

    if call.session.sandbox or not is_there(call.context.environ):
        return None
    try:
        with Journal(call.context.environ, writes=False) as journal:
            return next(filter(None, map(journal.of, ids)), None)
    except OutputFailed:
        return None


def ended_tasks(call, states):
    """Put down what became of tasks: ``states`` are ``done`` or ``failed`` by id. What cannot be written costs nothing."""
    if known(call, states) is None:
        return
    from cometapi.journal.records import Journal

    with suppress(OutputFailed), Journal(call.context.environ) as journal:
        for task, state in states.items():
            journal.end(task, state)


def whose(call):
    """``(command, what it is given)`` of the waiter whose task a call is about, where it is another one's: as the journal
    knows it, else by the form of its id. None where nothing speaks for another.
    """
    if "any" not in call.command.get("wait", {}):
        return None
    task = str(next(iter(map(call.values.get, words_for(call.command, [None])))))
    one = known(call, [task])
    words = one and one["continue_with"]
    waiters = [facts for facts in program.WAITERS.values() if has_form(facts, task)]
    found = typed(split(words), call) if words else next((of_waiter(facts, task) for facts in waiters), None)
    return found if found and found[0]["name"] != call.command["name"] else None


def has_form(facts: Any, task):
    """Whether an id has a form that only the tasks of a waiter have."""
    return any(fnmatchcase(task, form) for form in facts.get("ids", ()))


def of_waiter(facts, task):
    """The command of a waiter, and what it is given for a task."""
    command = command_data(facts["command"])
    return command, words_for(command, [task])


def typed(words, call):
    """The command and the values of words that the journal kept; None where this program has no such command any more."""
    name = next(
        (" ".join(words[:count]) for count in range(len(words), 0, -1) if " ".join(words[:count]) in COMMANDS), None
    )
    if name is None or "wait" not in command_data(name):
        return None
    command = command_data(name)
    return command, values(command, words[len(name.split()) :], call.context.environ)
