"""Rules about bodies: what a request sends, and which values fit the places they go to."""

import re

from cometapi.manifest.compile import dest
from cometapi.manifest.traverse import declared_arguments, every_argument, whole_routes

USUAL = {"POST": "json", "PUT": "json", "PATCH": "json"}  # as http/body.py has it
OBJECTS = {"json", "json_object", "assignment"}  # types whose values are objects
PARTED = {"pair", "message", "lat_lng", "schema", "declarations", "json_list"}  # objects of a kind that no field has
PARTED |= {"image", "audio", "video", "medium", "audio_file", "medium_file"}
DATES = {"timestamp", "end_timestamp"}
OWN_TYPE = "A request that sends {way} has a Content-Type of its own; only raw and kinds of JSON name one."
JSON_TYPE = re.compile(r"[\w.-]+/([\w.-]+\+)?json(;.*)?", re.IGNORECASE)


def bodies_fit_their_requests(sources):
    """Bodies where nothing is sent, and values that the way of sending cannot carry."""
    for source in sources.commands.values():
        arguments = [(path, item) for path, item in every_argument(source.data, sources.program.data) if in_body(item)]
        routes = [(whole["request"], at) for whole, at in whole_routes(source.data) if "request" in whole]
        ways = {sends(request) for request, _ in routes}
        for request, at in routes:
            yield from request_faults(source, request, at, arguments)
        if not routes:
            continue
        for path, item in every_argument(source.data, sources.program.data):
            if item.get("to", "").lower() == "header/content-type" and ways - {"raw", "json"}:
                yield source.finding(key_of(path, "to"), OWN_TYPE.format(way=min(ways - {"raw", "json"})))
        for path, item in arguments:
            sentence = misplaced(item, ways)
            if sentence:
                yield source.finding(key_of(path, "to"), sentence)


def in_body(item):
    """Whether an argument goes into the body."""
    return item.get("to", "").partition("/")[0] == "body"


def sends(request):
    """How a request sends its body."""
    return request.get("sends") or USUAL.get(request["method"], "nothing")


def key_of(path, key):
    """The path of an argument's key; an argument of an option set has the path of ``use``."""
    return path if path == ("use",) else (*path, key)


def misplaced(item, ways):
    """Why no request of a command can carry what goes to this argument's place in the body; None when it can."""
    bodies = ways - {"nothing"}
    if not bodies:
        return "This command sends no body; say what its request sends."
    if item.get("type") == "upload" and not bodies <= {"multipart", "raw"}:
        return "Only a multipart or a raw request can carry a file."
    if item["to"] == "body" and bodies & {"form", "multipart"} and item.get("type") not in OBJECTS:
        return "A field of a form needs a name: to: body/NAME."
    if "raw" in bodies and item["to"] != "body":
        return "A raw request sends one value as it is: to: body."
    if "raw" in bodies and takes_several(item):
        return "A raw request sends one value; say what joins several."
    return None


def request_faults(source, request, at, arguments):
    """What is wrong with the body and the Content-Type of one request."""
    way = sends(request)
    if "body" in request and way in ("nothing", "raw"):
        yield source.finding(at("request", "body"), f"A request that sends {way} has no fields of a body.")
    whole = [item for _, item in arguments if item["to"] == "body"]
    if way == "raw" and not whole:
        yield source.finding(at("request", "sends"), "No argument goes to the body, so there is nothing to send.")
    for name, value in request.get("headers", {}).items():
        if name.lower() == "content-type" and not (way == "raw" or (way == "json" and JSON_TYPE.fullmatch(value))):
            yield source.finding(at("request", "headers", name), OWN_TYPE.format(way=way))


