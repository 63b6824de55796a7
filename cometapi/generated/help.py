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
            "choices": "$help",
            "metavar": "SUBJECT",
            "help": "A command, or a topic.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi help model info", "help": "The same as cometapi model info --help."},
        {"run": "cometapi help exit-codes", "help": "What each exit code means."},
    ],
}

COMMAND = whole(DATA, SETS)
