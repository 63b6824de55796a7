"""The loop of ``--run-tools``: the model calls, a tool answers, the model goes on, until it has its answer."""

from cometapi import tools
from cometapi.errors import Refused, UsageError
from cometapi.extract import select
from cometapi.plan import collect
from cometapi.targets import fill


def answered(call):
    """The answer of the round in which the model calls no tool.

    Rounds before it are read as whole replies, because their calls have to be complete before a tool is run. Raises
    Refused when the rounds run out, and UsageError when a tool has no executable or may not be run.
    """
    folder = call.values["run_tools"]
    lacking = tools.missing(folder, call.values["tools"])
    if lacking:
        raise UsageError(f"{folder} has no executable for {', '.join(lacking)}.")
    extra = {}
    for _ in range(call.values["max_rounds"]):
        answer = call.result(extra)
        document = answer.document()
        calls = list(answer.reader.calls.values())
        if not calls:
            return answer.again(document)
        extra = followed(call, answer, document, [(one, ran(call, folder, one)) for one in calls], extra)
    raise Refused(f"The model went on calling tools after {call.values['max_rounds']} rounds; see --max-rounds.")


def ran(call, folder, one):
    """The result of one call of a tool, after the user has agreed."""
    tools.checked_arguments(one)
    line = tools.shown(one)
    if not call.values.get("yes") and not agreed(call, line):
        return "error: the user did not allow this call"
    call.context.note(f"Running {line}")
    return tools.result(folder, one, call.values["tool_timeout"])


def agreed(call, line):
    """Whether the user lets a tool run; raises UsageError where there is nobody to ask."""
    if call.context.silence():
        raise UsageError(f"The model wants to run {line}; where nobody can be asked that needs --yes.")
    call.context.stderr.write(f"Run {line}? [y/N] ")
    call.context.stderr.flush()
    return call.context.stdin.readline().strip().lower() in ("y", "yes")


def followed(call, answer, document, results, extra):
    """The next request's turns: those before, the model's reply, and what the tools answered."""
    turn = answer.reader.dialect["turn"]
    place = ("body", *turn["to"])
    before = extra.get(place) or select(place, collect(call.arguments, call.values, call.assumed)) or []
    reply = select(turn["reply"], document)
    said = [fill(turn["result"], {**one, "result": text}) for one, text in results]
    said = [fill(turn["together"], said)] if "together" in turn else said
    return {place: [*before, *(reply if isinstance(reply, list) else [reply]), *said]}
