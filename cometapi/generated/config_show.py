"""cometapi config show, as spec/commands/config-show.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config show",
    "summary": "Show every setting, where its value comes from and what it overrides.",
    "effect": "read",
    "cost": "free",
    "run": "config:show",
    "arguments": {},
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
    "examples": [{"run": "cometapi config show", "help": "Only the last four characters of secrets are shown."}],
}

COMMAND = whole(DATA, SETS)
