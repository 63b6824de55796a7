"""Tasks that clients of a gateway start: in the journal before they are sent, like those of a command."""

from contextlib import ExitStack, contextmanager

from cometapi.errors import CometError
from cometapi.http import creating
from cometapi.http.service_errors import facts_of
from cometapi.manifest.select import select


@contextmanager
def journaled(exchange):
    """A context in which an exchange is sent; one that starts a task is recorded before and after. Raises OutputFailed where the
    journal cannot be written.
    """
    facts = exchange.command.get("creates")
    if facts is None:
        yield
        return
    call = exchange.call
    call.values = values_of(exchange)
    with ExitStack() as stack:
        journal = stack.enter_context(creating.journal_of(call))
        number = journal and journal.begin(creating.intent(call, exchange.made))
        try:
            yield
        finally:
            if journal:
                state, told = outcome(exchange, facts)
                creating.record(call, journal, number, state, **told)


def outcome(exchange, facts):
    """What became of a request that starts a task: ``(state, facts)`` for the journal."""
    call, error, reply = exchange.call, exchange.error, exchange.reply
    told = {"request_id": facts_of(reply).get("request_id")}
    task = creating.id_of(facts["id"], exchange.document) if exchange.document is not None else None
    if task is not None:
        return "accepted", {**told, "task": task, "continue_with": creating.continuation(call, task, exchange.document)}
    was_refused = isinstance(error, CometError) and creating.is_refused(error)
    is_unsent = exchange.is_gone and not exchange.hold.was_sent
    sentence = "The client went away." if exchange.is_gone else str(error or creating.NO_ID)
    return "refused" if was_refused or is_unsent else "sent", {**told, "error": sentence}


def values_of(exchange):
    """The values of a request by the names of its command's arguments, as far as they stand in places of their own."""
    parts = exchange.incoming.parts
    found = {}
    for name, facts in exchange.command["arguments"].items():
        place, *keys = facts.get("to") or (None,)
        value = select(tuple(keys), parts[place]) if place in parts and keys else None
        if value is not None:
            found[name] = value
    return found
