"""cometapi completion install, as spec/commands/completion-install.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion install",
    "summary": "Install the completion script for your shell.",
    "description": "Writes the script for SHELL, or for your login shell, to the folder in your home where that shell looks for completions, and prints any remaining steps. No other file is changed; for PowerShell, which has no such folder, it prints the line to add to your profile. Run it again after an upgrade.",
    "effect": "write",
    "cost": "free",
    "run": "completion:install",
    "withheld": "changes the files of the shell",
    "arguments": {
        "shell": {
            "does": "shell",
            "optional": True,
            "choices": ["bash", "zsh", "fish", "powershell"],
            "metavar": "SHELL",
            "help": "Shell to install for. Default: your login shell.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi completion install", "help": "For your login shell."},
        {"run": "cometapi completion install fish", "help": "For fish."},
    ],
}

COMMAND = whole(DATA, SETS)
