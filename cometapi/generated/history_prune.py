"""cometapi history prune, as spec/commands/history-prune.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history prune",
    "summary": "Delete conversations that have not been used for a while.",
    "description": "Without --older-than it deletes what the settings history_max_age and history_max_size no longer allow, which otherwise goes little by little while new calls are kept. This cannot be undone.",
    "effect": "destroy",
    "cost": "free",
    "run": "history:prune",
    "asks": "Delete the conversations that have not been used for so long?",
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
            "help": "With a confirmation prompt that says how many they are.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
