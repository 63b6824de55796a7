"""Costs of calls that were kept before the catalog was on this machine."""

from contextlib import closing

from cometapi.answers import prices, usage
from cometapi.errors import CometError
from cometapi.history.store import required
from cometapi.own.commands import asks_the_program


def look_up(call):
    """Estimate the costs that are not known yet, where the catalog can be had and has a price for them."""
    environ = call.context.environ
    with closing(required(environ, writes=False)) as history:
        found = history.unpriced()
    found = [one for one in found if asks_the_program(environ, one["command"])]
    items = prices.catalog(call) if found else ()
    known = [(one["number"], dollars) for one in found if items and (dollars := estimated(one, items)) is not None]
    if not known:
        return
    try:
        with closing(required(environ, note=call.context.tell)) as history:
            for number, dollars in known:
                history.price(number, dollars)
    except CometError as error:  # what can only be read is summed up without them
        call.context.tell(error.message)


def estimated(exchange, items):
    """The dollars that an exchange cost by the catalog's prices, None where they are not enough to tell."""
    models = [model for model in (exchange["answered_by"], exchange["model"]) if model]
    costs = (usage.cost(exchange["usage"], prices.of_model(items, model)) for model in models)
    return next((cost for cost in costs if cost is not None), None)
