"""Prices of the catalog, for the estimated cost of an answer."""

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http.cache import Cache
from cometapi.http.listing import Listing
from cometapi.own.declared import leads_elsewhere

PATIENCE = 10  # seconds for the catalog, which the answer does not depend on


def pricing(call, model):
    """The catalog's prices of a model, from the copy on this machine or fetched; None when they cannot be had, and for
    another service, which has its own.
    """
    if leads_elsewhere(call.command["name"]):
        return None
    hurry = {"retries": 0, "timeout": min(PATIENCE, call.option("timeout") or PATIENCE)}
    try:
        return priced(call, model, listed(call, hurry))
    except CometError:
        return None  # the answer is there; that its cost cannot be told is no failure


def entry(call, model):
    """What the catalog says of a model, from the copy on this machine or fetched; None where it does not have the model.

    Raises CometError when there is no catalog to be had.
    """
    hurry = {"retries": 0, "timeout": min(PATIENCE, call.option("timeout") or PATIENCE)}
    found = {item["id"]: item for item in listed(call, hurry) if model in (item["id"], code(item))}
    return found.get(model) or next(iter(found.values()), None)


def catalog(call):
    """The items of the catalog, an empty list when they cannot be had."""
    try:
        return list(listed(call, {"retries": 0, "timeout": PATIENCE}))
    except CometError:
        return []


def at_hand(call, model):
    """The same from the copy on this machine, whatever its age; None where there is none. Nothing is sent to the service."""
    if leads_elsewhere(call.command["name"]):
        return None
    if call.session.sandbox:
        return pricing(call, model)
    try:
        return of_copy(call, model)
    except Exception:  # whatever is wrong with the copy, it tells no prices; the answer beside it was paid for
        return None


def of_copy(call, model):
    """The prices of a model in the copy of the catalog on this machine, None where there are none."""
    catalog = call.another(program.COMPLETIONS["models"]["from"])
    route = catalog.command["routes"][-1]
    request, _ = catalog.request(route)
    listing = Listing(catalog, route)
    cache = Cache(call.context.environ, catalog.command["name"], request.url, 0)
    for words in (
        [[one for one in (call.option("model"), model) if one]],
        (),
    ):  # by name, else by what a name is made to
        kept, _ = cache.read(listing.of, words)
        found = kept is not None and priced(call, model, listing.of(kept))
        if found or kept is None:
            return found or None
    return None


def priced(call, model, items):
    """The prices of a call's model, or of the one that answered, among the items of the catalog."""
    wanted = {call.option("model"), model} - {None}
    known = (item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))
    return next((item.get("pricing") for item in known if wanted & {item["id"], code(item)}), None)


def of_model(items, model):
    """The prices of one model among the items of the catalog."""
    return next((item.get("pricing") for item in items if model in (item["id"], code(item))), None)


def code(item):
    """What the detail route calls a model: its own word for it, or the id without dots."""
    return item.get("code") or item["id"].replace(".", "-")


def listed(call, fixed=None):
    """The items of the catalog, through the copy that ``models`` keeps; ``fixed`` options hold whatever was given."""
    given = {one: call.given_option(one) for one in ("refresh", "no_cache") if call.given_option(one)}
    catalog = call.another(program.COMPLETIONS["models"]["from"], doing={**given, **(fixed or {})})
    items = Listing(catalog, catalog.command["routes"][-1]).items()
    return (item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))
