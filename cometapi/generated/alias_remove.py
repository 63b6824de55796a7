"""cometapi alias remove, as spec/commands/alias-remove.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "alias remove",
    "summary": "Remove an alias.",
    "effect": "write",
    "cost": "free",
    "run": "alias:remove",
    "withheld": "changes the names that other calls use",
    "arguments": {"name": {"does": "alias", "complete": "$aliases", "metavar": "NAME", "help": "Name of the alias."}},
    "use": ["everywhere"],
    "examples": [{"run": "cometapi alias remove tr", "help": "The name means nothing any more."}],
}

COMMAND = whole(DATA, SETS)
