"""cometapi history prune, as spec/commands/history-prune.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history prune",
    "summary": "Delete old conversations.",
    "description": "Without --older-than, deletes what exceeds the settings history_max_age and history_max_size; otherwise that happens gradually, as new calls are kept. This cannot be undone.",
    "effect": "destroy",
    "cost": "free",
    "run": "history:prune",
    "asks": "Delete old conversations?",
    "withheld": "deletes what was said in other conversations",
    "arguments": {
        "older_than": {
            "flags": ["--older-than"],
            "does": "older_than",
            "type": "timestamp",
            "metavar": "DATE",
            "help": "Delete conversations last used before DATE: 90d, 24h, 2026-01-31.",
        },
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {
            "run": "cometapi history prune --older-than 90d",
            "help": "With a confirmation prompt that tells how many there are.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
