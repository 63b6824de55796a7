"""Prices of the catalog, for the estimated cost of an answer."""

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http.cache import Cache
from cometapi.http.listing import Listing

PATIENCE = 10  # seconds for the catalog, which the answer does not depend on


def pricing(call, model):
    """The catalog's prices of a model, from the copy on this machine or fetched; None when they cannot be had."""
    wanted = {call.option("model"), model} - {None}
    hurry = {"retries": 0, "timeout": min(PATIENCE, call.option("timeout") or PATIENCE)}
    try:
        return next((item.get("pricing") for item in listed(call, hurry) if is_named(item, wanted)), None)
    except CometError:
        return None  # the answer is there; that its cost cannot be told is no failure


def kept_pricing(call, model):
    """The prices of a model as this machine has them, however old, so that nobody waits; None where it has none."""
    if call.session.sandbox:
        return pricing(call, model)
    catalog = call.another(program.COMPLETIONS["models"]["from"])
    route = catalog.command["routes"][-1]
    address = catalog.request(route)[0].url
    cache = Cache(call.context.environ, catalog.command["name"], address, 0)
    document, _ = cache.read(Listing(catalog, route).of, [[model]])
    items = Listing(catalog, route).of(document) if document else []
    return next((item.get("pricing") for item in items if isinstance(item, dict) and is_named(item, {model})), None)


def is_named(item, names):
    """Whether an item of the catalog is the model of one of these names."""
    return isinstance(item.get("id"), str) and bool(names & {item["id"], code(item)})


def code(item):
    """What the detail route calls a model: its own word for it, or the id without dots."""
    return item.get("code") or item["id"].replace(".", "-")


def listed(call, fixed=None):
    """The items of the catalog, through the copy that ``models`` keeps; ``fixed`` options hold whatever was given."""
    given = {one: call.given_option(one) for one in ("refresh", "no_cache") if call.given_option(one)}
    catalog = call.another(program.COMPLETIONS["models"]["from"], doing={**given, **(fixed or {})})
    items = Listing(catalog, catalog.command["routes"][-1]).items()
    return (item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))
