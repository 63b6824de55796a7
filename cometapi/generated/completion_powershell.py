"""cometapi completion powershell, as spec/commands/completion-powershell.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion powershell",
    "summary": "Print the completion script for PowerShell.",
    "description": "The script completes commands, options, and their values: choices, files, models, profiles, settings. To install it permanently, see completion install.",
    "effect": "read",
    "cost": "free",
    "run": "completion:show",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [
        {
            "run": "cometapi completion powershell | Out-String | Invoke-Expression",
            "help": "Enable completion in the current PowerShell.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
