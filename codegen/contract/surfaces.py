"""Surfaces of every format in one form, with what an older format does not tell."""

from codegen.contract.facts import SETTING

NOT_IN_FORMAT_1 = {  # fact to what it is in words
    "exits": "with which exit codes each command ends",
    "output": "what each command prints to stdout, and in which formats",
    "types": "the types of columns, and which may be null",
    "options": "secrets, keywords, stdin and second flags of options",
    "asks": "which commands ask for confirmation",
}
# What format 1 tells of an option; the first release told more than the next ones.
OPTION_FACTS = {
    "positional",
    "flags",
    "type",
    "choices",
    "range",
    "default",
    "setting",
    "metavar",
    "repeatable",
    "help",
}
INSIDE = ("rows", "page", "cache")  # places of the first release that are none in a request
FIRST = {  # what only the first release told, by the key that shows it
    "routes": "routes: columns and credentials",
    "relations": "which options exclude or need each other",
    "topics": "the help topics",
}


def read(document):
    """A surface in the form of format 2, with ``unknown``: the facts that the document does not tell.

    Raises ValueError when it is no surface.
    """
    if not isinstance(document, dict) or not isinstance(document.get("commands"), list):
        raise ValueError("this is not a surface: it has no list of commands")
    if document.get("format", 1) == 2:
        return {**document, "unknown": {}, "option_facts": None}
    if "format" in document:
        raise ValueError(f"format {document['format']} of surfaces is unknown here; this program knows 1 and 2")
    return from_format_1(document)


def from_format_1(document):
    """A surface of format 1, as the releases 0.1.0 to 0.7.0 have it."""
    is_first = any("routes" in one for one in document["commands"])
    exits = {name: one["code"] if isinstance(one, dict) else one for name, one in document.get("exits", {}).items()}
    missing = {} if is_first else dict(FIRST)
    return {
        "program": document.get("program"),
        "version": document.get("version"),
        "commands": [command_of(one) for one in document["commands"]],
        "exits": [{"name": name, "code": code} for name, code in exits.items()],
        "settings": document.get("settings", {}),
        "setting_facts": SETTING.keys() - {"needed"} if is_first else None,
        "topics": dict.fromkeys(document.get("topics", ())),
        "unknown": {**NOT_IN_FORMAT_1, **missing},
        "option_facts": OPTION_FACTS | ({"becomes"} if is_first else {"environment", "deprecated"}),
    }


def command_of(one):
    """A command of format 1 in the form of format 2."""
    routes = [{**route.get("request", {}), "columns": columns_of(route)} for route in one.get("routes", ())]
    facts = {key: one[key] for key in ("command", "summary", "effect", "cost", "deprecated", "examples") if key in one}
    return {
        **facts,
        "options": [option_of(item) for item in one["arguments"]],
        "relations": [relation for item in one["arguments"] for relation in relations_of(item)],
        "routes": routes,
        "output": {},
        "exits": [],
    }


def columns_of(route):
    """The columns of a route of format 1."""
    return [{"name": one["name"], "shown": one["show"]} for one in route.get("columns", ())]


def option_of(one):
    """An argument of format 1 in the form of format 2."""
    renamed = {"value": "metavar", "to": "becomes"}
    kept = {renamed.get(key, key): value for key, value in one.items() if key not in ("excludes", "needs", "words")}
    if kept.get("becomes", "").partition("/")[0] in INSIDE:
        del kept["becomes"]
    return kept if "flags" in one else {**kept, "positional": True}


def relations_of(one):
    """The relations that an argument of format 1 tells of itself."""
    if "excludes" in one:
        yield {"kind": "excludes", "arguments": [one["name"], *one["excludes"]]}
    for other, value in one.get("needs", {}).items():
        yield {"kind": "needs", "arguments": [one["name"], other], **({} if value is None else {"value": value})}
    if "not_after" in one:
        yield {"kind": "at_most", "arguments": [one["name"], one["not_after"]]}
