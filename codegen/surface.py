"""Views of the model as plain data: the sandbox's endpoints, and the command tree for other programs."""

from urllib.parse import urlsplit


def endpoint_list(model):
    """Every endpoint once, as the sandbox serves it."""
    services = model.program["services"]
    found = {}
    for command in model.commands:
        for route in command.routes:
            if "request" not in route:
                continue
            request = route["request"]
            prefix = prefix_of(services[request["service"]], model.program["settings"])
            facts = endpoint(command, route, prefix, model.program["protocols"])
            found.setdefault((request["method"], prefix + request["path"]), facts)
    return list(found.values())


def prefix_of(service, settings):
    """The path at which a service begins on its host, as the default of its setting has it."""
    path = urlsplit(str(settings[service["setting"]].get("default", ""))).path
    return path.removesuffix(next((ending for ending in service["without"] if path.endswith(ending)), "")).rstrip("/")


def endpoint(command, route, prefix, protocols):
    """One endpoint of the sandbox."""
    request, response, reply = route["request"], route["response"], route["reply"]
    facts = {
        "method": request["method"],
        "path": prefix + request["path"],
        "credential": request.get("credential"),
        "protocol": response["protocol"],
        "reply": reply["whole"],
    }
    if "headers" in request:
        facts["headers"] = request["headers"]
    if "stream" in reply:
        facts["stream"] = reply["stream"]
        facts["streams"] = streams(command, route)
        protocol = protocols[response["protocol"]]
        if "asks_usage" in protocol:
            value = next(one["usage"] for one in protocol["events"] if "usage" in one)
            facts["usage"] = {"asked": way(protocol["asks_usage"]), "value": value}
    if reply["variants"]:
        facts["variants"] = reply["variants"]
    if "pages" in route:
        rows = response["rows"][0] if isinstance(response["rows"], list) else response["rows"]
        pages = route["pages"]
        facts["pages"] = {
            "number": pages["number"][-1],
            "size": pages["size"][-1],
            "total": pages["total"],
            "rows": rows,
        }
    return facts


def streams(command, route):
    """When an endpoint streams: the place in the body that says so, or whether it always does."""
    switch = next(one for one in command.arguments if one.dest == command.stream["switch"])
    return switch.to[1:] if switch.to else route.get("when", {}).get(switch.dest, False)


def way(value):
    """The keys that lead through nested objects to the one value in them."""
    keys = []
    while isinstance(value, dict):
        key, value = next(iter(value.items()))
        keys.append(key)
    return tuple(keys)


def tree(model):
    """The whole command tree for other programs: commands.json."""
    return {
        "program": model.name,
        "version": model.version,
        "commands": [
            {
                "command": one.words,
                "summary": one.brief,
                "effect": one.effect,
                "cost": one.cost,
                "arguments": [argument_tree(model, argument) for argument in one.arguments if not argument.hidden],
                "examples": one.examples,
            }
            for one in model.commands
        ],
        "exits": {name: facts["code"] for name, facts in model.program["exits"].items()},
        "settings": model.program["settings"],
    }


def argument_tree(model, one):
    """One argument for commands.json."""
    facts = {
        "name": one.dest,
        "flags": one.shown or None,
        "value": one.metavar if one.takes_value else None,
        "type": one.type if one.takes_value else "switch",
        "choices": model.choices(one) or None,
        "range": one.range,
        "default": one.default,
        "setting": one.default_from,
        "environment": one.environment,
        "required": one.required or (one.positional and not one.optional) or None,
        "deprecated": one.deprecated,
        "repeatable": one.repeat or None,
        "help": one.help,
    }
    return {key: value for key, value in facts.items() if value is not None}
