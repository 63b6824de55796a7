"""cometapi doctor, as spec/commands/doctor.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "doctor",
    "summary": "Check settings, network and keys, and suggest fixes.",
    "description": "Checks the config file and its permissions, the skills of coding agents, the keys and where they come from, the connection to the service step by step, and whether the service accepts the keys. Works with a broken config file, without one and without a network. Exits with 0 when there is no error, else with the code of the first error: 64 when a key is missing, 69 when the service cannot be reached, 77 when it refuses a key, 78 when the config file or a setting is wrong.",
    "effect": "read",
    "cost": "free",
    "run": "doctor.command:run",
    "arguments": {},
    "use": ["output", "shape", "network", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "check", "title": "Check", "value": ("check",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "detail", "title": "Detail", "value": ("detail",), "show": "always"},
            {"name": "advice", "title": "Advice", "value": ("advice",), "show": "always"},
        ],
    },
    "examples": [
        {"run": "cometapi doctor", "help": "The first thing to type when something does not work."},
        {"run": "cometapi doctor --json | jq '.[] | select(.status == \"error\")'", "help": "Only the errors."},
    ],
}

COMMAND = whole(DATA, SETS)
