"""cometapi completion fish, as spec/commands/completion-fish.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion fish",
    "summary": "Print the completion script for fish.",
    "description": "The script completes commands, options, and their values: choices, files, models, profiles, settings. To install it permanently, see completion install.",
    "effect": "read",
    "cost": "free",
    "run": "completion:show",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [{"run": "cometapi completion fish | source", "help": "Enable completion in the current fish."}],
}

COMMAND = whole(DATA, SETS)
