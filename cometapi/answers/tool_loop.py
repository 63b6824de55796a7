"""The loop of ``--run-tools``: the model calls, a tool answers, the model goes on, until it has its answer."""

from cometapi.advice import also, flag
from cometapi.answers import tools, turns
from cometapi.answers.judgement import kind_of, limiting
from cometapi.errors import Refused, UsageError
from cometapi.manifest.select import select
from cometapi.settings.secrets import without_secrets
from cometapi.terminal import confirm
from cometapi.terminal.visible import excerpt

ONE_LINE = 60  # characters of a question that fit on a line of any terminal
LONGEST = 600  # characters of arguments that are shown


def rounds(asked):
    """The Reading of the answer in which the model calls no tool.

    Rounds are read as whole replies, because their calls have to be complete before a tool is run. Raises Refused when
    the rounds run out, and UsageError when a tool has no executable or may not be run.
    """
    call, turn = asked.call, asked.protocol["turn"]
    declared = {one for one in select(turn["tools"], asked.parts["body"]) or () if isinstance(one, str)}
    check(call, declared)
    for _ in range(call.option("max_rounds")):
        reading = asked.send()
        document = reading.document()
        calls = list(reading.reader.calls.values())
        if not calls:
            return reading.again(document)
        check_whole(reading.reader, limiting(call, asked.parts))
        results = [(one, answered(call, one, declared)) for one in calls]
        asked.add([*turns.of_reply(turn, document), *turns.of_results(turn, results)])
    rounds_run = call.option("max_rounds")
    raise Refused(f"The model went on calling tools after {rounds_run} rounds{also('; see {max_rounds}')}.")


def check_whole(reader, limit):
    """Raise Refused when the answer was cut at its limit, or withheld: then no call is known to be whole."""
    reader.judge()
    kinds = [kind_of(reason, reader.protocol) for reason in reader.finishes.values() if reason]
    if "short" in kinds:
        raise Refused(f"The answer reached its length limit inside a tool call, so no tool was run{limit}.")
    partial = next((one for one in reader.calls.values() if one.get("is_incomplete")), None)
    if partial:
        raise Refused(f"The arguments of {partial['name']} came in parts, which are not supported; no tool was run.")


def check(call, names):
    """Raise UsageError, before anything is sent, when a tool has no executable or nobody can be asked to agree."""
    folder = call.option("run_tools")
    lacking = [name for name in sorted(names) if not tools.executable(folder, name)]
    if lacking:
        raise UsageError(f"{folder} has no executable for {', '.join(lacking)}.")
    context = call.context
    if not call.option("yes") and context.silence():
        raise UsageError(f"{flag('run_tools')} asks before each call{also('; outside of a terminal it needs {yes}')}.")


def answered(call, one, declared):
    """The result of one call of a tool, after the user has agreed; only what the request declares is ever run."""
    text = tools.arguments(one)
    if one["name"] not in declared:
        return f"error: there is no tool {one['name']}"
    if not call.option("yes") and not agreed(call.context, one["name"], text):
        return "error: the user did not allow this call"
    call.context.note(f"Running {one['name']}({excerpt(text, LONGEST)})")
    return tools.result(call.option("run_tools"), one, text, call.option("tool_timeout"), open_environ(call))


def agreed(context, name, text):
    """Whether the user lets a tool run; the name stands beside the answer, however long its arguments are."""
    told = f"{name}({excerpt(text, LONGEST)})"
    if len(told) > ONE_LINE:
        context.fault(f"The model calls {told}")
        told = name
    return confirm.agreed(context, f"Run {told}")


def open_environ(call):
    """The environment without the secrets of settings and options, for tools."""
    return without_secrets(call.context.environ, call.arguments)
