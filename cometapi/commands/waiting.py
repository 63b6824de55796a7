"""Commands with ``wait``: the result once the service has finished."""

import time
from contextlib import contextmanager
from shlex import join

from cometapi.answers.ask import Ask
from cometapi.cli.command_line import given_id, words_for
from cometapi.cli.registry import command_data
from cometapi.commands import ask, outcomes
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import index, program
from cometapi.http import waiter
from cometapi.http.creating import whose
from cometapi.output.records import record as record_of
from cometapi.output.results import Rows

EACH = 5  # seconds between two checks, unless the waiter or the user sets them


def run(call):
    """The result of a call once nothing is running; if waiting is optional and not asked for, the first result."""
    wanted = call.command["wait"]
    is_answer = any(route["response"]["is"] == "answer" for route in call.command["routes"])
    if "if" in wanted and not call.values.get(wanted["if"]):
        return ask.run(call) if is_answer else call.result()
    facts = program.WAITERS[wanted["for"]]
    if is_answer:
        return answer(call, facts)
    other = whose(call)
    if other:
        return with_other_waiter(call, *other)
    result, records = single_check(call, facts) if "once" in wanted else waited(call, facts, lambda: look_again(call))
    outcomes.report(call, facts, result, records)
    settled(call, facts, records)
    if call.exit != "ok":
        from cometapi.http.reply_files import is_shaped

        return None if call.unsaved and not is_shaped(call) else result
    return call.unsaved() if call.unsaved else result


def with_other_waiter(call, command, given):
    """The result of another wait command, printed and saved with the options of this call."""
    from cometapi.commands.steps import following

    times = {name: call.given[name] for name in map(call.behaviours.get, TIMES) if name in call.given}
    made = following(call, command, {**times, **given}, is_last=True)
    result = run(made)
    call.exit, call.afterwords = made.exit, made.afterwords
    return result


TIMES = ("interval", "max_wait")


def settled(call, facts, records):
    """Record in the journal that tasks are done or failed."""
    from cometapi.http.creating import ended_tasks

    is_one = len(records) == 1
    ids = ((one[facts["id"]] or (is_one and given_id(call)), one) for one in records)
    ended_tasks(call, {str(name): "done" if waiter.has_state(one, facts, "done") else "failed" for name, one in ids})


def single_check(call, facts):
    """``(result, records)`` of a single check; raises ServiceUnavailable if the task is still running."""
    result, records = looked(call.result())
    running = [one for one in records if waiter.is_running(one, facts)]
    if running:
        hint = f"Wait for it with: {join([index.PROGRAM, *facts['command'].split(), str(given_id(call))])}"
        raise ServiceUnavailable(f"Not done yet: {waiter.progress(running, facts)}.", hint=hint)
    return result, records


def look_again(call):
    """Check once: ``(result, records)``. Later checks are not retried by the client, because the wait repeats them."""
    found = looked(call.result())
    call.client.repeats = False
    name, given = program.WAITERS[call.command["wait"]["for"]]["id"], given_id(call)
    for record in found[1]:
        if record[name] in (None, "") and given:  # the reply for a single ID may omit it
            record[name] = str(given)
    return found


def answer(call, facts):
    """The answer that a model gives in the background, once it is complete."""
    stream = call.command.get("stream")
    if stream:
        call.values[stream["switch"]] = False  # the first reply is only the ID
    call.check_stdin()
    asked = Ask(call)
    asked.check()
    first = asked.send()
    promise = with_record(asked, first)
    record = promise[1][0]
    if not waiter.is_running(record, facts):
        return answered(asked, first.again(promise[0]))
    command = command_data(facts["command"])
    again = call.another(command, words_for(command, [waiter.id_of(record, facts)]))
    again.client.bodies = call.client.bodies  # only the last body is the answer
    again.client.repeats = False

    def look():
        another = Ask(again)
        return with_record(another, another.send())

    with keeping(call, facts, record):
        document, _ = waited(call, facts, look, promise)
    return answered(asked, first.again(document))


def answered(asked, reading):
    """The Answer of a Reading; its module is imported only now, while the service works."""
    from cometapi.answers.answer import answer as made

    return made(asked, asked.followed(reading))


@contextmanager
def keeping(call, facts, record):
    """Print the ID of the paid answer at once; with ``--quiet`` only if the wait fails."""
    sentence = f"{waiter.id_of(record, facts)} is in progress; check it with: {line(facts, record)}"
    call.context.note(sentence)
    try:
        yield
    except BaseException:
        if call.context.quiet:
            call.context.fault(sentence)
        raise


def line(facts, record):
    """The command line that checks a record's task."""
    return join([index.PROGRAM, *facts["command"].split(), waiter.id_of(record, facts)])


def with_record(asked, reading):
    """``(document, records)`` of a complete reply, with one record."""
    document = reading.document()
    return document, [record_of(asked.route["response"]["columns"], document)]


def waited(call, facts, look, result=None):
    """``(result, records)`` of the wait, with the intervals and limits that the options set."""

    def resume(running):
        if call.command["name"] == facts["command"]:
            from cometapi.http.resuming import again

            return again(call)
        return line(facts, running[0]) if len(running) == 1 else join([index.PROGRAM, *call.context.argv])

    return waiter.wait(
        facts,
        look,
        interval=call.given_option("interval") or facts.get("interval", EACH),
        longest=call.option("max_wait"),
        note=call.context.note,
        insist=(lambda sentence: None) if call.is_step else call.context.fault,
        resume=resume,
        age=lambda: age(call),
        result=result,
    )


def age(call):
    """Seconds since this machine started the task that a call waits for, or None."""
    from cometapi.http.creating import begun_at

    moment = begun_at(call, [str(given_id(call))])
    return None if moment is None else time.time() - moment


def looked(result):
    """``(result, records)`` of a result, with all records read."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service returned nothing about what is being waited for.")
    return result, [result.record]
