"""What an own command may do, in words: where it sends what, with which key, what it changes, costs, reads and writes."""

from cometapi.advice import flag
from cometapi.generated import program
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.value_types import ON_DISK

EFFECTS = {"read": "It only reads.", "write": "It changes data there.", "destroy": "It deletes or destroys data there."}
COSTS = {"paid": "Each call may cost money.", "free": "It says that a call costs nothing."}


def sentences(bundle):
    """Everything that a user should know before agreeing to a command: a list of sentences."""
    command = bundle["command"]
    routes = [{"request": command.get("request"), **one} for one in command.get("routes", [{}])]
    requests = [one["request"] for one in routes if one.get("request")]
    return [
        *dict.fromkeys(request_sentence(one, bundle) for one in requests),
        EFFECTS[command["effect"]],
        COSTS[command["cost"]],
        *argument_sentences(command["arguments"]),
        *([f"It writes a file where {flag('output')} names one."] if "file" in command["use"] else []),
    ]


def request_sentence(request, bundle):
    """Where a request goes, and what lets it in."""
    services = {**program.SERVICES, **bundle["services"]}
    settings = {**program.SETTINGS, **bundle["settings"]}
    setting = services[request["service"]]["setting"]
    facts = settings[setting]
    where = (
        f", or to where {facts['environment']} leads"
        if request["service"] in bundle["services"] and "environment" in facts
        else ""
    )
    base = facts.get("default", "")
    for ending in services[request["service"]].get("without", ()):
        base = base.removesuffix(ending)
    told = f"It sends {request['method']} {base}{request['path'].replace('{+', '{')}{where}"
    return f"{told}, {key_words(request.get('credential'), bundle, settings)}."


def key_words(name, bundle, settings):
    """With which of the user's keys a request goes."""
    if name is None:
        return "without a key"
    facts = {**program.CREDENTIALS, **bundle["credentials"]}[name]
    setting = facts.get("password") or facts["setting"]
    title = settings[setting].get("title") or setting.replace("_", " ")
    return f"with your {title} (setting {setting}, variable {settings[setting]['environment']})"


def argument_sentences(arguments):
    """What a command sends of this machine: files that are named, and variables."""
    for facts in arguments.values():
        if "environment" in facts:
            yield f"It sends the value of the variable {facts['environment']}."
        if ON_DISK.get(facts.get("type")) == "$files":  # of a folder only the path is sent
            yield f"It reads the files that you name with {flag_of(facts)}."
