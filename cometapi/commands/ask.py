"""What a command runs that a model answers: one message, or a conversation where there is none and a terminal on both sides."""

from cometapi.answers import ask
from cometapi.http.layout import joining
from cometapi.manifest.output_formats import is_for_machines


def run(call):
    """Hold a conversation, or give back the answer to the message."""
    if not is_conversation(call):
        return ask.run(call)
    from cometapi.commands.chat.command import Chat

    return Chat(call).run()


def is_conversation(call):
    """Whether nothing was said, someone sits at the terminal, and no format for machines is asked for."""
    context, message = call.context, call.behaviours.get("message")
    if message is None:
        return False
    said = {message, *call.arguments[message].get("or_from", ())} - {call.behaviours.get("fields_of_request")}
    return (
        call.given_option("message") is None
        and not any(name in call.given for name in said)  # a field may be set for the whole conversation
        and not joining(message, call.arguments, call.given)
        and not (call.preview or call.shape or call.given_option("raw") or call.given_option("events"))
        and context.silence("stdin", "stdout") is None
        and not is_for_machines(call.given_option("format") or "table")
    )
