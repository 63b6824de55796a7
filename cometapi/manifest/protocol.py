"""One protocol as the runtime reads it: its selections compiled, its places split into keys."""

from cometapi.manifest.select import selector

ELSEWHERE = ["errors[].message", "errors", "detail[].msg", "detail", "msg", "message"]
ENVELOPE = {  # where a file says nothing of them
    "refusal": {"error": {"message": "$value.message"}},
    "words": {},
    "elsewhere": ELSEWHERE,
}
SELECTED = ("message", "code", "inner", "elsewhere")  # selections of an envelope
GROUPS = ("calls", "media", "sources", "unseen")  # of selections inside a reading
TURN = ("reply", "tools", "text", "calls")  # selections of a turn
WORDS = ("on", "again", "continues")  # of a reading that are no selections


def protocol(data):
    """One protocol; a whole reply is read like an event where nothing is said of it."""
    result = {**data, "envelope": envelope(data["envelope"])}
    if "events" not in data:
        return result
    result["events"] = [reading(one) for one in data["events"]]
    result["reply"] = [reading(one) for one in data.get("reply", data["events"])]
    result["assemble"] = [rule(one) for one in data["assemble"]]
    result["tokens"] = {name: selector(one) for name, one in data.get("tokens", {}).items()}
    selected = {key: selector(data["turn"][key]) for key in TURN if key in data["turn"]}
    result["turn"] = {**data["turn"], "to": data["turn"]["to"].split("/"), **selected}
    if "type" in data:
        result["type"] = selector(data["type"])
    result.pop("shapes", None)  # they are in the arguments that name them
    return result


def envelope(data):
    """How a reply says no; a refusal of which nothing is said has a message and no more."""
    tests = [{**test, "value": selector(test["value"])} for test in data["fails_when"]]
    whole = {**ENVELOPE, **data, "fails_when": tests}
    return {key: selector(value) if key in SELECTED else value for key, value in whole.items()}


def reading(data):
    """One reading of an event or a reply."""
    result = {}
    for key, value in data.items():
        if key in GROUPS:
            result[key] = {inner: one if inner in WORDS else selector(one) for inner, one in value.items()}
        else:
            result[key] = value if key in WORDS else selector(value)
    return result


def rule(data):
    """One rule of the assembly; a number in its place becomes the selection that gives it."""
    keys = [key for key in data.get("at", "").split("/") if key]
    at = [selector(key[1:-1]) if key.startswith("{") else key for key in keys]
    result = {**data, "value": selector(data["value"]), "at": at}
    if "each" in data:
        result["each"] = selector(data["each"])
    if "calls" in data:
        result["calls"] = {key: one if key == "each" else selector(one) for key, one in data["calls"].items()}
    return result
