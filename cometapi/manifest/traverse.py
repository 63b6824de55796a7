"""Ways through the data of a manifest's file, each part with its path: what the rules look at."""

from cometapi.manifest.arguments import respelled
from cometapi.manifest.compile import route_data, used_sets
from cometapi.manifest.compile_arguments import choices, main_flag, shape
from cometapi.manifest.routes import placed_routes


def whole_routes(data):
    """Every route with what the file says for all of them, and a function from a key to its path: (route, path of key)."""
    for number, whole in enumerate(route_data(data)):
        own = data["routes"][number] if "routes" in data else {}
        yield whole, lambda key, *rest, own=own, number=number: (*(("routes", number) * (key in own)), key, *rest)


def arguments_of(data):
    """The arguments of a command file with their paths."""
    return [(("arguments", number), item) for number, item in enumerate(data.get("arguments", []))]


def declared_arguments(data):
    """Arguments declared in a file: a command's own, or those of the program's option sets."""
    if "command" in data:
        yield from arguments_of(data)
        return
    for name, group in data.get("options", {}).items():
        for number, item in enumerate(group["arguments"]):
            yield ("options", name, "arguments", number), item


def placed_elsewhere(data):
    """Arguments of a command file with the places that a route has for them: (path, item)."""
    known = {
        name: item for _, item in arguments_of(data) for name in [item.get("name"), *item.get("flags", [])] if name
    }
    for number, one in enumerate(data.get("routes", [])):
        for name, facts in one.get("places", {}).items():
            kept = {key: value for key, value in known.get(name, {}).items() if key not in SENDING}
            yield ("routes", number, "places", name), {**kept, **facts}


SENDING = ("to", "several_to", "as", "item", "media", "attach_to")  # as http/layout.py has them


def every_argument(data, program):
    """What a command accepts, its own and its option sets': (path, item); a set's path is the ``use`` key."""
    others = data.get("spellings", {})
    shared = [
        (("use",), respelled(item, others.get(main_flag(item["flags"]), [])))
        for name in used_sets(data, program)
        if name in program["options"]
        for item in program["options"][name]["arguments"]
    ]
    return [*arguments_of(data), *shared]


KEY = "{key}"  # in a place: the key of a pair


def takes_several(item):
    """Whether an argument may give several values."""
    return "repeat" in item or item.get("type") == "words" or item.get("type") == "lines"


def headers_of(data):
    """Every header that a command file names, as a constant or as a place of an argument: (path, name)."""
    for prefix, one in placed_routes(data):
        for name in one.get("request", {}).get("headers", {}):
            yield (*prefix, "request", "headers", name), name
    for path, item in arguments_of(data):
        place, _, name = item.get("to", "").partition("/")
        if place == "header":
            yield (*path, "to"), name


def choices_of(item):
    """The choices of an argument or a setting: words, or the name of a list that is known only when it runs."""
    found = item.get("choices")
    return choices(found) if found not in ("$protocols", "$agents") else None  # whose words stand in other files


def as_seen(sources, source):
    """The data of the program as a file of it sees them: a command with the shapes of the protocols that it speaks."""
    shared: dict = {}
    for whole, _ in whole_routes(source.data) if "command" in source.data else ():
        protocol = sources.protocols.get(whole.get("response", {}).get("protocol"))
        shared |= protocol.data.get("shapes", {}) if protocol else {}
    return {**sources.program.data, "shapes": shared}


def shape_of(item, program):
    """The shape of an argument, a shared one looked up; None without one."""
    return shape(item.get("as"), program)


def unknown(name, known, told="declared are"):
    """The sentence about a name that is not among those known."""
    return (
        f"Unknown name {name!r}; {told} {', '.join(known)}." if known else f"Unknown name {name!r}; none is declared."
    )


def all_flags(item):
    """The flags of one entry, the ``--no-`` form of a pair included."""
    flags = item.get("flags", [])
    negative = [f"--no-{flag[2:]}" for flag in flags if flag.startswith("--") and item.get("switch") == "pair"]
    return [*flags, *negative[:1]]
