"""cometapi config profile remove, as spec/commands/config-profile-remove.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config profile remove",
    "summary": "Remove a profile and its keys.",
    "effect": "destroy",
    "cost": "free",
    "run": "profiles:remove",
    "asks": "Remove the profile {name} with its keys?",
    "withheld": "changes settings and keys",
    "arguments": {
        "name": {"does": "profile_name", "complete": "$profiles", "metavar": "NAME", "help": "Name of the profile."},
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi config profile remove work", "help": "With a confirmation prompt."},
        {"run": "cometapi config profile remove work --yes", "help": "Without a confirmation prompt."},
    ],
}

COMMAND = whole(DATA, SETS)
