"""``cometapi run``: one request in any protocol, by way of the command that speaks it."""

from cometapi.answers import ask
from cometapi.cli.registry import command_data
from cometapi.errors import UsageError
from cometapi.generated import program
from cometapi.manifest.arguments import flag_of

OWN = ("model", "protocol", "message", "input_fields", "input_body", "body", "fields_of_request")


def run(call):
    """The answer of a model, from the command of the protocol that is asked for."""
    protocols = call.arguments[call.behaviours["protocol"]]["choices"]  # by the words of the option
    command = command_data(program.PROTOCOLS[protocols[call.argument("protocol")]]["command"])
    body = call.argument("input_body") or call.option("body")
    fields = [*(call.argument("input_fields") or []), *(call.option("fields_of_request") or [])]
    message = call.argument("message")
    own = {name for behaviour, name in call.behaviours.items() if behaviour in OWN}
    given = {name: value for name, value in call.given.items() if name in command["arguments"] and name not in own}
    doing = {"model": call.argument("model"), "message": message, "body": body, "fields_of_request": fields or None}
    other = call.another(command, given, doing)
    if other.option("message") is None and not (body or fields):  # a pipe may have brought one
        ways = [flag_of(call.arguments[call.behaviours[one]]) for one in ("message", "input_fields", "input_body")]
        raise UsageError(f"There is nothing to send: give {', '.join(ways[:-1])} or {ways[-1]}.")
    result = ask.run(other)
    call.afterwords = lambda: other.afterwords()
    return result
