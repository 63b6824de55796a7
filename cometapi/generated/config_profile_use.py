"""cometapi config profile use, as spec/commands/config-profile-use.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config profile use",
    "summary": "Make a profile the default.",
    "description": "Stores the setting profile at the top of the config file. The variable COMETAPI_PROFILE and the option --profile override it; default switches back to the keys outside of all profiles.",
    "effect": "write",
    "cost": "free",
    "run": "profiles:use",
    "withheld": "changes settings and keys",
    "arguments": {
        "name": {"does": "profile_name", "complete": "$profiles", "metavar": "NAME", "help": "Name of the profile."},
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi config profile use work", "help": "Switch to the profile work."},
        {"run": "cometapi config profile use default", "help": "Switch back to the keys outside of all profiles."},
    ],
}

COMMAND = whole(DATA, SETS)
