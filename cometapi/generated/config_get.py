"""cometapi config get, as spec/commands/config-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config get",
    "summary": "Print the value of one setting.",
    "description": "Prints the value that a command would use now, whether it comes from the environment, the file or the default. Only the last four characters of a secret are shown. Exits with 64 when the setting has no value.",
    "effect": "read",
    "cost": "free",
    "run": "config:get",
    "withheld": "may show a key",
    "arguments": {"key": {"does": "setting", "choices": "$settings", "metavar": "KEY", "help": "Name of the setting."}},
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "setting", "title": "Setting", "value": ("setting",), "show": "always"},
            {"name": "value", "title": "Value", "value": ("value",), "show": "always", "type": "any"},
            {"name": "origin", "title": "Source", "value": ("origin",), "show": "always"},
            {
                "name": "shadows",
                "title": "Overrides",
                "value": ("shadows",),
                "show": "always",
                "format": {"kind": "list"},
            },
        ],
    },
    "examples": [{"run": "cometapi config get default_model", "help": "The model that chat asks."}],
}

COMMAND = whole(DATA, SETS)
