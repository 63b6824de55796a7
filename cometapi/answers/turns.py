"""The turns of a conversation in a protocol's own shape. Pure: ``turn`` is what the protocol says of them."""

from cometapi.answers import picks
from cometapi.errors import UsageError
from cometapi.manifest.select import select
from cometapi.manifest.templates import fill, put

INSTRUCTIONS = ("system", "developer")  # roles that tell the model how to answer, and stand before what is said


def added(turn, body, turns):
    """Put ``turns`` behind those that a request's body has; raises UsageError when what it has are no turns."""
    before = select(tuple(turn["to"]), body)
    if not isinstance(before, list | str | None):
        raise UsageError(f"The body's {'/'.join(turn['to'])} must be a list, so that turns can follow.")
    before = of_text(turn, "user", before) if isinstance(before, str) else before or []
    put(body, turn["to"], [*(completed(turn, one) for one in before), *turns])


def inserted(turn, body, turns):
    """Put ``turns`` before those of a request's body, behind its instructions; returns their place in the list."""
    found = select(tuple(turn["to"]), body)
    found = of_text(turn, "user", found) if isinstance(found, str) else found
    instructing = [shape.get("role") for role, shape in turn["roles"].items() if role in INSTRUCTIONS]
    own = found if isinstance(found, list) else []
    at = next((n for n, one in enumerate(own) if role_of(one) not in instructing), len(own))
    if turns:
        put(body, turn["to"], [*own[:at], *turns, *own[at:]])
    return at


def of_saved(protocol, saved):
    """A Saved conversation in a protocol: ``(turns, instruction)``, the instruction where it is no turn there, or None."""
    turn, found, instruction = protocol["turn"], [], None
    for place, one in enumerate(saved):
        role, text = one.get("role"), one.get("content")
        if saved.protocol == protocol["protocol"] and place in saved.turns:
            found += saved.turns[place]
        elif role in INSTRUCTIONS and role not in turn["roles"]:
            instruction = text
        elif role in turn["roles"] and isinstance(text, str):
            found += of_text(turn, role, text)
        else:
            found.append(one)
    return found, instruction


def role_of(one):
    """What a turn calls its role, None where it has none."""
    return one.get("role") if isinstance(one, dict) else None


def said(turn, one):
    """``(role, text)`` of a turn of the protocol, by the names that all protocols share; None where it has no text."""
    text = picks.said(turn.get("text", ()), one) if isinstance(one, dict) else ""
    roles = {shape.get("role"): role for role, shape in turn["roles"].items()}
    return (roles.get(role_of(one), "user"), text) if text else None


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
