"""cometapi batch limits, as spec/commands/batch-limits.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch limits",
    "summary": "Change the limits of a running batch.",
    "description": "The run takes over the given limits within a second.",
    "effect": "write",
    "cost": "free",
    "run": "batch.watching:limits",
    "withheld": "works on files of this machine",
    "arguments": {
        "results": {
            "does": "results",
            "metavar": "RESULTS",
            "complete": "$files",
            "help": "File of the batch's results.",
        },
    },
    "use": ["limits", "everywhere"],
    "examples": [{"run": "cometapi batch limits results.jsonl --parallel 50", "help": "More at once."}],
}

COMMAND = whole(DATA, SETS)
