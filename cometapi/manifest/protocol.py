"""One protocol as the runtime reads it: its selections compiled, its places split into keys."""

from cometapi.manifest.select import selector

ENVELOPE = {"refusal": {"error": {"message": "$value.message"}}, "words": {}}  # where a file says nothing of them
GROUPS = ("calls", "media", "sources")  # of selections inside a reading


def protocol(data):
    """One protocol; a whole reply is read like an event where nothing is said of it."""
    result = {**data, "envelope": envelope(data["envelope"])}
    if "events" not in data:
        return result
    result["events"] = [reading(one) for one in data["events"]]
    result["reply"] = [reading(one) for one in data.get("reply", data["events"])]
    result["assemble"] = [rule(one) for one in data["assemble"]]
    result["tokens"] = {name: selector(one) for name, one in data.get("tokens", {}).items()}
    selected = {key: selector(data["turn"][key]) for key in ("reply", "tools")}
    result["turn"] = {**data["turn"], "to": data["turn"]["to"].split("/"), **selected}
    if "type" in data:
        result["type"] = selector(data["type"])
    result.pop("shapes", None)  # they are in the arguments that name them
    return result


def envelope(data):
    """How a reply says no; a refusal of which nothing is said has a message and no more."""
    tests = [{**test, "value": selector(test["value"])} for test in data["fails_when"]]
    return {
        **ENVELOPE,
        **data,
        "fails_when": tests,
        "message": selector(data["message"]),
        "code": selector(data["code"]),
    }


def reading(data):
    """One reading of an event or a reply."""
    result = {}
    for key, value in data.items():
        if key in GROUPS:
            result[key] = {inner: selector(one) for inner, one in value.items()}
        else:
            result[key] = value if key == "on" else selector(value)
    return result


def rule(data):
    """One rule of the assembly; a number in its place becomes the selection that gives it."""
    keys = [key for key in data.get("at", "").split("/") if key]
    at = [selector(key[1:-1]) if key.startswith("{") else key for key in keys]
    result = {**data, "value": selector(data["value"]), "at": at}
    if "each" in data:
        result["each"] = selector(data["each"])
    return result
