"""What an own command may do, in words: where it sends what, with which key, what it changes, costs, reads and writes."""

from cometapi.advice import flag
from cometapi.generated import program
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.value_types import ON_DISK
from cometapi.terminal.visible import excerpt

EFFECTS = {"read": "It only reads.", "write": "It changes data there.", "destroy": "It deletes or destroys data there."}
LONGEST = 200  # characters of a URL that are shown
COSTS = {"paid": "Each call may cost money.", "free": "It says that a call costs nothing."}


def sentences(bundle):
    """Everything that a user should know before agreeing to a command: a list of sentences."""
    command = bundle["command"]
    shared = {"request": command.get("request"), "response": command.get("response", {})}
    routes = [{**shared, **one} for one in command.get("routes", [{}])]
    requests = [one["request"] for one in routes if one.get("request")]
    return [
        *dict.fromkeys(request_sentence(one, bundle) for one in requests),
        EFFECTS[command["effect"]],
        COSTS[command["cost"]],
        *argument_sentences(command["arguments"], {**program.SETTINGS, **bundle["settings"]}),
        *file_sentences(command, routes),
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
    url = excerpt(f"{base}{request['path'].replace('{+', '{')}", LONGEST)
    return f"It sends {request['method']} {url}{where}, {key_words(request.get('credential'), bundle, settings)}."


def key_words(name, bundle, settings):
    """With which of the user's keys a request goes."""
    if name is None:
        return "without a key"
    facts = {**program.CREDENTIALS, **bundle["credentials"]}[name]
    made_of = [facts[one] for one in ("user", "password", "setting") if one in facts]
    return f"with your {' and your '.join(title_words(one, settings) for one in made_of)}"


def title_words(setting, settings):
    """What a setting is called, and where its value comes from."""
    title = settings[setting].get("title") or setting.replace("_", " ")
    return f"{title} ({source_words(setting, settings)})"


def source_words(setting, settings):
    """Where the value of a setting comes from."""
    variable = settings[setting].get("environment")
    return f"setting {setting}, variable {variable}" if variable else f"setting {setting}"


def argument_sentences(arguments, settings):
    """What a command sends of this machine: variables, settings, and files that are named."""
    for facts in arguments.values():
        if "environment" in facts:
            yield f"It sends the value of the variable {facts['environment']}."
        if "default_from" in facts:
            yield f"It sends what you have set ({source_words(facts['default_from'], settings)})."
        if ON_DISK.get(facts.get("type")) == "$files":  # of a folder only the path is sent
            yield f"It reads the files that you name with {flag_of(facts)}."


def file_sentences(command, routes):
    """What a command writes on this machine."""
    if any({"files", "name"} & one["response"].keys() for one in routes):
        yield f"It saves the files that it gets in the working folder, or where {flag('output')} or {flag('save')} says."
    elif "file" in command["use"]:
        yield f"It writes a file where {flag('output')} names one."
