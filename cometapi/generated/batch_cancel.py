"""cometapi batch cancel, as spec/commands/batch-cancel.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch cancel",
    "summary": "Stop a running batch.",
    "description": "The run sends no more rows, waits for the requests that are in progress, and ends. Run the same batch again to continue it.",
    "effect": "write",
    "cost": "free",
    "run": "batch.watching:cancel",
    "withheld": "works on files of this machine",
    "arguments": {
        "results": {
            "does": "results",
            "metavar": "RESULTS",
            "complete": "$files",
            "help": "File of the batch's results.",
        },
    },
    "use": ["everywhere"],
    "examples": [{"run": "cometapi batch cancel results.jsonl", "help": "From another terminal."}],
}

COMMAND = whole(DATA, SETS)
