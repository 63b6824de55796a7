"""cometapi completion bash, as spec/commands/completion-bash.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "completion bash",
    "summary": "Print the completion script for bash.",
    "description": "The script completes commands, options, and their values: choices, files, models, profiles, settings. To install it permanently, see completion install.",
    "effect": "read",
    "cost": "free",
    "run": "completion:show",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [{"run": "source <(cometapi completion bash)", "help": "Enable completion in the current bash."}],
}

COMMAND = whole(DATA, SETS)
