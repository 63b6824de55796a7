"""Commands with ``wait``: the result once the service has finished."""

import time
from contextlib import contextmanager
from shlex import join

from cometapi.answers.ask import Ask
from cometapi.cli.command_line import words_for
from cometapi.cli.registry import command_data
from cometapi.commands import ask
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
    with looking(call):
        result, records = once(call, facts) if "once" in wanted else waited(call, facts, lambda: look_again(call))
    faults = [sentence for record in records if (sentence := waiter.failure(record, facts))]
    settled(call, facts, records)
    if not faults:
        return saved(call, result)
    call.exit, call.faults = "general_error", faults
    told = [sentence for record in records if (sentence := unsaid(record, facts))]
    if is_of_file(call):
        for sentence in told:
            call.context.fault(sentence)
        return None
    call.afterwords = lambda: told
    return result


def is_of_file(call):
    """Whether people wait for a file: then nothing is printed where there is none."""
    from cometapi.http.reply_files import is_for_people

    return bool(call.seen and "files" in call.seen[0]["response"] and is_for_people(call) and not call.shape)


def elsewhere(call, command, given):
    """The result of another waiter's command, printed and saved as the call says."""
    from cometapi.commands.steps import following

    times = {name: call.given[name] for name in map(call.behaviours.get, TIMES) if name in call.given}
    made = following(call, command, {**times, **given}, is_last=True)
    result = run(made)
    call.exit, call.afterwords = made.exit, made.afterwords
    return result


TIMES = ("interval", "max_wait")


def unsaid(record, facts):
    """What the record itself does not say of its failure, or of what it waits for; None where it says it all."""
    told = waiter.failure(record, facts)
    if told and waiter.has_state(record, facts, "needs_input") and "answered_by" in facts:
        return f"{told} Answer it with: {join([index.PROGRAM, *facts['answered_by'].split(), waiter.id_of(record, facts)])}"
    return told


@contextmanager
def looking(call):
    """Looks save nothing; what the last one found is saved when the wait is over."""
    call.is_looking = True
    try:
        yield
    finally:
        call.is_looking = False


def saved(call, result):
    """The result of the last look, with its media saved where it has any."""
    if call.seen is None:
        return result
    from cometapi.http.reply_files import with_files

    route, document = call.seen
    return with_files(call, route, result, lambda: document)


def settled(call, facts, records):
    """Put down in the journal that tasks are over."""
    from cometapi.http.creating import ended_tasks

    ended_tasks(call, {waiter.id_of(one, facts): "failed" if waiter.failure(one, facts) else "done" for one in records})


def once(call, facts):
    """``(result, records)`` of a single look; raises ServiceUnavailable for what is not over yet."""
    result, records = look_again(call)
    running = [one for one in records if waiter.is_running(one, facts)]
    if running:
        hint = f"Wait for it with: {line(facts, running[0])}"
        raise ServiceUnavailable(f"Not done yet: {waiter.progress(running, facts)}.", hint=hint)
    return result, records


def look_again(call):
    """A look; those after the first are not repeated by themselves, because the wait itself looks again."""
    found = looked(call.result())
    call.client.repeats = False
    name = program.WAITERS[call.command["wait"]["for"]]["id"]
    for record in found[1]:
        if record[name] in (None, ""):  # whoever asks for one by its id need not be told it
            record[name] = next((str(call.values[one]) for one in words_for(call.command, [None])), None)
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

    ids = words_for(call.command, [None])
    moment = begun_at(call, [str(call.values[name]) for name in ids])
    return None if moment is None else time.time() - moment


def looked(result):
    """A result with its records, all of them read: ``(result, records)``."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service returned nothing about what is being waited for.")
    return result, [result.record]
