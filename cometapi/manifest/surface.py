"""The surface of a program as data: every command with its arguments, relations, routes, columns and exit codes.

The document is ``share/surface.json``; ``share/surface.schema.json`` describes its form.
"""

import hashlib
import json

from cometapi.manifest.surface_relations import relations
from cometapi.manifest.surface_routes import exits, output, routes
from cometapi.manifest.surface_values import options, schema_of

FORMAT = 2  # of the document; the first form had no number
SETTING = (
    "type",
    "choices",
    "range",
    "default",
    "environment",
    "secret",
    "needed",
    "supplies",
    "from",
    "title",
    "deprecated",
    "help",
)
# What is for people in an option, a setting, a command, a relation, a route and a column: no script depends on it.
PROSE = {
    "help",
    "title",
    "summary",
    "description",
    "examples",
    "asks",
    "sentence",
    "says",
    "metavar",
    "section",
    "topic",
    "withheld",
    "does",
    "known",
}


def document(model):
    """The whole surface of a program."""
    facts = body(model)
    names = {"program": model.name, "version": model.version, "digest": digest(facts)}
    return {"$schema": "surface.schema.json", "format": FORMAT, **names, **facts}


def body(model):
    """The surface without what names and counts the document."""
    program = model.program
    return {
        "summary": model.summary,
        "credentials": {name: credential(program, facts) for name, facts in program["credentials"].items()},
        "exits": [{"name": name, **picked(facts, ("code", "meaning"))} for name, facts in program["exits"].items()],
        "settings": {name: picked(facts, SETTING) for name, facts in program["settings"].items()},
        "groups": model.group_meanings,
        "topics": {one.name: one.summary for one in model.topics},
        "commands": [entry(model, one) for one in model.commands],
    }


def picked(facts, keys):
    """These keys of a dict, as far as it has them, in their order."""
    return {key: facts[key] for key in keys if key in facts}


def credential(program, facts):
    """How a request is authorized: the title of the setting that holds the key, and where it goes."""
    setting = facts.get("password") or facts["setting"]
    return {"title": program["settings"][setting].get("title") or setting.replace("_", " "), **facts}


def entry(model, command):
    """Everything about one command."""
    data = command.data
    facts = {
        "command": command.words,
        "summary": command.summary,
        "description": command.description,
        "effect": command.effect,
        "cost": command.cost,
        "asks": data.get("asks"),
        "deprecated": data.get("deprecated"),
        "starts": data.get("starts"),
        "withheld": data.get("withheld"),
        "stdio": data.get("stdio"),
        "arguments": schema_of(model, command),
        "options": options(model, command),
        "relations": relations(command),
        "routes": routes(model, command),
        "exits": exits(model, command),
        "output": output(model, command),
        "examples": command.examples,
    }
    return {key: value for key, value in facts.items() if value is not None}


def digest(facts):
    """Eight hexadecimal digits that change with everything a script can depend on, and with nothing else."""
    text = json.dumps(contract(facts), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def contract(facts):
    """What a script can depend on of a surface: without texts for people, and without an order that nobody notices."""
    return {
        "credentials": facts["credentials"],
        "exits": {one["name"]: one["code"] for one in facts["exits"]},
        "settings": {name: bare(one) for name, one in facts["settings"].items()},
        "groups": sorted(facts["groups"]),
        "topics": sorted(facts["topics"]),
        "commands": {one["command"]: command_contract(one) for one in facts["commands"]},
    }


def command_contract(one):
    """What a script can depend on of a command; ``arguments`` says the same as ``options`` in another form."""
    return {
        **{key: one[key] for key in ("effect", "cost", "deprecated", "starts", "exits") if key in one},
        "options": {option["name"]: bare(option) for option in one["options"]},
        "positionals": [option["name"] for option in one["options"] if "positional" in option],
        "relations": sorted((bare(relation) for relation in one["relations"]), key=json.dumps),
        "routes": [with_columns(route) for route in one["routes"]],
        "output": with_columns(one["output"]),
    }


def with_columns(facts):
    """A route or an output without texts for people, in its columns as well."""
    return {**bare(facts), "columns": list(map(bare, facts.get("columns", ())))}


def bare(facts):
    """A dict without its texts for people."""
    return {key: value for key, value in facts.items() if key not in PROSE}
