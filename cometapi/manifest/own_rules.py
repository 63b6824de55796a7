"""Rules about a user's own commands: what only they may say, and what they may not.

A file of a stranger must not reach what its user did not agree to: it runs no code, declares only what is its own, and
sends the program's credentials nowhere but to the program's services. What it says of its effect and cost fits its request.
"""

import re

from cometapi.http.url import checked_url, is_loopback, split
from cometapi.manifest.compile import route_data
from cometapi.manifest.traverse import arguments_of, whole_routes
from cometapi.terminal.visible import visible

DECLARED = ("settings", "services", "credentials")
# Sections that run functions or other commands of the program.
REFUSED = {
    "run": "A command of your own runs no function of the program.",
    "then": "A command of your own sends one request; it runs no other commands.",
    "deprecated": "Only a command of the program is deprecated; remove yours, or rename it.",
}
OF_PROGRAM = ("creates", "wait", "follow")  # sections that ask the program's service again
TITLE = re.compile(r"[\w'&/-]+(?: [\w'&/-]+){0,7}")
SETTING_KEYS = ("environment", "secret", "type", "choices", "default", "title", "from", "help")
EFFECTS = {**dict.fromkeys(("POST", "PUT", "PATCH"), ("write", "destroy")), "DELETE": ("destroy",)}


def declarations_are_own(sources):
    """Settings, services and credentials in a command of the program, whose place is the program file."""
    if sources.base is not None:
        return
    for source in sources.commands.values():
        for key in DECLARED:
            if key in source.data:
                yield source.finding((key,), f"Only a user's own command has {key}; the program's are in program.yaml.")


def own_commands_keep_to_themselves(sources):
    """Everything that a user's own command may not say."""
    for source in sources.commands.values() if sources.base is not None else ():
        for rule in (refused, settings, services, credentials, requests, effects, arguments, texts):
            for path, sentence in rule(source.data, sources.base):
                yield source.finding(path, sentence)


def refused(data, program):
    """Sections that lead beyond a request of its own."""
    for key, sentence in REFUSED.items():
        if key in data:
            yield (key,), sentence
    for whole, at in whole_routes(data):
        if "from" in whole.get("request", {}):
            yield (
                at("request", "from"),
                "A command of your own sends one request; it reads nothing with another command.",
            )
    if any(one.get("request", {}).get("service") in data.get("services", {}) for one in route_data(data)):
        for key in OF_PROGRAM:
            if key in data:
                yield (key,), f"Only the program's own service is asked again, so there is no {key} here."


def settings(data, program):
    """Settings that are the program's, take their value from one of its variables, or hold what nobody typed."""
    variables = {one.get("environment") for one in program["settings"].values()}
    for name, one in data.get("settings", {}).items():
        path = ("settings", name)
        if name in program["settings"]:
            yield path, f"The setting {name} is the program's; give yours another name."
        for key in one.keys() - {*SETTING_KEYS}:
            yield (*path, key), f"A setting of your own has no {key}."
        variable = one.get("environment", "")
        if variable in variables or variable.startswith(prefix(program)):
            yield (*path, "environment"), f"The variable {variable} is the program's; give yours another name."
        if "secret" in one and "default" in one:
            yield (*path, "default"), "A secret has no default: it would stand in this file."
        if not TITLE.fullmatch(one.get("title", "key")):
            yield (
                (*path, "title"),
                "A title is a few words, such as pet store key: it stands in the question whether to trust the file.",
            )
        if one.get("type") == "url":
            yield from (((*path, *key), sentence) for key, sentence in url_faults(one))


def prefix(program):
    """What the names of the program's variables begin with."""
    return f"{program['program'].upper().replace('-', '_')}_"


def url_faults(setting):
    """What is wrong with the URL of a service: (key as a path, sentence)."""
    if "default" not in setting:
        yield (), "The URL of a service needs a default."
        return
    try:
        url = checked_url(str(setting["default"]))
    except ValueError as error:
        yield ("default",), f"The default {error}."
        return
    if url.startswith("http:") and not is_loopback(split(url).hostname):
        yield ("default",), "The URL must begin with https://; http:// is only for this machine itself."


