"""The reply side of a command compiled: its response, its columns, its pages, its samples, what follows it."""

import mimetypes

from cometapi.manifest.arguments import name_of
from cometapi.manifest.select import selector

HEADER, OF_CALL = "header/", "call/"
KNOWN_OF_CALL = ("paths", "unsaved", "model", "input_tokens", "output_tokens", "cost")  # as http/known.py has them
DATA = ("rows", "record", "answer", "any")  # kinds of response that are printed in the formats
BYTES = ("file", "text")  # kinds that are passed on as they are
KINDS_OF_SOUND = {
    "wav": "audio/wav",
    "flac": "audio/flac",
    "pcm": "audio/pcm",
}  # not every system knows these extensions
KINDS_OF_TEXT = {
    "vtt": "text/vtt",
    "csv": "text/csv",
    "txt": "text/plain",
    "srt": "application/x-subrip",
    "jsonl": "application/jsonl",
}


def response(data, program, own):
    """The ``response`` of a route, its selectors compiled and its columns complete."""
    same = ("is", "protocol", "parse", "media_type", "says", "name", "plain")
    result = {key: data[key] for key in same if key in data}
    if isinstance(data.get("rows"), dict):
        result["entries"] = selector(data["rows"]["entries"])
    elif "rows" in data:
        result["rows"] = selector(data["rows"])
    if "record" in data:
        result["record"] = selector(data["record"])
    if "files" in data:
        result["files"] = files(data["files"])
    if "tokens" in data:
        result["tokens"] = {name: selector(one) for name, one in data["tokens"].items()}
    if "groups" in data:
        result["groups"] = {**data["groups"], "by": name_of(data["groups"]["by"])}
    result["columns"] = [column(one, program, own) for one in data.get("columns", [])]
    return result


def files(data):
    """The media inside a reply, their selectors compiled."""
    return {key: selector(value) if key in ("each", "data", "link", "reason") else value for key, value in data.items()}


def title(name):
    """The default title of a column: its name in words."""
    first, *others = name.split("_")
    return " ".join([SPELLED.get(first, first.capitalize()), *(SPELLED.get(one, one) for one in others)])


SPELLED = {"id": "ID", "url": "URL", "uuid": "UUID"}


def column(data, program, own):
    """One column with its title, its format's numbers and its words."""
    result = {
        "name": data["name"],
        "title": data.get("title") or title(data["name"]),
        "value": column_value(data["value"]),
        "show": data.get("show", "always"),
    }
    if "format" in data:
        result["format"] = program["formats"][data["format"]]
    if isinstance(data.get("words"), dict):
        result["words"] = data["words"]
    elif "words" in data:
        source = next(one for one in own.values() if data["words"] in one.get("flags", ()))
        result["words"] = {number: word for word, number in source["choices"].items()}
    result.update({key: data[key] for key in ("type", "list", "priority", "total", "made") if key in data})
    if "unlimited" in data:
        result["unlimited"] = selector(data["unlimited"])
    if "otherwise" in data:
        result["otherwise"] = {**data["otherwise"], "value": selector(data["otherwise"]["value"])}
    if "reveal" in data:
        result["reveal"] = name_of(data["reveal"])
    return result


def column_value(value):
    """The selector of a column; ``{"header": NAME}`` for a reply header, ``{"call": NAME}`` for a fact about the call."""
    for beginning in (HEADER, OF_CALL):
        if isinstance(value, str) and value.startswith(beginning):
            return {beginning[:-1]: value.removeprefix(beginning)}
    return selector(value)


def pages(data):
    """How a list is paged, its places split and its selectors compiled."""
    result = {"by": data["by"], "size": tuple(data["size"].split("/")), "largest": data["largest"]}
    if "to" in data:
        result["to"] = tuple(data["to"].split("/"))
    for key in ("total", "next", "more"):
        if key in data:
            result[key] = selector(data[key])
    return result


def sample(data, response):
    """One sample with its status and its media type, its condition compiled."""
    result = {key: data[key] for key in ("file", "stream", "headers", "for_each") if key in data}
    if "when" in data:
        result["when"] = selector(data["when"])
    result["status"] = data.get("status", 200 if "file" in data else 204)
    if "file" in data:
        result["media_type"] = data.get("media_type") or media_type(data["file"], response)
    return result


