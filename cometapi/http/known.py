"""Facts that the program knows about an answered call, for columns whose value begins with ``call/``."""

from cometapi.manifest.select import select
from cometapi.output.results import Record

MOST = 10**15  # tokens; a larger number is not a count


def fill(call, route, result, reply, media):
    """Fill in the ``call/`` columns of a record; ``media`` are those of the reply."""
    if not isinstance(result, Record):
        return
    for column in result.columns:
        if isinstance(column["value"], dict) and "call" in column["value"]:
            result.record[column["name"]] = FACTS[column["value"]["call"]](call, route, reply, media)


def paths(call, route, reply, media):
    """The paths of the saved media, or None."""
    return [one.path for one in call.saved] or None


def unsaved(call, route, reply, media):
    """The media as base64 or links, or None if they were saved."""
    return None if call.saved else [one.value for one in media]


def model(call, route=None, reply=None, media=()):
    """The model in the request, or None."""
    return next((call.parts[place]["model"] for place in ("body", "path") if "model" in call.parts[place]), None)


def tokens(route, reply):
    """Token counts of a reply by name; if a name has several places, the first count that is not zero."""
    found = {name: counts(places, reply) for name, places in route["response"].get("tokens", {}).items()}
    return {name: next(filter(None, told), told[0]) for name, told in found.items() if told}


def counts(places, reply):
    """The plausible token counts at some places of a reply."""
    values = [select(one, reply) for one in (places if isinstance(places, list) else [places])]
    return [one for one in values if type(one) is int and 0 <= one <= MOST]


def cost(call, route, reply, media):
    """The estimated cost in dollars by the cached catalog, or None."""
    return call.cost(model(call), tokens(route, reply), len(media))


FACTS = {
    "paths": paths,
    "unsaved": unsaved,
    "model": model,
    "input_tokens": lambda call, route, reply, media: tokens(route, reply).get("input"),
    "output_tokens": lambda call, route, reply, media: tokens(route, reply).get("output"),
    "cost": cost,
}
