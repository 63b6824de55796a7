"""Commands with ``then``: the result is passed to further commands, and the last result is printed."""

from contextlib import contextmanager

from cometapi import operation
from cometapi.advice import flag
from cometapi.cli.command_line import line, positionals
from cometapi.cli.registry import command_data
from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.http.replies import check_no_terminal
from cometapi.http.reply_files import check_target
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.output.projection import Projection
from cometapi.output.results import Rows

PRINTING = ("output", "force", "save", "format", "raw")  # behaviours of options that print or save the result


def run(call):
    """The result of the last step whose option was given; that of the first request where none was."""
    steps = [step for step in call.command["then"] if "if" not in step or call.values.get(step["if"])]
    if not steps:
        check_output(call)
        return call.result()
    check_last(call, command_data(steps[-1]["command"]))
    result, done = first(call), call
    for step in steps:
        if done.exit != "ok":  # without a result there is no further step; the reason was printed
            break
        command = command_data(step["command"])
        given = handed_on(step, fields(result), call)
        with told(call, done.command, fields(result), command, given):
            done = following(call, command, given, is_last=step is steps[-1])
            done.is_step = True
            result = operation.runner(command)(done)
    call.exit, call.afterwords = done.exit, done.afterwords
    return result


def check_output(call):
    """Raise UsageError for an output file of a step that was not asked for."""
    skipped = [step for step in call.command["then"] if operation.has_files(command_data(step["command"]))]
    if skipped and call.option("output"):
        wanted = flag_of(call.arguments[skipped[-1]["if"]])
        raise UsageError(f"{flag('output')} names the file of the result, so it requires {wanted}.")


def following(call, command, given, *, is_last):
    """The operation of a step; the last one has the call's options for printing and saving."""
    if not is_last:
        return call.another(command, given)
    made = call.another(command, given, doing={one: call.given_option(one) for one in PRINTING})
    made.shape, made.client.bodies = call.shape, call.client.bodies  # only the last body is printed
    return made


def check_last(call, command):
    """Raise UsageError before anything is sent when the last step's result cannot be printed as it is wanted."""
    for route in command["routes"]:
        check_no_terminal(call, route.get("response", {}))
        check_target(call, route)
    call.shape.columns([column for route in command["routes"] for column in route.get("response", {})["columns"]])


def first(call):
    """The result of the first request, as it came: fields are picked from the last result."""
    shape, call.shape = call.shape, Projection(None, None)
    try:
        return call.result()
    finally:
        call.shape = shape


def fields(result):
    """The columns of a result by name, of the first record where there are several."""
    if isinstance(result, Rows):
        result.records = list(result.records)
        return next(iter(result.records), {})
    return result.record if result else {}


def handed_on(step, record, call):
    """The arguments of a step by name; raises ReplyNotUnderstood when the result before it lacks what it needs."""
    given = {}
    for one in step["give"]:
        value = call.values.get(one["option"]) if "option" in one else select(one["value"], record)
        if value is not None:
            given[one["to"]] = value
        elif "value" in one:
            name = ".".join(map(str, one["value"])) if isinstance(one["value"], tuple) else one["value"]
            raise ReplyNotUnderstood(f"The service's reply has no {name}, which {step['command']} needs.")
    return given


@contextmanager
def told(call, before, record, command, given):
    """If a step fails, print what was created before it and how to continue by hand: it may be paid for."""
    try:
        yield
    except BaseException:
        words = positionals(command, given)
        made = ", ".join(words) or next((str(value) for value in record.values() if value), "")
        call.context.fault(f"{before['name']} is done: {made}. Continue with: {line(command, given)}")
        raise
