"""cometapi command list, as spec/commands/command-list.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "command list",
    "summary": "List your own commands.",
    "description": "The state is trusted, new (never agreed to), changed (since you agreed), broken (see command check), or hidden (a command of the program has the name).",
    "effect": "read",
    "cost": "free",
    "run": "command:listed",
    "arguments": {},
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "command", "title": "Command", "value": ("command",), "show": "always"},
            {"name": "summary", "title": "Summary", "value": ("summary",), "show": "always"},
            {"name": "effect", "title": "Effect", "value": ("effect",), "show": "always"},
            {"name": "cost", "title": "Cost", "value": ("cost",), "show": "always"},
            {"name": "host", "title": "Host", "value": ("host",), "show": "always"},
            {"name": "state", "title": "State", "value": ("state",), "show": "always"},
            {"name": "digest", "title": "Digest", "value": ("digest",), "show": "machines"},
            {"name": "path", "title": "Path", "value": ("path",), "show": "machines"},
        ],
    },
    "examples": [{"run": "cometapi command list", "help": "Names, what they do, and whether they are trusted."}],
}

COMMAND = whole(DATA, SETS)
