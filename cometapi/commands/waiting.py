"""Commands with a ``wait``: their result once the service is done with it."""

from shlex import join

from cometapi.answers.ask import Ask
from cometapi.answers.ask import answer as answer_of
from cometapi.cli.registry import command_data
from cometapi.commands import ask
from cometapi.commands.steps import words_for
from cometapi.errors import ReplyNotUnderstood
from cometapi.generated import index, program
from cometapi.http import waiter
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
    result, records = waited(call, facts, lambda: looked(call.result()))
    if any(waiter.has_state(record, facts, "failed") for record in records):
        call.exit = "general_error"
    for record in records:
        if waiter.has_state(record, facts, "needs_input"):
            call.exit = "general_error"
            call.context.note(f"{record[facts['id']]} waits for your input ({record[facts['state']]}).")
    return result


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
    command = command_data(facts["command"])
    again = call.another(command, words_for(command, [promise[1][0][facts["id"]]]))
    again.client.bodies = call.client.bodies  # in which only the last one is the answer

    def look():
        another = Ask(again)
        return with_record(another, another.send())

    document, _ = waited(call, facts, look, promise)
    return answer_of(asked, first.again(document))


def with_record(asked, reading):
    """A whole reply with its one record: ``(document, records)``."""
    document = reading.document()
    return document, [record_of(asked.route["response"]["columns"], document)]


def waited(call, facts, look, result=None):
    """What the waiter comes to, with the times that the options say."""

    def resume(running):
        if len(running) > 1:
            return join([index.PROGRAM, *call.context.argv])
        return join([index.PROGRAM, *facts["command"].split(), str(running[0][facts["id"]])])

    return waiter.wait(
        facts,
        look,
        interval=call.option("interval"),
        longest=call.option("max_wait"),
        note=call.context.note,
        resume=resume,
        result=result,
    )


def looked(result):
    """A result with its records, all of them read: ``(result, records)``."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service says nothing of what is waited for.")
    return result, [result.record]
