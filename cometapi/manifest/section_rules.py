"""Rules about sections and option sets of a command that do nothing, or fail, without another section."""

from cometapi.manifest.load import file_finding
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.request_rules import is_answer, reply_files
from cometapi.manifest.traverse import all_flags, arguments_of, choices_of, every_argument, placed_routes, whole_routes


def responses_of(data):
    """The response of each route of a command."""
    return [whole.get("response", {}) for whole, _ in whole_routes(data)]


def has_in_response(key):
    """A test of a command's data: whether a response of it has this key."""
    return lambda data: any(key in response for response in responses_of(data))


def answers(data):
    """Whether a model answers a command."""
    return any(
        "request" in whole and is_answer(whole.get("response", {"rows": None})) for whole, _ in whole_routes(data)
    )


def has_details(data):
    """Whether a command has columns that only --detail shows in a table."""
    return any(column.get("show") == "detail" for one in responses_of(data) for column in one.get("columns", []))


def is_cached(data):
    """Whether a request of a command says that its reply may be kept."""
    return any("cache" in whole.get("request", {}) for whole, _ in whole_routes(data))


def asks(data):
    """Whether a command may ask before it goes on."""
    return data["effect"] == "destroy" or answers(data)


def has_pages(data):
    """Whether a list of a command comes in pages."""
    return any("pages" in one for _, one in placed_routes(data))


# What an argument does to what it works on, and whether a command has that. A ``run`` may use its arguments as it likes.
GROUNDS = {
    **dict.fromkeys(("all", "page", "page_size"), ("pages", has_pages)),
    "limit": ("rows", has_in_response("rows")),
    **dict.fromkeys(("refresh", "no_cache"), ("a request with cache", is_cached)),
    **dict.fromkeys(("interval", "max_wait"), ("a wait", lambda data: "wait" in data)),
    **dict.fromkeys(
        ("reasoning", "usage", "events", "raw_text", "run_tools", "max_rounds", "tool_timeout", "save"),
        ("the answer of a model", answers),
    ),
    "strict": ("the answer of a model or limits", lambda data: "limits" in data or answers(data)),
    "yes": ("effect: destroy or the answer of a model", asks),
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
    flags = {}
    for item in items:
        ground, is_there = GROUNDS.get(item.get("does"), (None, None))
        if ground and not is_there(data):
            flags.setdefault(ground, []).append(all_flags(item)[0])
    return [f"Without {ground} a command has no use for {', '.join(told)}." for ground, told in flags.items()]


def sections_have_their_ground(sources):
    """Sections of a command that need another one: stream, filters."""
    for source in sources.commands.values():
        data, is_answered = source.data, answers(source.data)
        if "stream" in data and not is_answered:
            yield source.finding(("stream",), "Only the answer of a model streams.")
        for path, item in arguments_of(data):
            if "filter" in item and not has_in_response("rows")(data):
                yield source.finding((*path, "filter"), "Only rows can be searched.")
        if "stream" not in data:
            for whole, at in whole_routes(data):
                if "stream" in whole.get("reply", {}):
                    yield source.finding(at("reply", "stream"), "A sample stream needs a command with stream.")


def streams_can_be_switched(sources):
    """``stream`` whose switch is none, or whose formats nobody can ask for."""
    for source in sources.commands.values():
        stream = source.data.get("stream", {})
        arguments = [item for _, item in every_argument(source.data, sources.program.data)]
        known = {flag: item for item in arguments for flag in all_flags(item)}
        formats = choices_of(known.get("--format", {})) or stream.get("default_in", [])
        if "switch" not in known.get(stream.get("switch"), {"switch": "on"}):
            yield source.finding(("stream", "switch"), f"{stream['switch']} takes a value; it is not a switch.")
        for number, name in enumerate(stream.get("default_in", [])):
            if name in FORMATS and name not in formats:  # another rule tells of one that nothing prints
                yield source.finding(("stream", "default_in", number), f"--format has no choice {name!r}.")


def waits_have_columns(sources):
    """Commands that wait and lack the run that does it, or the rows and columns that tell what is over."""
    for source in sources.commands.values():
        facts = sources.program.data.get("waits", {}).get(source.data.get("wait"))
        if facts is None:
            continue
        if "run" not in source.data:
            yield source.finding(("wait",), "Waiting takes a run, such as tasks:wait.")
            continue
        for response in responses_of(source.data):
            names = [column["name"] for column in response.get("columns", [])]
            missing = [one for one in ("task_id", facts["state"], facts["progress"]) if one not in names]
            if "rows" not in response:
                yield source.finding(("wait",), "What is waited for comes as rows.")
            elif missing:
                yield source.finding(("wait",), f"Waiting looks at columns that are not there: {', '.join(missing)}.")


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
        for _, name in reply_files(one.get("reply", {}))
    }
    for name in sources.replies:
        if name not in used:
            path = sources.root / "spec" / "replies" / name
            yield file_finding(path, sources.root, "No command uses this sample.")
