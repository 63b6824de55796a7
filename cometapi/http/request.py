"""From values to one request: which route, which URL, which headers, which body. Pure: nothing is sent or read here."""

import json
from copy import deepcopy

from cometapi.context import encoded
from cometapi.errors import ConfigurationError, UsageError
from cometapi.generated import program
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.templates import fill, put


class Request:
    """One HTTP request: ``headers`` a dict, ``body`` bytes or None, ``secret`` the name of the header with the credential.

    ``is_stream`` tells whether its answer comes piece by piece.
    """

    def __init__(self, method, url, headers, body, secret=None, is_stream=False):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.secret = secret
        self.is_stream = is_stream


def check_headers(headers):
    """Raise UsageError when a header has a name or a value that would break out of its line, or that no byte stands for."""
    for name, value in headers.items():
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise UsageError(f"A header cannot have the name {name!r}.")
        if not value.isprintable() or any(ord(sign) > 255 for sign in value):
            raise UsageError(f"The header {name} holds characters that no header can carry.")


def choose(routes, given, values, settings):
    """The first route that fits: an option's word (``when``), an option given (``given``), a credential that is set."""
    for route in routes:
        when = route.get("when", {})
        if any(values.get(name) != word for name, word in when.items()):
            continue
        if "given" in route and route["given"] not in given:
            continue
        if "credential" in route and not settings.has(program.CREDENTIALS[route["credential"]]["setting"]):
            continue
        return route
    raise UsageError("These options do not go together.")


def build(command, route, values, settings, extra=None, assumed=()):
    """The Request of a command's route with these values; raises ConfigurationMissing when the credential is not set.

    ``extra`` maps places such as ``("query", "p")`` to values that no argument holds.
    """
    wanted = route["request"]
    parts = collect(command["arguments"], values, assumed)
    for (place, *keys), value in (extra or {}).items():
        put(parts[place], keys, value)
    parts["query"] = {**wanted.get("query", {}), **parts["query"]}
    headers, secret = credential(wanted.get("credential"), settings)
    accept = "*/*" if route.get("response", {}).get("is") in ("file", "text") else "application/json"
    headers = {
        "Accept": accept,
        "User-Agent": program.USER_AGENT,
        **wanted.get("headers", {}),
        **headers,
        **parts["header"],
    }
    body = None
    if parts["body"] or wanted["method"] in ("POST", "PUT", "PATCH"):
        headers["Content-Type"] = "application/json"
        body = encoded(json.dumps(parts["body"], ensure_ascii=False))
    url = base_url(wanted["service"], settings) + path(wanted["path"], parts["path"]) + query(parts["query"])
    is_stream = bool(command.get("stream") and values.get(command["stream"]["switch"]))
    return Request(wanted["method"], url, headers, body, secret, is_stream)


PLACES = ("path", "query", "header", "body")


def collect(arguments, values, assumed=()):
    """Values laid out by place: a dict of path, query, header and body, each a dict.

    What was ``assumed`` (defaults and settings) is laid down first, then whole bodies, then what was given, so that
    what is nearest to the call wins.
    """
    parts = {place: {} for place in PLACES}
    present = [
        name
        for name, facts in arguments.items()
        if "to" in facts and (values.get(name) is not None or joining(name, arguments, values))
    ]
    for name in sorted(present, key=lambda name: rank(arguments[name], name in assumed)):
        place, *keys = arguments[name]["to"]
        if place in parts:
            for one in shaped(name, arguments, values):
                laid(parts[place], keys, deepcopy(one), arguments[name])  # so that no value is changed by another
    for name in parts["path"].keys() & parts["body"].keys():  # a body written for a protocol that names its model there
        told = parts["body"].pop(name)
        parts["path"][name] = told if name in assumed else parts["path"][name]
    return parts


def laid(tree, keys, value, facts):
    """Put a value into the tree; raises UsageError when what a whole body has there leaves no room for it."""
    try:
        put(tree, keys, value)
    except TypeError:
        field = next(key for number, key in enumerate(keys) if not isinstance(inside(tree, keys[: number + 1]), dict))
        raise UsageError(f"{flag_of(facts)} cannot be added: the body's {field} is no list or object.") from None


