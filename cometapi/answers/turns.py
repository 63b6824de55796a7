"""The turns of a conversation in a protocol's own shape. Pure: ``turn`` is what the protocol says of them."""

from cometapi.errors import UsageError
from cometapi.manifest.select import select
from cometapi.manifest.templates import fill, put


def added(turn, body, turns):
    """Put ``turns`` behind those that a request's body has; raises UsageError when what it has are no turns."""
    before = select(tuple(turn["to"]), body)
    if not isinstance(before, list | str | None):
        raise UsageError(f"The body's {'/'.join(turn['to'])} must be a list, so that turns can follow.")
    before = of_text(turn, "user", before) if isinstance(before, str) else before or []
    put(body, turn["to"], [*(completed(turn, one) for one in before), *turns])


def complete(turn, body):
    """Give the turns of a request's body the keys that they must have where they are several."""
    found = select(tuple(turn["to"]), body)
    if isinstance(found, list) and len(found) > 1:
        put(body, turn["to"], [completed(turn, one) for one in found])


def of_text(turn, role, text):
    """What somebody said, as a list of turns."""
    return [fill(turn["roles"][role], text)]


def completed(turn, one):
    """A turn with the keys that it must have once it is not alone."""
    return {**turn.get("defaults", {}), **one} if isinstance(one, dict) else one


def of_reply(turn, document):
    """What the model said in a whole reply, as a list of turns."""
    reply = select(turn["reply"], document)
    return reply if isinstance(reply, list) else [] if reply is None else [reply]


def of_results(turn, results):
    """What tools answered, ``(call, text)`` each, as a list of turns."""
    turns = [fill(turn["result"], {**call, "result": text}) for call, text in results]
    return [fill(turn["together"], turns)] if "together" in turn else turns


def remembered(turn, document, text):
    """What the model said, as the turns that are sent back when the user speaks again; ``text`` is the text of it."""
    role = fill(turn["roles"]["assistant"], text)
    left_out = turn.get("without", ())
    if isinstance(select(turn["reply"], document), list):
        return of_reply(turn, document)
    told = [
        {key: part for key, part in one.items() if part is not None and key not in left_out}
        for one in of_reply(turn, document)
        if isinstance(one, dict)
    ]
    return [{**role, **one} for one in told]
