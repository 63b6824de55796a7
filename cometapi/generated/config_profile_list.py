"""cometapi config profile list, as spec/commands/config-profile-list.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config profile list",
    "summary": "List the profiles and their settings.",
    "effect": "read",
    "cost": "free",
    "run": "profiles:listed",
    "arguments": {},
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "profile", "title": "Profile", "value": ("profile",), "show": "always"},
            {"name": "in_use", "title": "In use", "value": ("in_use",), "show": "always", "format": {"kind": "yes_no"}},
            {"name": "api_key", "title": "API key", "value": ("api_key",), "show": "always"},
            {"name": "access_token", "title": "Access token", "value": ("access_token",), "show": "always"},
            {"name": "base_url", "title": "Base URL", "value": ("base_url",), "show": "always"},
            {"name": "default_model", "title": "Default model", "value": ("default_model",), "show": "always"},
        ],
    },
    "examples": [{"run": "cometapi config profile list", "help": "Only the last four characters of keys are shown."}],
}

COMMAND = whole(DATA, SETS)
