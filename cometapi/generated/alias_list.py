"""cometapi alias list, as spec/commands/alias-list.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "alias list",
    "summary": "List your aliases.",
    "effect": "read",
    "cost": "free",
    "run": "alias:listed",
    "arguments": {},
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "alias", "title": "Alias", "value": ("alias",), "show": "always"},
            {"name": "kind", "title": "Kind", "value": ("kind",), "show": "always"},
            {"name": "value", "title": "Stands for", "value": ("value",), "show": "always"},
        ],
    },
    "examples": [{"run": "cometapi alias list", "help": "What each name stands for."}],
}

COMMAND = whole(DATA, SETS)
