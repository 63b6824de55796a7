"""cometapi history search, as spec/commands/history-search.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history search",
    "summary": "Search messages and answers.",
    "description": "Finds conversations in which one message and its answer contain all words, newest first. Case is ignored, and words are found inside other words, too; words in quotes are one phrase. There is no query language.",
    "effect": "read",
    "cost": "free",
    "run": "history:search",
    "withheld": "shows what was said in other conversations",
    "arguments": {
        "words": {
            "does": "words",
            "metavar": "WORD",
            "repeat": True,
            "dashes": True,
            "help": "Word or phrase to look for; all must be found.",
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
                "title": "Last used",
                "value": ("used_at",),
                "show": "always",
                "format": {"kind": "time"},
                "priority": 1,
            },
            {"name": "exchange", "title": "Exchange", "value": ("exchange",), "show": "machines", "type": "number"},
        ],
    },
    "examples": [
        {"run": "cometapi history search tidal locking", "help": "Conversations that contain both words."},
        {"run": 'cometapi history search "don\'t panic" --limit 1', "help": "The newest one with this phrase."},
    ],
}

COMMAND = whole(DATA, SETS)
