"""The loop of ``--run-tools``: the model calls, a tool answers, the model goes on, until it has its answer."""

from cometapi.advice import also, flag
from cometapi.answers import tools, turns
from cometapi.errors import Refused, UsageError
from cometapi.generated import program
from cometapi.manifest.select import select
from cometapi.terminal import confirm


def rounds(asked):
    """The Reading of the answer in which the model calls no tool.

    Rounds are read as whole replies, because their calls have to be complete before a tool is run. Raises Refused when
    the rounds run out, and UsageError when a tool has no executable or may not be run.
    """
    call, turn = asked.call, asked.protocol["turn"]
    check(call, select(turn["tools"], asked.parts["body"]))
    for _ in range(call.option("max_rounds")):
        reading = asked.send()
        document = reading.document()
        calls = list(reading.reader.calls.values())
        if not calls:
            return reading.again(document)
        results = [(one, ran(call, one)) for one in calls]
        asked.add([*turns.of_reply(turn, document), *turns.of_results(turn, results)])
    rounds_run = call.option("max_rounds")
    raise Refused(f"The model went on calling tools after {rounds_run} rounds{also('; see {max_rounds}')}.")


def check(call, names):
    """Raise UsageError, before anything is sent, when a tool has no executable or nobody can be asked to agree."""
    folder = call.option("run_tools")
    lacking = [name for name in names or () if isinstance(name, str) and not tools.executable(folder, name)]
    if lacking:
        raise UsageError(f"{folder} has no executable for {', '.join(lacking)}.")
    context = call.context
    if not call.option("yes") and context.silence():
        raise UsageError(f"{flag('run_tools')} asks before each call{also('; outside of a terminal it needs {yes}')}.")


def ran(call, one):
    """The result of one call of a tool, after the user has agreed."""
    tools.checked_arguments(one)
    line = tools.shown(one)
    if not call.option("yes") and not confirm.agreed(call.context, f"Run {line}"):
        return "error: the user did not allow this call"
    call.context.note(f"Running {line}")
    return tools.result(call.option("run_tools"), one, call.option("tool_timeout"), open_environ(call))


def open_environ(call):
    """The environment without the secrets of settings and options, which are none of a tool's business."""
    declared = [*program.SETTINGS.values(), *call.arguments.values()]
    secret = {facts.get("environment") for facts in declared if facts.get("secret")}
    return {name: value for name, value in call.context.environ.items() if name not in secret}