def values_fit_their_places(sources):
    """Arguments whose values have no form in the path, the query, a header or a form, and keys that do not apply."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            for key, sentence in unfit(item):
                yield source.finding((*path, key), sentence)


def unfit(item):
    """What of an argument does not fit: (key, sentence)."""
    place, kind = item.get("to", "").partition("/")[0], item.get("type", "text")
    several = takes_several(item, with_join=False)
    if kind == "upload" and place not in ("", "body"):
        yield "to", "A file can only be sent in the body."
    if kind == "upload" and ("as" in item or "part" in item):
        yield "as" if "as" in item else "part", "A file is sent as it is; nothing can be put around it."
    if "join" in item and not several:
        yield "join", "Only an argument that takes several values can join them."
    if "sent_as" in item and kind not in DATES:
        yield "sent_as", f"Only a date is sent in one of these forms, not a value of type {kind}."
    if item.get("stdin") == "lines" and "repeat" not in item:
        yield "stdin", "Lines of a pipe are several values, so the argument has to repeat."
    if kind == "lines" and "repeat" in item:
        yield "repeat", "A file of lines has several values already."
    if "taken_from" in item and not place:
        yield "taken_from", "An argument that goes nowhere takes nothing from the body."
    if place == "path" and takes_several(item):
        yield "to", "A path holds one value; say what joins several."
    if "{key}" in item.get("to", ""):
        if kind != "pair" or place == "path":
            yield "to", "{key} is the key of a pair, in the query, a header or the body."
    elif is_shapeless(item, place, kind):
        yield "to", f"A value of type {kind} has no form in a {place}; say one with as."


def takes_several(item, with_join=True):
    """Whether an argument comes to several values; ``with_join`` those that are joined to one do not."""
    return ("repeat" in item or "split" in item or item.get("type") == "lines") and not (with_join and "join" in item)


def is_shapeless(item, place, kind):
    """Whether a value is an object that its place has no text for."""
    if "as" in item and (place == "query" or isinstance(item["as"], str)):
        return False
    return (place == "query" and kind in PARTED) or (place in ("path", "header") and kind in PARTED | OBJECTS)


def places_leave_room(sources):
    """Places in the body or the query that stand inside the place of another argument, and a body that is a list and more."""
    for source in sources.commands.values():
        arguments = [(path, item) for path, item in every_argument(source.data, sources.program.data) if "to" in item]
        constants = any("body" in whole.get("request", {}) for whole, _ in whole_routes(source.data))
        lists = [item for _, item in arguments if item["to"].startswith("body/-")]
        for path, item in arguments:
            if lists and (constants or (in_body(item) and item not in lists)):
                yield source.finding(key_of(path, "to"), "The body is a list (body/-) here, and has no other places.")
            for other in (other for _, other in arguments if item["to"].startswith(f"{other['to']}/")):
                if not (is_exclusive(item, other) or has_room(other, item, sources.program.data)):
                    sentence = f"{item['to']} is inside {other['to']}, where the value of {name(other)} leaves no room."
                    yield source.finding(key_of(path, "to"), sentence)


def name(item):
    """How an argument is known."""
    return next(iter(item.get("flags", [])), None) or item["name"]


def is_exclusive(one, other):
    """Whether two arguments exclude each other."""
    pairs = ((one, other), (other, one))
    return any(set(rival.get("flags", [])) & set(item.get("excludes", [])) for item, rival in pairs)


def has_room(outer, inner, program):
    """Whether the value of the outer argument is an object, into which the inner one's can be put."""
    following = inner["to"].removeprefix(outer["to"]).split("/")[1]
    if outer["to"] in ("body", "query") or "{key}" in outer["to"]:
        return True
    if following == "-" or following.isdigit():
        return outer["to"].endswith("/-")
    shape = outer.get("as")
    shape = program.get("shapes", {}).get(shape[1:], shape) if isinstance(shape, str) else shape
    choices = outer.get("choices")
    is_object = isinstance(choices, dict) and all(isinstance(one, dict) for one in choices.values())
    return isinstance(shape, dict) or (shape is None and (is_object or outer.get("type") in OBJECTS))


def shapes_name_what_is_there(sources):
    """Names in ``as`` and ``part`` that are no part of the value, no other argument and no shared shape."""
    shared = [item for _, item in declared_arguments(sources.program.data)]
    for source in sources.commands.values():
        arguments = [item for _, item in every_argument(source.data, sources.program.data)]
        known = {"value", "parts", *map(dest, arguments), *map(dest, shared)}
        for path, item in declared_arguments(source.data):
            for key in ("as", "part"):
                shape = item.get(key)
                if isinstance(shape, str) and shape[1:] in sources.program.data.get("shapes", {}):
                    continue
                for text in texts(shape):
                    sentence = misnamed(text, known)
                    if sentence:
                        yield source.finding((*path, key), sentence)


def misnamed(text, known):
    """What is wrong with the names in one text of a shape; None when nothing is."""
    if not text.startswith("$"):
        inner = re.search(r"\$(value|parts)\b", text)
        return f"Inside a text the value is named {{value}}, not {inner[0]}." if inner else None
    root = text[1:].partition(".")[0]
    return (
        None if root in known else f"Nothing here is named ${root}; there are the value ($value) and other arguments."
    )


def texts(shape):
    """Every text of a shape, keys left out."""
    if isinstance(shape, str):
        yield shape
    for part in shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ():
        yield from texts(part)


def credentials_are_whole(sources):
    """Credentials that are not one of the three kinds: a header, a field of the query, user and password."""
    kinds = ({"setting", "header"}, {"setting", "header", "scheme"}, {"setting", "query"}, {"user", "password"})
    for key, one in sources.program.data["credentials"].items():
        if set(one) not in kinds:
            sentence = "A credential is a setting with a header or a query, or a user with a password."
            yield sources.program.finding(("credentials", key), sentence)


RULES = [
    bodies_fit_their_requests,
    values_fit_their_places,
    places_leave_room,
    shapes_name_what_is_there,
    credentials_are_whole,
]
