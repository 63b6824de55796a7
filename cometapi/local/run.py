"""``cometapi run``: one request in any protocol, by way of the command that speaks it."""

from importlib import import_module

from cometapi.engine import Call
from cometapi.errors import UsageError
from cometapi.local import answer

COMMANDS = {"chat": "chat", "responses": "responses", "anthropic": "messages", "gemini": "gemini"}
PASSED_ON = (
    "stream",
    "sandbox",
    "timeout",
    "retries",
    "format",
    "reasoning",
    "usage",
    "events",
    "raw_text",
    "strict",
    "debug",
    "fields",
    "query",
    "raw",
)


def run(call):
    """The answer of a model, from the command of the protocol that ``--endpoint`` names."""
    values = call.values
    command = import_module(f"cometapi.generated.{COMMANDS[values['endpoint']]}").COMMAND
    given = {name: call.given[name] for name in PASSED_ON if name in call.given}
    body = values.get("input_file") or values.get("body")
    fields = [*(values.get("input") or []), *(values.get("set") or [])]
    given |= {"model": values["model"], **({"body": body} if body else {}), **({"set": fields} if fields else {})}
    if values.get("prompt"):
        given["prompt"] = values["prompt"]
    other = Call(command, given, call.context, sandbox=call.sandbox)
    if other.values.get("prompt") is None and not (body or fields):
        raise UsageError("There is nothing to send: give --prompt, --input or --input-file.")
    result = answer.run(other)
    call.afterwords = lambda: other.afterwords()
    return result
