"""cometapi history search, as spec/commands/history-search.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history search",
    "summary": "Search what was said and answered.",
    "description": "Finds conversations in which all words stand in one message and its answer, the newest first. Each word is found as it is typed, in any case and also inside other words; words in quotes are one phrase. There is no query language.",
    "effect": "read",
    "cost": "free",
    "run": "history:search",
    "arguments": {
        "words": {
            "does": "words",
            "metavar": "WORD",
            "repeat": True,
            "dashes": True,
            "help": "What to look for; all of the words must be there.",
        },
    },
    "use": ["output", "shape", "order", "limit", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "snippet", "title": "Found", "value": ("snippet",), "show": "always"},
            {"name": "title", "title": "Title", "value": ("title",), "show": "always", "priority": 3},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always", "priority": 2},
            {
                "name": "used_at",
                "title": "Used",
                "value": ("used_at",),
                "show": "always",
                "format": {"kind": "time"},
                "priority": 1,
            },
            {"name": "exchange", "title": "Exchange", "value": ("exchange",), "show": "machines"},
        ],
    },
    "examples": [
        {"run": "cometapi history search tidal locking", "help": "Conversations in which both words stand."},
        {"run": 'cometapi history search "don\'t panic" --limit 1', "help": "The newest one with this phrase."},
    ],
}

COMMAND = whole(DATA, SETS)
