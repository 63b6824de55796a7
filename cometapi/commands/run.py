"""``cometapi run``: one request in any protocol, by way of the command that speaks it."""

from cometapi.answers import ask
from cometapi.cli.registry import command_data
from cometapi.errors import UsageError
from cometapi.generated import program
from cometapi.manifest.arguments import flag_of

OWN = ("model", "protocol", "message")
WAYS = ("message", "fields_of_request", "body")  # to say what is to be sent


def run(call):
    """The answer of a model, from the command of the protocol that is asked for."""
    protocols = call.arguments[call.behaviours["protocol"]]["choices"]  # by the words of the option
    command = command_data(program.PROTOCOLS[protocols[call.argument("protocol")]]["command"])
    own = {name for behaviour, name in call.behaviours.items() if behaviour in OWN}
    given = {name: value for name, value in call.given.items() if name in command["arguments"] and name not in own}
    doing = {"model": call.argument("model"), "message": call.argument("message")}
    other = call.another(command, given, doing)
    if not any(other.option(one) for one in WAYS):  # a pipe may have brought a message
        ways = [flag_of(call.arguments[call.behaviours[one]]) for one in WAYS]
        raise UsageError(f"Nothing to send: give {', '.join(ways[:-1])} or {ways[-1]}.")
    result = ask.run(other)
    call.afterwords = lambda: other.afterwords()
    return result
