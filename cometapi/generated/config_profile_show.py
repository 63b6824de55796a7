"""cometapi config profile show, as spec/commands/config-profile-show.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config profile show",
    "summary": "Show the settings of a profile, and where each comes from.",
    "description": "The same as config show --profile NAME. The default is the profile in use.",
    "effect": "read",
    "cost": "free",
    "run": "profiles:show",
    "arguments": {
        "name": {
            "does": "profile_name",
            "complete": "$profiles",
            "optional": True,
            "metavar": "NAME",
            "help": "Profile to show. Default: the one in use.",
        },
    },
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
    "examples": [
        {"run": "cometapi config profile show", "help": "The profile in use."},
        {"run": "cometapi config profile show default", "help": "The settings outside of all profiles."},
    ],
}

COMMAND = whole(DATA, SETS)
