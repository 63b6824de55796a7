"""The loop of ``--run-tools``: the model calls, a tool answers, the model goes on, until it has its answer."""

from cometapi.answers import tools
from cometapi.errors import Refused, UsageError
from cometapi.generated import program
from cometapi.manifest.select import select
from cometapi.manifest.templates import fill
from cometapi.terminal import confirm


def answered(call):
    """The answer of the round in which the model calls no tool.

    Rounds before it are read as whole replies, because their calls have to be complete before a tool is run. Raises
    Refused when the rounds run out, and UsageError when a tool has no executable or may not be run.
    """
    check(call)
    extra: dict = {}
    before: list = []
    for _ in range(call.option("max_rounds")):
        answer = call.result(extra)
        document = answer.document()
        calls = list(answer.reader.calls.values())
        if not calls:
            final = answer.again(document)
            final.before = before
            return final
        before.append(answer.reader)
        extra = followed(call, answer, document, [(one, ran(call, one)) for one in calls])
    raise Refused(f"The model went on calling tools after {call.values['max_rounds']} rounds; see --max-rounds.")


def check(call):
    """Raise UsageError, before anything is sent, when a tool has no executable or nobody can be asked to agree."""
    folder = call.option("run_tools")
    lacking = tools.missing(folder, call.option("tools"))
    if lacking:
        raise UsageError(f"{folder} has no executable for {', '.join(lacking)}.")
    context = call.context
    if not call.option("yes") and context.silence():
        raise UsageError("--run-tools asks before each call; outside of a terminal it needs --yes.")


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


def followed(call, answer, document, results):
    """The next request's turns: those before, the model's reply, and what the tools answered."""
    turn = answer.reader.dialect["turn"]
    place = ("body", *turn["to"])
    before = asked(select(place, call.sent.parts))
    reply = select(turn["reply"], document)
    said = [fill(turn["result"], {**one, "result": text}) for one, text in results]
    said = [fill(turn["together"], said)] if "together" in turn else said
    return {place: [*before, *(reply if isinstance(reply, list) else [reply]), *said]}


def asked(turns):
    """The turns of the first request, a lone text too; one that says neither role nor type is the user's."""
    if isinstance(turns, str):
        return [{"role": "user", "content": turns}]
    return [
        {"role": "user", **one} if isinstance(one, dict) and not {"role", "type"} & set(one) else one
        for one in turns or []
    ]
