"""cometapi completion zsh, as spec/commands/completion-zsh.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion zsh",
    "summary": "Print the completion script for zsh.",
    "description": "The script completes commands, options, and their values: choices, files, models, profiles, settings. To install it permanently, see completion install.",
    "effect": "read",
    "cost": "free",
    "run": "completion:show",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [{"run": "source <(cometapi completion zsh)", "help": "Enable completion in the current zsh."}],
}

COMMAND = whole(DATA, SETS)
