"""cometapi completion install, as spec/commands/completion-install.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion install",
    "summary": "Put the completion script where your shell looks.",
    "description": "Writes the script of the named shell, or of the one that you log in with, into the folder of your home where that shell looks, and says what is left to do. No other file is changed; for PowerShell, which has no such folder, it prints the line for your profile. Run it again after an upgrade.",
    "effect": "write",
    "cost": "free",
    "run": "completion:install",
    "arguments": {
        "shell": {
            "does": "shell",
            "optional": True,
            "choices": ["bash", "zsh", "fish", "powershell"],
            "metavar": "SHELL",
            "help": "Which shell; yours when left out.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi completion install", "help": "For the shell that you log in with."},
        {"run": "cometapi completion install fish", "help": "For fish."},
    ],
}

COMMAND = whole(DATA, SETS)
