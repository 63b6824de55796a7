"""``cometapi history``: look into what is kept, and delete from it."""

import json
from contextlib import suppress
from itertools import islice

from cometapi.advice import advice, flag
from cometapi.cli.registry import command_data
from cometapi.commands import conversations
from cometapi.errors import UsageError
from cometapi.generated import program
from cometapi.history import queries, store
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output.plain import finite
from cometapi.output.results import Record, Rows, Text
from cometapi.own.commands import asks_the_program
from cometapi.terminal import confirm

NEWEST = 50  # records of a list, unless others are asked for
MOST_FOUND = 10_000  # conversations that a search looks at before it sorts them
EXCERPT = 80  # characters of a prompt in a list
EMPTY = "Nothing is kept in the history yet."
GROUPS = {"model", "day", "key"}  # columns by which costs are summed, one at a time
ROUNDS = 5  # of deleting what is too much: how much one frees is only known when it is gone


def opened(call):
    """The history; raises OutputFailed where it cannot be used."""
    return store.required(call.context.environ, writes=False)


def columns_of(command):
    """The columns of a command's data."""
    return command["routes"][0]["response"]["columns"]


def arranged(call, columns):
    """The order and the conditions that a call asks for, None where it asks for none; raises UsageError."""
    if not (call.option("sort") or call.option("where")):
        return None
    from cometapi.http.listing import arrangement

    return arrangement(call, {"columns": columns})


def rows(call, read, empty):
    """Records as a call wants them: those that fit, in its order, as many as it asks for. That there are more is said.

    ``read`` gives them, the newest first, no more than a number or all for None.
    """
    columns = columns_of(call.command)
    wanted = arranged(call, columns)
    most = None if call.option("all") else call.option("limit") or NEWEST
    records = read(None if wanted or most is None else most + 1)
    found = iter(wanted.of(records) if wanted else records)
    shown = list(islice(found, most))
    if next(found, None) is not None:
        flags = [flag(one) for one in ("limit", "all") if one in call.behaviours]
        call.afterwords = lambda: [f"There are more records; see {' and '.join(flags)}."]
    return Rows(columns, shown, detail=bool(call.option("detail")), empty=lambda: empty)


def titled(record):
    """A conversation of a list with its title."""
    return {**record, "title": conversations.title(record["name"], record["said"])}


def listed(call):
    """A row for each conversation, the one used last first."""
    with opened(call) as history:
        return rows(call, lambda most: map(titled, history.list(most)), EMPTY)


def search(call):
    """A row for each conversation that holds all words."""
    words = call.argument("words")
    with opened(call) as history:
        return rows(call, lambda most: map(found, history.search(words, most or MOST_FOUND)), "Nothing was found.")


def found(record):
    """A conversation that was found, with the number of the exchange that holds the words."""
    return {**titled(record), "exchange": record["number"]}


def show(call):
    """One conversation: its text for people, everything that is known of it for machines."""
    words = call.argument("conversation")
    with opened(call) as history:
        one = history.find(words) if words else history.last()
        if one is None:
            raise UsageError(EMPTY, hint=advice("What is kept: {program} help past"))
        found = conversations.document(history.conversation(one))
    call.afterwords = lambda: conversations.lacking(found)
    if call.shape or is_for_machines(call.format()):
        return Record(columns_of(call.command), found)
    from cometapi.commands.chat.transcript import to_markdown

    return Text([to_markdown(found["model"], found["messages"], found["exported_at"])])


def export(call):
    """Print every conversation, the oldest first, as one line of JSON."""
    from cometapi.output.formats import machine_record

    columns = columns_of(command_data("history show"))
    with opened(call) as history:
        for one in reversed(history.ids()):
            with suppress(queries.NotFound):  # another process has deleted it by now
                record = machine_record(columns, conversations.document(history.conversation(one)))
                call.context.print(json.dumps(finite(record), ensure_ascii=False) + "\n")


