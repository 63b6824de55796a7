"""``cometapi model info``: one model of the catalog, found by its id."""

from cometapi.arguments import meant
from cometapi.errors import Refused
from cometapi.generated import models
from cometapi.lists import Listing


def info(call):
    """What the catalog knows of a model. The detail route wants the model's code, which the list says."""
    call.context.check_stdout()
    wanted = call.values["model_id"]
    catalog = list(listed(call))
    found = next((item for item in catalog if wanted in (item["id"], code(item))), None)
    if found is None:
        ids = [item["id"] for item in catalog]
        raise Refused(f"The catalog has no model {wanted!r}{meant(wanted, ids)}", hint="All models: cometapi models")
    call.values["model_id"] = code(found)
    return call.result()


def code(item):
    """What the detail route calls a model: its own word for it, or the id without dots."""
    return item.get("code") or item["id"].replace(".", "-")


def listed(call, fixed=None):
    """The items of the catalog, through the copy that ``models`` keeps; ``fixed`` options hold whatever was given."""
    given = {name: call.given[name] for name in ("refresh", "no_cache") if name in call.given}
    catalog = call.another(models.COMMAND, {**given, **(fixed or {})})
    items = Listing(catalog, models.COMMAND["routes"][-1]).items()
    return (item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str))
