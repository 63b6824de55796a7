"""Rules about sections and option sets of a command that do nothing, or fail, without another section."""

from cometapi.manifest.compile import is_answer
from cometapi.manifest.read_yaml import Finding
from cometapi.manifest.reply_rules import named_files
from cometapi.manifest.routes import placed_routes
from cometapi.manifest.traverse import all_flags, arguments_of, every_argument, whole_routes


def responses_of(data):
    """The response of each route of a command."""
    return [whole.get("response", {}) for whole, _ in whole_routes(data)]


def has_in_response(key):
    """A test of a command's data: whether a response of it has this key."""
    return lambda data: any(key in response for response in responses_of(data))


def answers(data):
    """Whether a model answers a command."""
    return any(is_answer(whole) for whole, _ in whole_routes(data))


def has_details(data):
    """Whether a command has columns that only --detail shows in a table."""
    return any(column.get("show") == "detail" for one in responses_of(data) for column in one.get("columns", []))


def is_cached(data):
    """Whether a request of a command says that its reply may be kept."""
    return any("cache" in whole.get("request", {}) for whole, _ in whole_routes(data))


def asks(data):
    """Whether a command may ask before it goes on."""
    return data["effect"] == "destroy" or answers(data)


def names_files(data):
    """Whether a command's reply is a file that can be saved under a new name."""
    return has_in_response("name")(data)


def saves(data):
    """Whether a reply of a command may hold media."""
    return has_in_response("files")(data) or names_files(data) or answers(data)


def is_limited(data):
    """Whether there is something that a model's provider may not take."""
    return bool({"limits", "checks"} & data.keys()) or answers(data)


def has_pages(data):
    """Whether a list of a command comes in pages."""
    return any("pages" in one for _, one in placed_routes(data))


# What an argument does to what it works on, and whether a command has that. A ``run`` may use its arguments as it likes.
GROUNDS = {
    **dict.fromkeys(("all", "page", "page_size"), ("pages", has_pages)),
    "limit": ("rows", has_in_response("rows")),
    **dict.fromkeys(("refresh", "no_cache"), ("a request with cache", is_cached)),
    "max_wait": ("a wait", lambda data: bool({"wait", "then"} & data.keys())),
    "interval": ("a wait", lambda data: bool({"wait", "then", "follow"} & data.keys())),
    "save": (
        "the answer of a model, files in its reply or steps that follow",
        lambda data: saves(data) or "then" in data,
    ),
    "play": ("a file with a name", names_files),
    **dict.fromkeys(
        ("reasoning", "usage", "events", "raw_text", "repairs", "run_tools", "max_rounds", "tool_timeout"),
        ("the answer of a model", answers),
    ),
    "strict": ("limits or the answer of a model", is_limited),
    "yes": ("effect: destroy or the answer of a model", asks),
    **dict.fromkeys(("parallel", "rpm", "tpm"), ("a run of many requests", lambda data: "run" in data)),
    "detail": ("columns with show: detail", has_details),
}


def behaviours_have_their_ground(sources):
    """Options that would be offered and do nothing, told once for each option set."""
    for source in sources.commands.values():
        if "run" in source.data:
            continue
        for number, name in enumerate(source.data.get("use", [])):
            group = sources.program.data["options"].get(name, {"arguments": []})
            for sentence in idle(group["arguments"], source.data):
                yield source.finding(("use", number), sentence)
        for path, item in arguments_of(source.data):
            for sentence in idle([item], source.data):
                yield source.finding((*path, "does"), sentence)


def idle(items, data):
    """What arguments come to nothing in a command, and what it lacks: a sentence for each thing that it lacks."""
    flags: dict[str, list[str]] = {}
    grounded = [(GROUNDS[item["does"]], item) for item in items if item.get("does") in GROUNDS]
    for (ground, is_there), item in grounded:
        if not is_there(data):
            flags.setdefault(ground, []).append(all_flags(item)[0])
    return [f"Without {ground} a command has no use for {', '.join(told)}." for ground, told in flags.items()]


