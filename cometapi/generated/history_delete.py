"""cometapi history delete, as spec/commands/history-delete.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history delete",
    "summary": "Delete conversations.",
    "description": "Deletes conversations, and removes their text from the search index. This cannot be undone.",
    "effect": "destroy",
    "cost": "free",
    "run": "history:delete",
    "asks": "Delete the conversation {conversation}?",
    "withheld": "deletes what was said in other conversations",
    "arguments": {
        "conversation": {
            "does": "conversation",
            "metavar": "ID",
            "complete": "conversations",
            "repeat": True,
            "help": "IDs, as listed by cometapi history.",
        },
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi history delete q7k2m9xw4p", "help": "With a confirmation prompt."},
        {
            "run": "cometapi history delete q7k2m9xw4p b3c5d8e2f4 --yes",
            "help": "Two of them, without a confirmation prompt.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
