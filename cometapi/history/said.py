"""What of a request is its own: the turns that were not said before, and the options that matter for going on."""

from cometapi.answers import turns
from cometapi.generated import program
from cometapi.http.layout import model_of as named_model
from cometapi.http.layout import shaped
from cometapi.manifest.select import select
from cometapi.redact import private

INHERITED_BY_NAME = ("model", "system", "message")  # what they do is kept apart from the other options
SENT = ("path", "query", "header", "body")


def own_turns(asked):
    """The turns of a request that this call brings: none of before, and no instruction that an option gives."""
    turn, call = asked.protocol["turn"], asked.call
    found = select(tuple(turn["to"]), asked.parts["body"])
    found = turns.of_text(turn, "user", found) if isinstance(found, str) else found
    if not isinstance(found, list):
        return []
    at, given = asked.past_at, instructions(call, turn)
    return [one for one in [*found[:at], *found[at + len(asked.past.turns) :]] if one not in given]


def instructions(call, turn):
    """The turns that options with instructions make, where the protocol has them among its turns."""
    names = [call.behaviours.get(one) for one in turns.INSTRUCTIONS]
    among = [name for name in names if name and is_turn(call.arguments[name], turn) and call.values.get(name)]
    return [one for name in among for one in shaped(name, call.arguments, call.values)]


def is_turn(facts, turn):
    """Whether an argument puts turns into the request."""
    return facts.get("to", ())[1:] == (*turn["to"], "-")


def model_of(asked):
    """The model that is asked."""
    return named_model(asked.parts) or asked.call.option("model") or ""


def options_of(call, turn):
    """The options that were given and matter for going on, by the names of their arguments, as values of JSON."""
    found = {name: call.given[name] for name, facts in call.arguments.items() if is_wanted(call, name, facts, turn)}
    for behaviour, act in (("body", without_turns), ("fields_of_request", fields_without_turns)):
        name = call.behaviours.get(behaviour)
        if name in found:
            found[name] = private(act(found[name], turn), program.PRIVATE)
    return {name: value for name, value in found.items() if value not in (None, {}, [])}


def is_wanted(call, name, facts, turn):
    """Whether an option is one that the next message of the conversation should have, too."""
    does = facts.get("does")
    if name not in call.given or "secret" in facts or "attach_to" in facts or does in INHERITED_BY_NAME:
        return False
    if name == call.command.get("stream", {}).get("switch") or facts.get("type") == "messages":
        return False
    if is_turn(facts, turn):
        return does in turns.INSTRUCTIONS
    return facts["to"][0] in SENT if "to" in facts else does is None


def without_turns(body, turn):
    """A whole body without what was said, and without the model, which is kept apart."""
    return {key: value for key, value in body.items() if key not in (turn["to"][0], "model", "stream")}


def fields_without_turns(fields, turn):
    """Fields that were set one by one, of which the same is true."""
    return [kept for one in fields if (kept := without_turns(one, turn))]
