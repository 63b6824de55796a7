"""Commands with ``wait``: the result once the service has finished."""

import time
from contextlib import contextmanager
from shlex import join

from cometapi.answers.ask import Ask
from cometapi.cli.command_line import words_for
from cometapi.cli.registry import command_data
from cometapi.commands import ask, outcomes
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import index, program
from cometapi.http import waiter
from cometapi.http.creating import whose
from cometapi.output.records import record as record_of
from cometapi.output.results import Rows

EACH = 5  # seconds between two looks, where neither the waiter nor the user says


def run(call):
    """The result; with the switch that asks for waiting, where there is one, the first in which nothing is running."""
    wanted = call.command["wait"]
    is_answer = any(route["response"]["is"] == "answer" for route in call.command["routes"])
    if "if" in wanted and not call.values.get(wanted["if"]):
        return ask.run(call) if is_answer else call.result()
    facts = program.WAITERS[wanted["for"]]
    if is_answer:
        return answer(call, facts)
    other = whose(call)
    if other:
        return elsewhere(call, *other)
    result, records = once(call, facts) if "once" in wanted else waited(call, facts, lambda: look_again(call))
    outcomes.tell(call, facts, result, records)
    settled(call, facts, records)
    if call.exit != "ok":
        from cometapi.http.reply_files import is_shaped

        return None if call.unsaved and not is_shaped(call) else result
    return call.unsaved() if call.unsaved else result


def elsewhere(call, command, given):
    """The result of another waiter's command, printed and saved as the call says."""
    from cometapi.commands.steps import following

    times = {name: call.given[name] for name in map(call.behaviours.get, TIMES) if name in call.given}
    made = following(call, command, {**times, **given}, is_last=True)
    result = run(made)
    call.exit, call.afterwords = made.exit, made.afterwords
    return result


TIMES = ("interval", "max_wait")


def settled(call, facts, records):
    """Put down in the journal that tasks are over."""
    from cometapi.http.creating import ended_tasks

    is_one = len(records) == 1
    ids = ((one[facts["id"]] or (is_one and given_id(call)), one) for one in records)
    ended_tasks(call, {str(name): "done" if waiter.has_state(one, facts, "done") else "failed" for name, one in ids})


def given_id(call):
    """The id that a call was given, None without one."""
    return next(iter(map(call.values.get, words_for(call.command, [None]))), None)


def once(call, facts):
    """``(result, records)`` of a single look; raises ServiceUnavailable for what is not over yet."""
    result, records = looked(call.result())
    running = [one for one in records if waiter.is_running(one, facts)]
    if running:
        hint = f"Wait for it with: {join([index.PROGRAM, *facts['command'].split(), str(given_id(call))])}"
        raise ServiceUnavailable(f"Not done yet: {waiter.progress(running, facts)}.", hint=hint)
    return result, records


def look_again(call):
    """A look; those after the first are not repeated by themselves, because the wait itself looks again."""
    found = looked(call.result())
    call.client.repeats = False
    name, given = program.WAITERS[call.command["wait"]["for"]]["id"], given_id(call)
    for record in found[1]:
        if record[name] in (None, "") and given:  # whoever asks for one by its id need not be told it
            record[name] = str(given)
    return found


def answer(call, facts):
    """The answer of a model once the service has made it in the background."""
    stream = call.command.get("stream")
    if stream:
        call.values[stream["switch"]] = False  # the service answers at once, with a promise
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
    again.client.bodies = call.client.bodies  # in which only the last one is the answer
    again.client.repeats = False

    def look():
        another = Ask(again)
        return with_record(another, another.send())

    with keeping(call, facts, record):
        document, _ = waited(call, facts, look, promise)
    return answered(asked, first.again(document))


def answered(asked, reading):
    """The Answer that a Reading holds; what makes it is loaded while the service works."""
    from cometapi.answers.answer import answer as made

    return made(asked, asked.followed(reading))


@contextmanager
def keeping(call, facts, record):
    """Print the ID of what has been paid for: at once, or with the error that ends the wait in quiet mode."""
    sentence = f"{waiter.id_of(record, facts)} is in progress; check it with: {line(facts, record)}"
    call.context.note(sentence)
    try:
        yield
    except BaseException:
        if call.context.quiet:
            call.context.fault(sentence)
        raise


def line(facts, record):
    """The words that look at what a record tells of."""
    return join([index.PROGRAM, *facts["command"].split(), waiter.id_of(record, facts)])


def with_record(asked, reading):
    """A whole reply with its one record: ``(document, records)``."""
    document = reading.document()
    return document, [record_of(asked.route["response"]["columns"], document)]


def waited(call, facts, look, result=None):
    """What the waiter comes to, with the times that the options say."""

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
    """Seconds since what a call waits for was begun, None where the journal does not know of it."""
    from cometapi.http.creating import begun_at

    moment = begun_at(call, [str(given_id(call))])
    return None if moment is None else time.time() - moment


def looked(result):
    """A result with its records, all of them read: ``(result, records)``."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service returned nothing about what is being waited for.")
    return result, [result.record]
