"""Which commands serve a model of the catalog: by the endpoints that the catalog says, else by the model's type."""

import re

from cometapi.generated import endpoints, program


def commands(model):
    """Names of the commands that serve a model, a dict of the catalog with ``model_type`` and ``endpoints``: a list."""
    known = {shape(one["path"]): one["command"] for one in endpoints.ENDPOINTS if "command" in one}
    named = dict.fromkeys(known[path] for path in map(shape, paths(model.get("endpoints"))) if path in known)
    return list(named) or [one["command"] for one in program.FAMILIES if model.get("model_type") in one["types"]]


def paths(value):
    """The paths of a model's endpoints, as far as they are told."""
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    found = (one.get("path") if isinstance(one, dict) else one for one in entries)
    return [path for path in found if isinstance(path, str)]


def shape(path):
    """A path without the names of what is filled in."""
    return re.sub(r"\{[^}]*\}", "{}", path)