def media_type(name, response):
    """The media type of a sample: JSON for .json, else what the response declares, else what the ending says."""
    ending = name.rpartition(".")[2]
    if ending == "json":
        return "application/json"
    declared = response.get("media_type", "*")
    found = KINDS_OF_TEXT.get(ending) or KINDS_OF_SOUND.get(ending) or mimetypes.guess_type(name)[0]
    found = (found if declared.endswith("*") else declared) or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def beyond(data):
    """What a command does beyond one request: its ``wait`` and its ``then``, flags by the names of their options."""
    result: dict = {}
    if "wait" in data:
        result["wait"] = {key: name_of(value) if key == "if" else value for key, value in data["wait"].items()}
    if "creates" in data:
        result["creates"] = creation(data["creates"])
    if "follow" in data:
        facts = data["follow"]
        result["follow"] = {
            "if": name_of(facts["if"]),
            "since": tuple(facts["since"].split("/")),
            "time": facts["time"],
        }
    if "then" in data:
        result["then"] = [step(one) for one in data["then"]]
    return result


def creation(data):
    """The ``creates`` of a command, with selectors compiled and places split."""
    ids = data["id"] if isinstance(data["id"], list) else [data["id"]]
    result = {"id": [selector(one) for one in ids], "continue_with": data["continue_with"]}
    result.update({key: tuple(data[key].split("/")) for key in ("model", "own_id") if key in data})
    if "asks" in data:
        result["asks"] = {**data["asks"], "when": selector(data["asks"]["when"])}
    return result


def step(data):
    """One step of ``then``: what it is given as ``(argument, selector of the result before, option to hand on)``."""
    result = {"command": data["command"], "give": [given(*pair) for pair in data["give"].items()]}
    if "if" in data:
        result["if"] = name_of(data["if"])
    return result


def given(name, source):
    """One argument of a step, and where its value is from."""
    if source.startswith("-"):
        return {"to": name_of(name), "option": name_of(source)}
    return {"to": name_of(name), "value": selector(source)}


def kinds(data, routes):
    """What the results of a command are: a set of the kinds of response of its routes."""
    return {one["response"]["is"] for one in routes if "is" in one.get("response", {})}


def paging(routes):
    """How the lists of a command come in pages that a user may choose from: a set of the words of ``by``."""
    return {one["pages"]["by"] for one in routes if "pages" in one and is_list(one) and "groups" not in one["response"]}


def is_list(route):
    """Whether a route asks for a list of records."""
    return "request" in route and route.get("response", {}).get("is") == "rows"


FEATURES = {  # what an option set is ``for``, in the order of help
    "commands with data": lambda data, routes: bool(kinds(data, routes) & set(DATA)),
    "commands with a result": lambda data, routes: bool(kinds(data, routes) & {*DATA, *BYTES}),
    "commands with media": lambda data, routes: any(
        {"files", "name"} & one.get("response", {}).keys() for one in routes
    ),
    "commands with a cache": lambda data, routes: any("cache" in one.get("request", {}) for one in routes),
    "commands with lists": lambda data, routes: any(is_list(one) for one in routes),
    "commands with pages": lambda data, routes: bool(paging(routes)),
    "commands with numbered pages": lambda data, routes: bool(paging(routes) & {"number", "offset"}),
    "commands that wait": lambda data, routes: "wait" in data and "once" not in data["wait"],
    "commands that destroy": lambda data, routes: data.get("effect") == "destroy",
    "paid commands": lambda data, routes: data.get("cost") == "paid",
    "paid commands with requests of their own": lambda data, routes: (
        data.get("cost") == "paid" and "on_behalf" not in data
    ),
    "commands with a request": lambda data, routes: any("request" in one for one in routes),
    "every command": lambda data, routes: True,
}


def has_feature(name, data, routes):
    """Whether a command is one of those that an option set is ``for``."""
    return FEATURES[name](data, routes)
