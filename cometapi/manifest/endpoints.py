"""Endpoints as the sandbox serves them, from the routes of commands."""


def endpoint(program, command, route, prefix):
    """One endpoint of the sandbox: ``program`` are the runtime's facts of the program, ``command`` the whole Command."""
    request, response, samples = route["request"], route["response"], route["samples"]
    facts = {
        "method": request["method"],
        "path": prefix + request["path"],
        "credential": request.get("credential"),
        "protocol": response["protocol"],
        "samples": samples,
    }
    if command.cost == "paid":
        facts["command"] = command.words
    if "headers" in request:
        facts["headers"] = request["headers"]
    if any("stream" in one for one in samples):
        facts["streams"] = streams(command, route)
        protocol = program["protocols"][response["protocol"]]
        if "asks_usage" in protocol:
            value = next(one["usage"] for one in protocol["events"] if "usage" in one)
            facts["usage"] = {"asked": way(protocol["asks_usage"]), "value": value}
    if "pages" in route:
        rows = response["rows"][0] if isinstance(response["rows"], list) else response["rows"]
        facts["pages"] = {**route["pages"], "rows": rows}
    if "pages" in route or response["is"] == "file":
        selecting = [one for one in command.arguments if one.to and "selects" in one.data]
        if selecting:
            facts["selects"] = {one.to[-1]: one.data["selects"] for one in selecting}
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