def inside(tree, keys):
    """What stands at a place of a tree, {} where nothing does."""
    for key in keys:
        tree = tree.get(key, {}) if isinstance(tree, dict) else tree
    return tree


def joining(name, arguments, values):
    """Names of the given arguments that become parts of this one."""
    return [other for other, its in arguments.items() if its.get("joins") == name and values.get(other) is not None]


def rank(facts, is_assumed):
    """Which values come first: what nobody asked for, then whole bodies, then the rest in the order of the manifest."""
    return 0 if is_assumed else 1 if facts["to"] == ("body",) else 2


def shaped(name, arguments, values):
    """The values of one argument as they are put, one after the other: words mapped, shapes filled, parts joined."""
    facts, value = arguments[name], values.get(name)
    others = {
        other: told for other, told in values.items() if told is not None and "to" not in arguments.get(other, {})
    }
    others = {
        other: one_shaped(arguments[other], told) if other in arguments else told for other, told in others.items()
    }
    joined = joining(name, arguments, values)
    if "part" in facts:
        parts = [] if value is None else [fill(facts["part"], value)]
        parts += [part for other in joined for part in each_shaped(arguments[other], values[other], others)]
        return [fill(facts["as"], parts if joined else value, {**others, "parts": parts})]
    found = each_shaped(facts, value, others)
    is_spread = facts["to"][-1] == "-" or facts["to"] == ("body",)
    return found if is_spread or not isinstance(value, list) else [found]


def each_shaped(facts, value, others):
    """The values of an argument that may have several, each as it is sent."""
    return [one_shaped(facts, one, others) for one in (value if isinstance(value, list) else [value])]


def one_shaped(facts, value, others=None):
    """One value as it is sent: its word mapped and, unless it is a word that stands for itself, its shape filled."""
    is_word = isinstance(value, str)
    choices = facts.get("choices")
    mapped = choices.get(value, value) if is_word and isinstance(choices, dict) else value
    if is_word and value in facts.get("plain", ()):
        return facts["plain"][value]
    return fill(facts["as"], mapped, others) if "as" in facts else mapped


def base_url(service, settings):
    """Where a service is: its setting's URL, without the first of the endings that the manifest says to leave off."""
    facts = program.SERVICES[service]
    url = settings.get(facts["setting"])
    for ending in facts["without"]:
        if url.endswith(ending):
            return url.removesuffix(ending)
    return url


def credential(name, settings):
    """``(headers, name of the secret header)`` of a credential; nothing without one."""
    if name is None:
        return {}, None
    facts = program.CREDENTIALS[name]
    value = settings.need(facts["setting"])
    if not value.isprintable():
        raise ConfigurationError(f"The setting {facts['setting']} holds characters that no header can carry.")
    return {facts["header"]: f"{facts['scheme']} {value}" if "scheme" in facts else value}, facts["header"]


def path(template, names):
    """The path with ``{name}`` percent-encoded in it, and ``{+name}`` with its slashes kept.

    Raises UsageError for a value that would make it another path: an empty one, or a step up.
    """
    from urllib.parse import quote

    for name, value in names.items():
        if not str(value) or {".", ".."} & set(str(value).split("/")):
            raise UsageError(f"{name.upper()} cannot be {str(value)!r}.")
        for field, safe in ((f"{{+{name}}}", "/"), (f"{{{name}}}", "")):
            template = template.replace(field, quote(encoded(str(value)), safe=safe))
    return template


def query(parameters):
    """The query with its question mark, or nothing."""
    if not parameters:
        return ""
    from urllib.parse import urlencode

    switches = {True: "true", False: "false"}
    texts = {name: switches[value] if isinstance(value, bool) else value for name, value in parameters.items()}
    texts = {name: encoded(value) if isinstance(value, str) else value for name, value in texts.items()}
    return "?" + urlencode(texts, doseq=True, errors="replace")