def services(data, program):
    """Services that are the program's, or lead where one of its settings does."""
    own = data.get("settings", {})
    for name, one in data.get("services", {}).items():
        if name in program["services"]:
            yield ("services", name), f"The service {name} is the program's; give yours another name."
        if one["setting"] not in own or own[one["setting"]].get("type") != "url":
            yield ("services", name, "setting"), "A service of your own needs a setting of this file with type: url."


def credentials(data, program):
    """Credentials that are the program's, or are made of one of its settings."""
    own = data.get("settings", {})
    for name, one in data.get("credentials", {}).items():
        if name in program["credentials"]:
            yield ("credentials", name), f"The credential {name} is the program's; give yours another name."
        named = [key for key in ("setting", "user", "password") if key in one]
        if not named:
            yield ("credentials", name), "A credential needs a setting, or user and password."
        for key in named:
            if one[key] not in own:
                yield (
                    ("credentials", name, key),
                    f"A credential of your own needs settings of this file; {one[key]} is none.",
                )
        if ("user" in one) != ("password" in one):
            yield ("credentials", name), "user and password go together."
        if "setting" in one and not {"header", "query"} & one.keys():
            yield ("credentials", name), "A credential needs a header or a query to go in."


def requests(data, program):
    """Requests that carry a credential of the program to a service of the user's, or the other way round."""
    own, keys = data.get("services", {}), data.get("credentials", {})
    for whole, at in whole_routes(data):
        request = whole.get("request", {})
        sent = [(at("request", "credential"), request.get("credential"))]
        sent += [(at("credential"), whole["credential"])] if "credential" in whole else []
        for path, name in sent:
            if name is not None and (name in keys) != (request.get("service") in own):
                whose, other = ("your", "the program's") if name in keys else ("the program's", "your")
                yield path, f"{name} is {whose} credential and never goes to {other} service {request.get('service')}."


def effects(data, program):
    """An effect or a cost that is less than what the request does."""
    for whole, _ in whole_routes(data):
        request = whole.get("request", {})
        fitting = EFFECTS.get(request.get("method"), ())
        if fitting and data["effect"] not in fitting:
            yield ("effect",), f"{request['method']} changes something: the effect is {' or '.join(fitting)}."
        name = request.get("credential")
        if name in paying(program) and request["method"] != "GET" and data.get("cost") != "paid":
            yield ("cost",), f"{request['method']} with the credential {name} may cost money: say cost: paid."


def paying(program):
    """The program's credentials with which requests may cost money: all but those of what is private, an account."""
    keys = program["credentials"]
    free = {keys[one["credential"]].get("setting") for one in program.get("paths", ()) if "private" in one}
    return {name for name, one in keys.items() if one.get("setting") not in free}


def arguments(data, program):
    """Arguments that would take a value that nobody typed: a secret, or what is the program's."""
    known = {**program["settings"], **data.get("settings", {})}
    secret = {one.get("environment") for one in known.values() if "secret" in one}
    for path, item in arguments_of(data):
        name = item.get("default_from")
        if "secret" in known.get(name, {}) or "supplies" in known.get(name, {}):
            yield (*path, "default_from"), f"The setting {name} is secret, so no argument has it for a default."
        variable = item.get("environment", "")
        if variable in secret or variable.startswith(prefix(program)):
            yield (*path, "environment"), f"The variable {variable} is the program's; give yours another name."


def texts(data, _, path=()):
    """Texts with signs that a terminal would obey."""
    if isinstance(data, dict | list):
        parts = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in parts:
            yield from texts(value, _, (*path, key))
    elif isinstance(data, str) and visible(data, keep="\n\t") != data:
        yield path, "This holds control characters; write them out, or leave them out."


def name_fault(words, taken, groups):
    """Why a command of the user's own cannot have a name, None where it can.

    ``taken`` are the program's commands, ``groups`` the words that open them.
    """
    first = words.split(" ")[0]
    if words in taken:
        return f"{words} is a command of the program; give yours another name."
    if first in {name.split(" ")[0] for name in (*taken, *groups)}:
        return f"{first} is a word of the program's own commands; begin with another word."
    return None


RULES = [declarations_are_own, own_commands_keep_to_themselves]
