"""``cometapi run``: one request in any protocol, by way of the command that speaks it."""

from importlib import import_module

from cometapi.answers import ask
from cometapi.errors import UsageError
from cometapi.generated import index, program

OWN = ("model", "endpoint", "prompt", "input", "input_file", "body", "set")  # what is not passed on as it is


def run(call):
    """The answer of a model, from the command of the protocol that ``--endpoint`` names."""
    values = call.values
    protocol = program.PROTOCOLS[call.arguments["endpoint"]["words"][values["endpoint"]]]
    command = import_module(f"cometapi.generated.{index.COMMANDS[protocol['command']][0]}").COMMAND
    given = {name: value for name, value in call.given.items() if name in command["arguments"] and name not in OWN}
    body = values.get("input_file") or values.get("body")
    fields = [*(values.get("input") or []), *(values.get("set") or [])]
    given |= {"model": values["model"], **({"body": body} if body else {}), **({"set": fields} if fields else {})}
    if values.get("prompt"):
        given["prompt"] = values["prompt"]
    other = call.another(command, given)
    if other.values.get("prompt") is None and not (body or fields):
        raise UsageError("There is nothing to send: give --prompt, --input or --input-file.")
    result = ask.run(other)
    call.afterwords = lambda: other.afterwords()
    return result
