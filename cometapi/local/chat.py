"""``cometapi chat``: one message."""

from cometapi.local import answer


def run(call):
    """The answer to one message."""
    return answer.run(call)
