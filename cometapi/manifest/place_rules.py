"""Rules about where values go: places that are there, that carry what is put into them, and that leave each other alone."""

from cometapi.manifest.traverse import (
    KEY,
    arguments_of,
    as_seen,
    declared_arguments,
    every_argument,
    headers_of,
    placed_elsewhere,
    placed_routes,
    shape_of,
    takes_several,
)
from cometapi.manifest.value_types import MAPS, PARTS, SINGLE

OUTSIDE_BODY = {"path": "part of a path", "header": "header", "query": "parameter of a query"}
NO_PLACE = "This must start with query/, header/ or body/, followed by a key."
# Headers that follow from the request itself; body_rules looks after Content-Type.
OWN_HEADERS = ("content-length", "transfer-encoding", "host", "connection")


def places_exist(sources):
    """Places of ``to`` that no request has."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in [*declared_arguments(source.data), *placed_elsewhere(source.data)]:
            for key in {"to", "several_to"} & item.keys():
                fault = place_fault(item[key])
                if fault:
                    yield source.finding((*path, key), fault)


def places_are_of_arguments(sources):
    """Places on a route for positionals that the command does not have; another rule checks flags."""
    for source in sources.commands.values():
        known = {item.get("name") for _, item in arguments_of(source.data)}
        for number, one in enumerate(source.data.get("routes", [])):
            for name in one.get("places", {}):
                if not name.startswith("-") and name not in known:
                    yield source.finding(
                        ("routes", number, "places", name), f"This command has no argument {name.upper()}."
                    )


def pages_go_somewhere(sources):
    """Numbers and sizes of pages that go to no place of a request."""
    for source in sources.commands.values():
        for prefix, one in placed_routes(source.data):
            for key in {"to", "size"} & one.get("pages", {}).keys():
                target = one["pages"][key]
                fault = place_fault(target) if target.startswith(("query/", "header/", "body/")) else NO_PLACE
                if fault:
                    yield source.finding((*prefix, "pages", key), fault)


def place_fault(target):
    """What is wrong with a place, None when nothing is."""
    place, *keys = target.split("/")
    if "" in keys:
        return "A key between two slashes is missing."
    if place in OUTSIDE_BODY:
        keys = keys[:-1] if place == "query" and keys[1:] == ["-"] else keys
        return None if len(keys) == 1 else f"A {OUTSIDE_BODY[place]} has one name, as in {place}/name."
    return None


def values_fit_places(sources):
    """Values with parts, or several of them, where one text or number goes."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in [*declared_arguments(source.data), *placed_elsewhere(source.data)]:
            place = item.get("to", "").split("/")[0]
            if place in OUTSIDE_BODY:
                fault = value_fault(item, place, as_seen(sources, source))
                if fault:
                    yield source.finding((*path, "to"), fault)


def value_fault(item, place, program):
    """Why what an argument gives does not fit a place outside of the body, None when it fits."""
    if place == "path" and takes_several(item) and "join" not in item:
        return "A part of a path holds one value, and this argument may give several; say what joins them."
    if item.get("type") == "upload":
        return "A file can only be sent in the body."
    if KEY in item["to"] or (place == "query" and is_fields(item, program)):
        return None
    if not is_single(item, program):
        return f"A {OUTSIDE_BODY[place]} holds a text or a number, and this argument gives more than that."
    return None


def is_fields(item, program):
    """Whether a value of an argument has the names of its fields, so that a query can hold it."""
    return shape_of(item, program) is not None or item.get("type", "text") not in PARTS


def is_single(item, program):
    """Whether each value of an argument is sent as a text, a number or a truth value."""
    choices = item.get("choices")
    words = list(choices.values()) if isinstance(choices, dict) else []
    shape = shape_of(item, program)
    if isinstance(shape, dict | list) or any(isinstance(one, dict | list) for one in words):
        return False
    return shape not in (None, "$value") or item.get("type", "text") in SINGLE


def places_are_apart(sources):
    """A place inside another one that holds a whole value."""
    for source in sources.commands.values():
        placed = [one for one in every_argument(source.data, sources.program.data) if "to" in one[1]]
        program = as_seen(sources, source)
        holders: dict[str, list] = {}
        for _, item in placed:
            holders.setdefault(item["to"], []).append(item)
        for path, item in placed:
            at = path if path == ("use",) else (*path, "to")
            for other in (one for place in above(item["to"]) for one in holders.get(place, ())):
                fault = overlap(item, other, program)
                if fault:
                    yield source.finding(at, fault)


def above(place):
    """The places of a body that a place is inside of."""
    parts = place.split("/")
    return ["/".join(parts[:count]) for count in range(2, len(parts))] if parts[0] == "body" else []


def overlap(item, other, program):
    """How the place of ``item``, inside that of another argument, gets into its way, None when it does not."""
    name = item["to"].removeprefix(f"{other['to']}/").split("/")[0]
    if not are_exclusive(item, other) and (name == "-" or not is_map(other, program)):
        return f"This is inside {other['to']}, where another argument puts a value of its own."
    return None


def are_exclusive(one, other):
    """Whether two arguments exclude each other."""
    pairs = ((one, other), (other, one))
    return any(set(rival.get("flags", [])) & set(item.get("excludes", [])) for item, rival in pairs)


def is_map(item, program):
    """Whether an argument sends objects, which can be merged with what others put into them."""
    shape = shape_of(item, program)
    return isinstance(shape, dict) if shape is not None else item.get("type") in MAPS and "repeat" not in item


def headers_are_free(sources):
    """Headers of the manifest that the program sets itself, or that carry the credential."""
    for source in sources.commands.values():
        secret = {one.get("header", "Authorization").lower() for one in sources.program.data["credentials"].values()}
        for path, name in headers_of(source.data):
            if name.lower() in OWN_HEADERS:
                yield source.finding(path, f"The program sets {name} itself; leave it out.")
            elif name.lower() in secret:
                yield source.finding(path, f"{name} carries a credential; name that with credential.")
