"""cometapi config set, as spec/commands/config-set.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config set",
    "summary": "Store one setting in the config file.",
    "description": "Checks the value and stores it. A secret is better not given as an argument, where the process list and the shell's history see it: without VALUE it is asked for, unseen; with - it is read from a pipe. With --profile NAME the setting is stored in that profile, which begins with its first setting.",
    "effect": "write",
    "cost": "free",
    "run": "config:set_value",
    "arguments": {
        "key": {"does": "setting", "choices": "$settings", "metavar": "KEY", "help": "Which setting."},
        "value": {
            "does": "setting_value",
            "optional": True,
            "complete": "$values",
            "metavar": "VALUE",
            "help": "The new value, or - to read it from a pipe; asked for when left out.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi config set default_model claude-sonnet-4-6", "help": "Ask Claude from now on."},
        {"run": "cometapi config set api_key", "help": "Asks for the key, unseen."},
        {"run": "cometapi config set api_key --profile work", "help": "Another key for another account."},
        {
            "run": 'cometapi config set api_key_command "pass show comet"',
            "help": "Nothing secret in the file: pass is asked when the key is needed.",
        },
        {"run": "pass show comet | cometapi config set api_key -", "help": "Takes the key from a password manager."},
    ],
}

COMMAND = whole(DATA, SETS)
