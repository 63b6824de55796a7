"""cometapi config set, as spec/commands/config-set.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config set",
    "summary": "Store one setting in the config file.",
    "description": "Checks the value and stores it. Do not pass a secret as an argument, where the process list and the shell's history show it: without VALUE you are prompted for it, and with - it is read from a pipe. With --profile NAME the setting is stored in that profile, which is created if necessary.",
    "effect": "write",
    "cost": "free",
    "run": "config:set_value",
    "withheld": "changes settings and keys",
    "arguments": {
        "key": {"does": "setting", "choices": "$settings", "metavar": "KEY", "help": "Name of the setting."},
        "value": {
            "does": "setting_value",
            "optional": True,
            "complete": "$values",
            "metavar": "VALUE",
            "help": "The new value, or - to read it from a pipe. Without it you are prompted.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi config set default_model claude-sonnet-4-6", "help": "Use Claude by default."},
        {"run": "cometapi config set api_key", "help": "Prompt for the key without showing it."},
        {"run": "cometapi config set api_key --profile work", "help": "A second key, for another account."},
        {
            "run": 'cometapi config set api_key_command "pass show comet"',
            "help": "Keep the key in pass, which is run when the key is needed.",
        },
        {"run": "pass show comet | cometapi config set api_key -", "help": "Read the key from a password manager."},
    ],
}

COMMAND = whole(DATA, SETS)
