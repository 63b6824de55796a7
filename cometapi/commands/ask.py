"""What a command runs that a model answers: one message, or a conversation where there is none and a terminal on both sides."""

from cometapi import output
from cometapi.answers import ask
from cometapi.http.request import joining


def run(call):
    """Hold a conversation, or give back the answer to the message."""
    if not is_conversation(call):
        return ask.run(call)
    from cometapi.commands.chat.command import Chat

    return Chat(call).run()


def is_conversation(call):
    """Whether nothing was said, someone sits at the terminal, and no format for machines is asked for."""
    context, prompt = call.context, prompt_of(call)
    if prompt is None:
        return False
    said = {prompt, *call.arguments[prompt].get("instead", ())} - {"set"}  # a field may hold for the whole conversation
    return (
        not any(name in call.given for name in said)
        and not joining(prompt, call.arguments, call.given)
        and not (context.look or call.shape or call.given.get("raw") or call.given.get("events"))
        and context.silence("stdin", "stdout") is None
        and output.FORMATS[call.given.get("format", "table")] == "people"
    )


def prompt_of(call):
    """The name of the argument that is the message, the one that may come through a pipe; None without one."""
    return next((name for name, facts in call.arguments.items() if facts.get("stdin")), None)
