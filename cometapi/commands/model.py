"""``cometapi model info``: one model of the catalog, found by its id."""

from cometapi.advice import advice
from cometapi.answers.prices import code, listed
from cometapi.errors import Refused
from cometapi.suggest import meant


def info(call):
    """What the catalog knows of a model. The detail route wants the model's code, which the list says."""
    call.context.check_stdout()
    wanted = call.argument("model")
    if call.preview:  # nothing is fetched for it, and it shows the same whatever is in the cache
        call.values[call.behaviours["model"]] = code({"id": wanted})
        return call.result()
    catalog = list(listed(call))
    found = next((item for item in catalog if wanted in (item["id"], code(item))), None)
    if found is None:
        ids = [item["id"] for item in catalog]
        raise Refused(
            f"The catalog has no model {wanted!r}{meant(wanted, ids)}", hint=advice("All models: {program} models")
        )
    call.values[call.behaviours["model"]] = code(found)
    return call.result()