def delete(call):
    """Delete conversations, after a confirmation."""
    refuse_unasked(call)
    with opened(call) as history:
        ids = list(dict.fromkeys(map(history.find, call.argument("conversation"))))
        named = [f"{one} ({titled(history.named(one))['title']})" for one in ids]
        confirm.check(call, literal(f"Delete {counted(ids)}: {', '.join(named)}?"))
        history.delete(*ids)
        told(call, ids, is_gone=history.forget())


def prune(call):
    """Delete conversations that nobody has used for a while, or that are too much, after a confirmation."""
    refuse_unasked(call)
    before = call.option("older_than")
    bound, most = store.bounds(call.context.environ) if before is None else (before, None)
    with opened(call) as history:
        ids = history.old(bound)
        excess = " and the oldest of those that take too much" if most and history.size() > most else ""
        if not ids and not excess:
            call.context.note("There is nothing to delete.")
            return
        confirm.check(call, literal(f"Delete {counted(ids)} last used before {conversations.day(bound)}{excess}?"))
        told(call, *pruned(history, bound, most))


def pruned(history, before, most):
    """``(ids, whether nothing of them is left)`` of what is deleted: in rounds, as the index gives room back only then."""
    ids, is_gone = [], True
    for _ in range(ROUNDS):
        gone = history.prune(before, most)
        if not gone:
            break
        ids += gone
        is_gone = history.forget()
    return ids, is_gone


def refuse_unasked(call):
    """Raise UsageError where nobody can be asked and nobody has agreed, whatever there is to delete."""
    if call.context.silence():
        confirm.check(call)


def literal(question):
    """A question in which nothing stands for the value of an argument."""
    return question.replace("{", "{{").replace("}", "}}")


def counted(ids):
    """How many conversations, in words."""
    return f"{len(ids):,} conversation{'' if len(ids) == 1 else 's'}"


def told(call, ids, is_gone):
    """Say what was deleted, and where it is still."""
    call.context.note(f"{counted(ids)} {'was' if len(ids) == 1 else 'were'} deleted.")
    if not is_gone:
        call.context.note("Another process is reading the history; what was deleted leaves its files when that ends.")


def cost(call):
    """What was paid, summed by model, day or key; calls without a price are told apart."""
    from cometapi.commands.history_prices import look_up

    by = call.argument("by")
    columns = [{**one, "show": "machines"} if one["name"] in GROUPS - {by} else one for one in columns_of(call.command)]
    wanted = arranged(call, columns)
    look_up(call)
    with opened(call) as history:
        records = history.costs(by)
    unpriced = sum(one["unpriced"] for one in records)
    if unpriced:
        calls = "1 call has" if unpriced == 1 else f"{unpriced:,} calls have"
        call.afterwords = lambda: [f"{calls} no known price, and {'is' if unpriced == 1 else 'are'} not in the sum."]
    return Rows(columns, wanted.of(records) if wanted else records, empty=lambda: EMPTY)


def unfinished(call):
    """A row for each call without an answer: what is known of it, and how to look it up."""
    with opened(call) as history:
        records = [open_call(call.context.environ, one) for one in history.unfinished()]
    result = rows(call, lambda _: records, "Every call in the history has its answer.")
    said, first = call.afterwords, next((one["look_up"] for one in result.records if one["look_up"]), None)
    call.afterwords = lambda: [*said(), *([f"Look the first one up with: {first}"] if first else [])]
    return result


def open_call(environ, exchange):
    """The record of a call without an answer; one that asked another service is in none of this one's records."""
    prompt = conversations.cut(" ".join(exchange["prompt"].split()), EXCERPT)
    found = look_up(exchange) if asks_the_program(environ, exchange["command"]) else None
    facts = {"time": exchange["started_at"], "id": exchange["conversation"], "look_up": found}
    return {**exchange, **facts, "prompt": prompt}


def look_up(exchange):
    """The command that finds a call in the service's own records: by its id, else by model and time; None without one."""
    facts = program.LOOK_UP
    if facts is None:
        return None
    from cometapi.cli.command_line import line

    known = {"request_id": exchange["request_id"]} if exchange["request_id"] else conversations.around(exchange)
    return line(command_data(facts["command"]), {facts[name]: value for name, value in known.items()})
