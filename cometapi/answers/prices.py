"""Prices of the catalog, for the estimated cost of an answer."""

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http.listing import Listing

PATIENCE = 10  # seconds for the catalog, which the answer does not depend on


def pricing(call, model):
    """The catalog's prices of a model, from the copy on this machine or fetched; None when they cannot be had."""
    wanted = {call.option("model"), model} - {None}
    hurry = {"retries": 0, "timeout": min(PATIENCE, call.option("timeout") or PATIENCE)}
    try:
        return next((item.get("pricing") for item in listed(call, hurry) if wanted & {item["id"], code(item)}), None)
    except CometError:
        return None  # the answer is there; that its cost cannot be told is no failure


def code(item):
    """What the detail route calls a model: its own word for it, or the id without dots."""
    return item.get("code") or item["id"].replace(".", "-")


def listed(call, fixed=None):
    """The items of the catalog, through the copy that ``models`` keeps; ``fixed`` options hold whatever was given."""
    given = {one: call.given_option(one) for one in ("refresh", "no_cache") if call.given_option(one)}
    catalog = call.another(program.COMPLETIONS["models"]["from"], doing={**given, **(fixed or {})})
    items = Listing(catalog, catalog.command["routes"][-1]).items()
    return (item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))
