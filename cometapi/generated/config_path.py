"""cometapi config path, as spec/commands/config-path.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config path",
    "summary": "Print the path of the config file.",
    "effect": "read",
    "cost": "free",
    "run": "config:path",
    "arguments": {},
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "path", "title": "Path", "value": ("path",), "show": "always"},
            {"name": "exists", "title": "Exists", "value": ("exists",), "show": "always", "format": {"kind": "yes_no"}},
        ],
    },
    "examples": [{"run": 'cat "$(cometapi config path)"', "help": "Show the contents of the file."}],
}

COMMAND = whole(DATA, SETS)
