"""cometapi config unset, as spec/commands/config-unset.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config unset",
    "summary": "Remove one setting from the config file.",
    "effect": "write",
    "cost": "free",
    "run": "config:unset_value",
    "withheld": "changes settings and keys",
    "arguments": {"key": {"does": "setting", "choices": "$settings", "metavar": "KEY", "help": "Name of the setting."}},
    "use": ["everywhere"],
    "examples": [{"run": "cometapi config unset default_model", "help": "Use the default again."}],
}

COMMAND = whole(DATA, SETS)
