"""``cometapi model info``: one model of the catalog, found by its id."""

from cometapi.arguments import meant
from cometapi.engine import Call
from cometapi.errors import Refused
from cometapi.generated import models
from cometapi.lists import Listing


def info(call):
    """What the catalog knows of a model. The detail route wants the model's code, which the list says."""
    wanted = call.values["model_id"]
    catalog = list(listed(call))
    found = next((item for item in catalog if wanted in (item.get("id"), item.get("code"))), None)
    if found is None:
        ids = [item.get("id") for item in catalog]
        raise Refused(f"The catalog has no model {wanted!r}{meant(wanted, ids)}", hint="All models: cometapi models")
    call.values["model_id"] = found.get("code") or found["id"].replace(".", "-")
    return call.result()


def listed(call):
    """The items of the catalog, through the copy that ``models`` keeps."""
    options = ("sandbox", "timeout", "retries", "refresh", "no_cache")
    given = {name: call.given[name] for name in options if name in call.given}
    catalog = Call(models.COMMAND, given, call.context, sandbox=call.sandbox)
    return (item for item in Listing(catalog, models.COMMAND["routes"][-1]).items() if isinstance(item, dict))
