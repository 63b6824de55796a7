"""cometapi history export, as spec/commands/history-export.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history export",
    "summary": "Print all conversations as JSON, one on each line.",
    "description": "Prints every conversation, the oldest first, as the object that history show --json prints, on one line. A file that --output makes is readable by you alone.",
    "effect": "read",
    "cost": "free",
    "run": "history:export",
    "private": True,
    "withheld": "shows what was said in other conversations",
    "arguments": {},
    "use": ["file", "everywhere"],
    "examples": [{"run": "cometapi history export -o talks.jsonl", "help": "Everything in one file."}],
}

COMMAND = whole(DATA, SETS)
