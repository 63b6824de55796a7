"""Views of the model as plain data: the sandbox's endpoints, and the command tree for other programs."""


def endpoint_list(model):
    """Every endpoint once, as the sandbox serves it."""
    services = model.program["services"]
    found = {}
    for command in model.commands:
        for route in command.routes:
            if "request" not in route:
                continue
            request = route["request"]
            prefix = "" if services[request["service"]]["without"] else "/v1"
            found.setdefault((request["method"], prefix + request["path"]), endpoint(command, route, prefix))
    return list(found.values())


def endpoint(command, route, prefix):
    """One endpoint of the sandbox."""
    request, response, reply = route["request"], route["response"], route["reply"]
    facts = {
        "method": request["method"],
        "path": prefix + request["path"],
        "credential": request.get("credential"),
        "envelope": response["envelope"],
        "reply": reply["whole"],
    }
    if "stream" in reply:
        switch = next(one for one in command.arguments if one.dest == command.stream["switch"])
        facts["stream"] = {"switch": switch.to, "reply": reply["stream"]}
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


def tree(model):
    """The whole command tree for other programs: commands.json."""
    return {
        "program": model.name,
        "version": model.version,
        "commands": [
            {
                "command": one.words,
                "summary": one.summary,
                "effect": one.effect,
                "cost": one.cost,
                "arguments": [argument_tree(argument) for argument in one.arguments],
                "examples": one.examples,
            }
            for one in model.commands
        ],
        "exits": {name: facts["code"] for name, facts in model.program["exits"].items()},
        "settings": model.program["settings"],
    }


def argument_tree(one):
    """One argument for commands.json."""
    facts = {
        "name": one.dest,
        "flags": [*one.flags, *([one.negative] if one.negative else [])] or None,
        "value": one.metavar if one.takes_value else None,
        "type": one.type if one.takes_value else "switch",
        "choices": one.choices,
        "range": one.range,
        "default": one.default,
        "setting": one.default_from,
        "required": (one.positional and not one.optional) or None,
        "repeatable": one.repeat or None,
        "help": one.help,
    }
    return {key: value for key, value in facts.items() if value is not None}
