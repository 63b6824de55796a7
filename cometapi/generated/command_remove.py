"""cometapi command remove, as spec/commands/command-remove.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "command remove",
    "summary": "Remove a command of your own.",
    "description": "Deletes its file and the sample replies that no other command of yours uses. This cannot be undone.",
    "effect": "destroy",
    "cost": "free",
    "run": "command:remove",
    "asks": "Remove the command {command}?",
    "withheld": "changes the commands of this machine",
    "arguments": {
        "command": {
            "does": "command_words",
            "repeat": True,
            "complete": "$own_commands",
            "metavar": "COMMAND",
            "help": "Words of the command, as listed by cometapi command list.",
        },
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi command remove pets list", "help": "With a confirmation prompt."},
        {"run": "cometapi command remove pets list --yes", "help": "Without one."},
    ],
}

COMMAND = whole(DATA, SETS)
