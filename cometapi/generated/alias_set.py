"""cometapi alias set, as spec/commands/alias-set.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "alias set",
    "summary": "Store a short name for a model or a command line.",
    "description": "A value that begins with a command is the beginning of a command line; it is split into words as a shell would do it, but nothing is expanded and no shell runs. Any other value is a model. Words that are typed after the alias replace its options; see help templates. A name that a command or a model of the catalog has is refused.",
    "effect": "write",
    "cost": "free",
    "run": "alias:set_value",
    "withheld": "changes the names that other calls use",
    "arguments": {
        "name": {"does": "alias", "complete": "$aliases", "metavar": "NAME", "help": "Name of the alias."},
        "value": {
            "does": "alias_value",
            "complete": "models",
            "metavar": "VALUE",
            "help": "A model, or a command line in quotes.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi alias set sonnet claude-sonnet-4-6", "help": "A short name of a model, for --model sonnet."},
        {
            "run": "cometapi alias set tr 'chat --model gpt-5.4 --system \"Translate to French.\"'",
            "help": 'A command line, for cometapi tr "Good morning".',
        },
    ],
}

COMMAND = whole(DATA, SETS)
