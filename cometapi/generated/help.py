"""cometapi help, as spec/commands/help.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "help",
    "summary": "Show the help of a command or a topic.",
    "effect": "read",
    "cost": "free",
    "run": "help:run",
    "arguments": {
        "subject": {
            "does": "subject",
            "optional": True,
            "repeat": True,
            "dashes": True,
            "choices": "$help",
            "metavar": "SUBJECT",
            "help": "A command or a topic; or an option, a setting, a variable, an exit code or an HTTP status.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi help model info", "help": "The same as cometapi model info --help."},
        {"run": "cometapi help exit-codes", "help": "What each exit code means."},
        {"run": "cometapi help --max-tokens", "help": "What an option does, and which commands have it."},
        {"run": "cometapi help 429", "help": "What an HTTP status or an exit code means, and what to do."},
    ],
}

COMMAND = whole(DATA, SETS)
