"""Views of the model as plain data: the sandbox's endpoints, and the command tree for other programs."""

import hashlib
import json

PROSE = ("help", "summary", "examples")  # what no program depends on


def endpoint_list(model):
    """Every endpoint once, as the sandbox serves it."""
    found = {}
    for command in model.commands:
        for route in command.routes:
            if "request" not in route:
                continue
            request = route["request"]
            prefix = service_path(model.program, request["service"])
            facts = endpoint(command, route, prefix, model.program["dialects"])
            key = (request["method"], prefix + request["path"])
            if key not in found or len(found[key]["samples"]) < len(facts["samples"]):
                found[key] = facts  # of several commands the one that tells more of the endpoint
    return list(found.values())


def endpoint(command, route, prefix, dialects):
    """One endpoint of the sandbox."""
    request, response, samples = route["request"], route["response"], route["samples"]
    facts = {
        "method": request["method"],
        "path": prefix + request["path"],
        "credential": request.get("credential"),
        "envelope": response["envelope"],
        "samples": samples,
    }
    if "headers" in request:
        facts["headers"] = request["headers"]
    if any("stream" in one for one in samples):
        facts["streams"] = streams(command, route)
        if "usage" in command.stream:
            readings = dialects[response["dialect"]]["events"]
            value = next(one["usage"] for one in readings if "usage" in one)
            facts["usage"] = {"asked": way(command.stream["usage"]), "value": value}
    if "pages" in route:
        rows = response["rows"][0] if isinstance(response["rows"], list) else response["rows"]
        facts["pages"] = {**route["pages"], "rows": rows}
    return facts


def service_path(program, name):
    """The path before every endpoint of a service in the sandbox."""
    facts = program["services"][name]
    path = program["sandbox"][facts["setting"]]
    ending = next((one for one in facts["without"] if path.endswith(one)), "")
    return path.removesuffix(ending)


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


def digest(model):
    """Eight hexadecimal digits that change when a script could notice it: commands, options, settings, exit codes."""
    surface = without_prose({**tree(model), "version": None})
    return hashlib.sha256(json.dumps(surface, sort_keys=True).encode("utf-8")).hexdigest()[:8]


def without_prose(value):
    """A tree without the texts that are for people."""
    if isinstance(value, list):
        return [without_prose(item) for item in value]
    if isinstance(value, dict):
        return {key: without_prose(item) for key, item in value.items() if key not in PROSE}
    return value


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
