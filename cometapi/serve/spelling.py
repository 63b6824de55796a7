"""Requests that two readers could understand in two ways: where a cap or a list of models holds, what is judged here must be what
the service reads.

Some readers take ``Model`` for ``model``, or ``candidate_count`` for ``candidateCount``. Of two fields of one name the last one
is judged, and sent.
"""

from cometapi.http.layout import MODEL
from cometapi.serve.admission import NotServed
from cometapi.spending.bounds import NO_OUTPUT

BOUNDING = ("results", "output", "seconds")  # what of a command's charge are places in a request


def check(incoming):
    """Raise NotServed for a request with a field whose name some readers take for one that matters."""
    for keys in places(incoming.command):
        value = incoming.value
        for key in keys:
            other = next((one for one in value if one != key and folded(one) == folded(key)), None)
            if other is not None:
                raise NotServed(f"The request has the field {other!r}; call it {key!r}.", 400)
            value = value.get(key)
            if not isinstance(value, dict):
                break


def places(command):
    """The places in a body that say what a request costs and whom it asks: lists of keys."""
    charge = command.get("charge", {})
    found = [one for name in BOUNDING if charge.get(name) != NO_OUTPUT for one in charge.get(name, ())]
    named = [command["creates"]["model"]] if "model" in command.get("creates", {}) else MODEL
    return [keys for place, *keys in [*found, *named] if place == "body"]


def folded(key):
    """A name without what some readers do not look at."""
    return key.lower().replace("_", "")
