"""Whether a call of a model is kept in the history, and what was said before it: the history is loaded only where it is wanted."""

from typing import NamedTuple

from cometapi.errors import ConfigFileBroken
from cometapi.generated import program


class Past(NamedTuple):
    """What was said before a request: the ``turns`` of its protocol, and the id of the ``conversation`` that it belongs to."""

    turns: list = []  # noqa: RUF012 - nobody adds to it
    conversation: str | None = None


NOTHING = Past()


def past_of(call):
    """The Past that the options of a call name; what is inherited from it becomes the call's own values."""
    if not call.given_option("continue"):
        return NOTHING
    from cometapi.history import continuing

    return continuing.resumed(call)


def begun(asked, request):
    """The Recording of what is asked, begun before the request leaves; None where it is not kept, or cannot be."""
    if not is_kept(asked.call):
        return None
    from cometapi.history import recording

    return recording.begun(asked, request)


def is_kept(call):
    """Whether a call is kept: where it is wanted, and something is sent to the service."""
    return not (call.preview or call.session.sandbox) and is_wanted(call)


def is_wanted(call):
    """Whether a call is to be kept once it is sent: by its options, and by the setting."""
    if call.option("no_history") or call.command["cost"] != "paid":
        return False
    wish = setting(call)
    if wish != "terminal" or call.given_option("continue"):  # who goes on with a conversation wants it kept
        return wish != "off"
    context = call.context
    return not context.in_ci() and any(map(context.is_terminal, ("stdin", "stdout")))


def setting(call):
    """Which calls are to be kept, by the setting; its default where the config file cannot be read, which others report."""
    try:
        return call.settings.get("history")
    except ConfigFileBroken:
        return program.SETTINGS["history"]["default"]
