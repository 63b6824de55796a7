"""Rules about bodies: what a request sends, and which values fit the places they go to."""

import re

from cometapi.manifest.moments import MOMENTS
from cometapi.manifest.traverse import KEY, declared_arguments, every_argument, takes_several, whole_routes

USUAL = {"POST": "json", "PUT": "json", "PATCH": "json"}  # as http/body.py has it
OBJECTS = {"json", "token_bias", "json_object", "assignment"}  # types whose values are the fields of a form
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
            if item.get("to", "").lower() == "header/content-type" and ways - {"raw"}:
                yield source.finding(key_of(path, "to"), OWN_TYPE.format(way=min(ways - {"raw"})))
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
    if item.get("type") == "upload" and not bodies & {"multipart", "raw"}:
        return "Only a multipart or a raw request can carry a file."
    if item["to"] == "body" and bodies & {"form", "multipart"} and item.get("type") not in OBJECTS:
        return "A field of a form needs a name: to: body/NAME."
    if "raw" in bodies and item["to"] != "body":
        return "A raw request sends one value as it is: to: body."
    if "raw" in bodies and takes_several(item) and "join" not in item:
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


def keys_apply(sources):
    """Keys of an argument that say something of values which it does not have."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            for key, sentence in unfit(item):
                yield source.finding((*path, key), sentence)


def unfit(item):
    """What of an argument does not apply: (key, sentence)."""
    place, kind = item.get("to", "").partition("/")[0], item.get("type", "text")
    if kind == "upload" and ("as" in item or "item" in item):
        yield "as" if "as" in item else "item", "A file is sent as it is; nothing can be put around it."
    for key in {"pixels_of", "see_through"} & item.keys() if kind != "upload" else ():
        yield key, "Only a file that is sent as it is has pixels to look at."
    if "several_to" in item and not takes_several(item):
        yield "several_to", "Only an argument that takes several values has a place for them."
    if "join" in item and not takes_several(item):
        yield "join", "Only an argument that takes several values can join them."
    if "sent_as" in item and kind not in MOMENTS:
        yield "sent_as", f"Only a date is sent in one of these forms, not a value of type {kind}."
    if "takes" in item and kind != "upload":
        yield "takes", "Only an upload is of one of several kinds."
    if "longest" in item and kind != "text":
        yield "longest", "Only a text is as long as it is."
    if item.get("stdin") in ("lines", "every_line") and "repeat" not in item:
        yield "stdin", "Lines of a pipe are several values, so the argument has to repeat."
    if kind in ("lines", "every_line", "json_lines") and "repeat" in item:
        yield "repeat", "A file of lines has several values already."
    if "taken_from" in item and not place:
        yield "taken_from", "An argument that goes nowhere takes nothing from the body."
    if KEY in item.get("to", "") and (kind != "pair" or place == "path"):
        yield "to", "{key} is the key of a pair, in the query, a header or the body."


def lists_stand_alone(sources):
    """Places and constants beside a body that is a list."""
    for source in sources.commands.values():
        arguments = [one for one in every_argument(source.data, sources.program.data) if in_body(one[1])]
        lists = [item for _, item in arguments if item["to"].startswith("body/-")]
        for path, item in arguments if lists else ():
            if item not in lists:
                yield source.finding(key_of(path, "to"), "The body is a list (body/-) here, and has no other places.")
        for whole, at in whole_routes(source.data) if lists else ():
            if "body" in whole.get("request", {}):
                yield source.finding(at("request", "body"), "The body is a list (body/-) here, and has no fields.")


def credentials_are_whole(sources):
    """Credentials that are not one of the three kinds: a header, a field of the query, user and password."""
    kinds = ({"setting", "header"}, {"setting", "header", "scheme"}, {"setting", "query"}, {"user", "password"})
    for key, one in sources.program.data["credentials"].items():
        if set(one) not in kinds:
            sentence = "A credential is a setting with a header or a query, or a user with a password."
            yield sources.program.finding(("credentials", key), sentence)


RULES = [
    bodies_fit_their_requests,
    keys_apply,
    lists_stand_alone,
    credentials_are_whole,
]
