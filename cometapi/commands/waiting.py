"""Commands with ``wait``: the result once the service has finished."""

from contextlib import contextmanager
from shlex import join

from cometapi.answers.ask import Ask
from cometapi.cli.command_line import words_for
from cometapi.cli.registry import command_data
from cometapi.commands import ask, outcomes
from cometapi.errors import ReplyNotUnderstood
from cometapi.generated import index, program
from cometapi.http import waiter
from cometapi.http.reply_files import is_shaped
from cometapi.output.records import record as record_of
from cometapi.output.results import Rows


def run(call):
    """The result; with the switch that asks for waiting, where there is one, the first in which nothing is running."""
    wanted = call.command["wait"]
    is_answer = any(route["response"]["is"] == "answer" for route in call.command["routes"])
    if "if" in wanted and not call.values.get(wanted["if"]):
        return ask.run(call) if is_answer else call.result()
    facts = program.WAITERS[wanted["for"]]
    if is_answer:
        return answer(call, facts)
    result, records = waited(call, facts, lambda: look_again(call))
    outcomes.tell(call, facts, result, records)
    if call.exit != "ok":
        return None if call.unsaved and not is_shaped(call) else result
    return call.unsaved() if call.unsaved else result


def look_again(call):
    """A look; those after the first are not repeated by themselves, because the wait itself looks again."""
    found = looked(call.result())
    call.client.repeats = False
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
        return line(facts, running[0]) if len(running) == 1 else join([index.PROGRAM, *call.context.argv])

    return waiter.wait(
        facts,
        look,
        interval=call.option("interval"),
        longest=call.option("max_wait"),
        note=call.context.note,
        insist=call.context.fault,
        resume=resume,
        result=result,
    )


def looked(result):
    """A result with its records, all of them read: ``(result, records)``."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service returned nothing about what is being waited for.")
    return result, [result.record]