def sections_have_their_ground(sources):
    """Sections of a command that need another one: stream, filters."""
    for source in sources.commands.values():
        data, is_answered = source.data, answers(source.data)
        if "stream" in data and not is_answered:
            yield source.finding(("stream",), "Only the answer of a model streams.")
        behaviours = {item.get("does") for _, item in every_argument(data, sources.program.data)}
        if "private" in data and "output" not in behaviours:
            yield source.finding(("private",), "Nothing of this command goes into a file; use the options of file.")
        for path, item in arguments_of(data):
            if "filter" in item and not has_in_response("rows")(data):
                yield source.finding((*path, "filter"), "Only rows can be searched.")
            if "dashes" in item and "repeat" not in item:
                yield source.finding((*path, "dashes"), "Only a positional with repeat takes words with a dash.")
            if "selects" in item and not item.get("to", "").startswith("query/"):
                yield source.finding((*path, "selects"), "Only a value in the query selects records.")
        if "stream" not in data:
            for whole, at in whole_routes(data):
                for number, sample in enumerate(whole.get("samples", [])):
                    if "stream" in sample:
                        sentence = "A sample stream needs a command with stream."
                        yield source.finding(at("samples", number, "stream"), sentence)


def charges_have_their_ground(sources):
    """What bounds the cost of a call that costs nothing, or a place of it to which nothing goes."""
    for source in sources.commands.values():
        data = source.data
        if "charge" in data and data.get("cost") != "paid":
            yield source.finding(("charge",), "Only a paid command is charged for.")
        targets = {item.get("to") for _, item in arguments_of(data)}
        for key in ("results", "output", "seconds"):
            places = data.get("charge", {}).get(key, [])
            for number, place in enumerate([] if isinstance(places, str) else places):
                if place not in targets:
                    yield source.finding(("charge", key, number), f"No argument goes to {place}.")


def others_are_served_by_programs(sources):
    """A command for the requests of others that costs nothing, or is a request itself."""
    for source in sources.commands.values():
        if "on_behalf" in source.data and not (source.data.get("cost") == "paid" and "run" in source.data):
            yield source.finding(("on_behalf",), "Only a paid command with run passes requests of others on.")


def programs_make_their_own(sources):
    """Columns and batches that need a ``run`` function, without one."""
    for source in sources.commands.values():
        if "run" in source.data:
            continue
        if "batches" in source.data:
            yield source.finding(("batches",), "Only a command with run sends its texts in batches.")
        for prefix, one in placed_routes(source.data):
            for number, column in enumerate(one.get("response", {}).get("columns", [])):
                if isinstance(column, dict) and "made" in column:
                    path = (*prefix, "response", "columns", number, "made")
                    yield source.finding(path, "Only a command with run makes values of its own.")


def streams_can_be_switched(sources):
    """``stream`` whose switch is none."""
    for source in sources.commands.values():
        stream = source.data.get("stream", {})
        arguments = [item for _, item in every_argument(source.data, sources.program.data)]
        known = {flag: item for item in arguments for flag in all_flags(item)}
        if "switch" not in known.get(stream.get("switch"), {"switch": "on"}):
            yield source.finding(("stream", "switch"), f"{stream['switch']} takes a value; it is not a switch.")


def columns_are_single(sources):
    """Two columns of one name, of which a record holds only the last."""
    for source in sources.commands.values():
        for prefix, one in placed_routes(source.data):
            names = [column["name"] for column in one.get("response", {}).get("columns", [])]
            for number, name in enumerate(names):
                if name in names[:number]:
                    path = (*prefix, "response", "columns", number, "name")
                    yield source.finding(path, f"Another column has the name {name}.")


def replies_are_used(sources):
    """Sample replies that no command names; judged when every file could be read and has its right shape."""
    if not sources.is_whole:
        return
    used = {
        name
        for source in sources.commands.values()
        for _, one in placed_routes(source.data)
        for sample in one.get("samples", [])
        for _, name in named_files(sample, sources.replies)
    }
    used |= {name for one in sources.program.data.get("paths", []) for name in one.get("samples", {}).values()}
    for name in sources.replies:
        if name not in used:
            yield Finding(f"{sources.place}replies/{name}", 1, "file", "No command uses this sample.")
