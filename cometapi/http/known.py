"""What the program itself knows of a call that has been answered: columns of a record whose value begins with ``call/``."""

from cometapi.manifest.select import select
from cometapi.output.results import Record

MOST = 10**15  # tokens; what is more is no count


def fill(call, route, result, reply, media):
    """Give the record of a reply with ``media`` what its columns say that the program knows."""
    if not isinstance(result, Record):
        return
    for column in result.columns:
        if isinstance(column["value"], dict) and "call" in column["value"]:
            result.record[column["name"]] = FACTS[column["value"]["call"]](call, route, reply, media)


def paths(call, route, reply, media):
    """Where the media were saved, None where they were not."""
    return [one.path for one in call.saved] or None


def unsaved(call, route, reply, media):
    """The media as they came, base64 or links; None once they are in files."""
    return None if call.saved else [one.value for one in media]


def model(call, route=None, reply=None, media=()):
    """The model that was asked."""
    return next((call.parts[place]["model"] for place in ("body", "path") if "model" in call.parts[place]), None)


def tokens(route, reply):
    """Tokens by name, as the reply counts them; of several counts of one kind the first that is not zero."""
    found = {name: counts(places, reply) for name, places in route["response"].get("tokens", {}).items()}
    return {name: next(filter(None, told), told[0]) for name, told in found.items() if told}


def counts(places, reply):
    """The whole numbers that stand in some places of a reply."""
    values = [select(one, reply) for one in (places if isinstance(places, list) else [places])]
    return [one for one in values if type(one) is int and 0 <= one <= MOST]


def cost(call, route, reply, media):
    """The estimated cost in dollars, by the prices of the catalog on this machine; None when it cannot be told."""
    return call.cost(model(call), tokens(route, reply), len(media))


FACTS = {
    "paths": paths,
    "unsaved": unsaved,
    "model": model,
    "input_tokens": lambda call, route, reply, media: tokens(route, reply).get("input"),
    "output_tokens": lambda call, route, reply, media: tokens(route, reply).get("output"),
    "cost": cost,
}
