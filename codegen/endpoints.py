"""The endpoints of the manifest as plain data, as the sandbox serves them."""

from cometapi.manifest.endpoints import endpoint as plain_endpoint
from cometapi.manifest.endpoints import service_path
from cometapi.manifest.select import select


def endpoint_list(model):
    """Every endpoint once, as the sandbox serves it."""
    found = {}
    for command in model.commands:
        for route in command.routes:
            if "request" not in route:
                continue
            request = route["request"]
            prefix = service_path(model.program, request["service"])
            facts = endpoint(model, command, route, prefix)
            key = (request["method"], prefix + request["path"])
            selects = {**found.get(key, {}).get("selects", {}), **facts.get("selects", {})}  # of all who ask for it
            if key not in found or len(found[key]["samples"]) <= len(facts["samples"]):
                found[key] = facts  # the one that tells most of the endpoint, the usual route last
            if selects:
                found[key]["selects"] = selects
    return [*found.values(), *(one for one in path_endpoints(model) if (one["method"], one["path"]) not in found)]


def path_endpoints(model):
    """The endpoints of paths that no command needs to have."""
    return [
        {
            "method": method,
            "path": one["begins"],
            "credential": one.get("credential"),
            "protocol": one["protocol"],
            "samples": samples,
        }
        for one in model.program["paths"]
        for method, samples in one.get("samples", {}).items()
    ]


def endpoint(model, command, route, prefix):
    """One endpoint of the sandbox, with the catalog that a word of its request has to be in."""
    facts = plain_endpoint(model.program, command, route, prefix)
    known = catalog_of(command, model)
    if known and (route["response"]["is"] == "answer" or known["place"][0] == "path"):
        facts["known"] = known
    return facts


def catalog_of(command, model):
    """The place in a command's request of a word that has to be in a catalog: ``{"place", "catalog"}``; None without one.

    Where the path names it by another field of the catalog than its words are, ``words`` has the values of that field.
    """
    known = catalogs(model)
    one = next((one for one in command.arguments if one.to and one.complete in known), None)
    if one is None:
        return None
    others = catalog(model, model.program["completions"][one.complete], one.to[1:]) if one.to[0] == "path" else []
    return {"place": one.to, "catalog": one.complete, **({"words": others} if others else {})}


def catalogs(model):
    """The words that the samples have for completions whose words a service may refuse, by the completion's name."""
    kept = {name: catalog(model, one) for name, one in model.program["completions"].items() if "refused" in one}
    return {name: list(dict.fromkeys([*words, *assumed(model, name)])) for name, words in kept.items() if words}


def assumed(model, name):
    """The words that arguments with a completion have when nobody gives one."""
    arguments = [one for command in model.commands for one in command.arguments]
    return [one.default for one in arguments if one.complete == name and one.default is not None]


def catalog(model, facts, field=None):
    """The words of a completion that the samples of its command have; or the values of a ``field`` of the same records."""
    command = next(one for one in model.commands if one.words == facts["from"])
    route = next(one for one in command.routes if "cache" in one["request"])
    column = next(one for one in route["response"]["columns"] if one["name"] == facts["value"])
    documents = [model.replies.get(one.get("file")) for one in route["samples"]]
    items = [item for one in documents for item in select(route["response"]["rows"], one) or []]
    return [word for word in (select(field or column["value"], item) for item in items) if word is not None]


def reach(model):
    """What people call each credential, and the path before every endpoint of a service, by name."""
    settings = model.program["settings"]
    secrets = {name: facts.get("password") or facts["setting"] for name, facts in model.program["credentials"].items()}
    titles = {name: settings[one].get("title") or one.replace("_", " ") for name, one in secrets.items()}
    return {
        "credentials": titles,
        "paths": {name: service_path(model.program, name) for name in model.program["services"]},
    }
