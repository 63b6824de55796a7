"""cometapi command add, as spec/commands/command-add.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "command add",
    "summary": "Add a command of your own from a YAML file.",
    "description": "Checks the file, says what the command may do (where it sends what, with which key, what it changes and costs), and copies it with its sample replies to the config folder once you agree. You are asked again when the file or a sample has changed. See help own-commands.",
    "effect": "write",
    "cost": "free",
    "run": "adding:add",
    "withheld": "changes the commands of this machine",
    "arguments": {
        "file": {
            "does": "command_file",
            "complete": "$files",
            "metavar": "FILE",
            "help": "File of the command; a file in the config folder is only trusted.",
        },
        "digest": {
            "flags": ["--digest"],
            "does": "digest",
            "metavar": "HEX",
            "help": "Agree without a prompt, if the file and its samples have this digest (16 digits or more), as the refusal of an untrusted command says it.",
        },
        "force": {"flags": ["--force"], "does": "force", "switch": "on", "help": "Replace a command of the same name."},
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {
            "run": "cometapi command add pets-list.yaml",
            "help": "Add a command, after a prompt that says what it may do.",
        },
        {"run": "cometapi command add pets-list.yaml --yes", "help": "In a script, for a file that you have read."},
    ],
}

COMMAND = whole(DATA, SETS)
