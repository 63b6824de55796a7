"""Commands with a ``wait``: their result once the service is done with it."""

from shlex import join

from cometapi.answers import ask
from cometapi.cli.registry import command_data
from cometapi.commands.steps import words_for
from cometapi.errors import ReplyNotUnderstood
from cometapi.generated import index, program
from cometapi.http import waiter
from cometapi.output.results import Answer, Rows


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
    first = call.result()
    promise = looked(first)
    command = command_data(facts["command"])
    again = call.another(command, words_for(command, [promise[1][0][facts["id"]]]))
    last, _ = waited(call, facts, lambda: looked(again.result()), promise)
    return ask.prepared(call, first.again(last.document()))


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
    if isinstance(result, Answer):
        return result, [result.record(result.document())]
    if isinstance(result, Rows):
        result.records = list(result.records)
        return result, result.records
    if result is None:
        raise ReplyNotUnderstood("The service says nothing of what is waited for.")
    return result, [result.record]
