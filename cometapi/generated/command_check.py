"""cometapi command check, as spec/commands/command-check.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "command check",
    "summary": "Check the file of a command, or all of yours.",
    "description": "Prints each finding as FILE:LINE: KEY: SENTENCE, and exits with 1 where there is one. Nothing is sent.",
    "effect": "read",
    "cost": "free",
    "run": "command:check",
    "arguments": {
        "file": {
            "does": "command_file",
            "optional": True,
            "complete": "$files",
            "metavar": "FILE",
            "help": "File to check; without it, every file in the config folder.",
        },
    },
    "use": ["file", "everywhere"],
    "examples": [
        {"run": "cometapi command check pets-list.yaml", "help": "Check a file before it is added."},
        {"run": "cometapi command check", "help": "Check all of your commands."},
    ],
}

COMMAND = whole(DATA, SETS)
