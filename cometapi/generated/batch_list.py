"""cometapi batch list, as spec/commands/batch-list.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch list",
    "summary": "List the batches that were run on this machine.",
    "description": "Lists batches by their results, the newest first. Reads files of this machine and sends no request.",
    "effect": "read",
    "cost": "free",
    "run": "batch.watching:listed",
    "arguments": {},
    "use": ["output", "shape", "order", "limit", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "state", "title": "State", "value": ("state",), "show": "always", "priority": 1},
            {"name": "rows", "title": "Rows", "value": ("rows",), "show": "always", "format": {"kind": "count"}},
            {"name": "done", "title": "Done", "value": ("done",), "show": "always", "format": {"kind": "count"}},
            {"name": "failed", "title": "Failed", "value": ("failed",), "show": "always", "format": {"kind": "count"}},
            {
                "name": "unknown",
                "title": "Unknown",
                "value": ("unknown",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "cost_usd_estimate",
                "title": "Cost (estimate)",
                "value": ("cost_usd_estimate",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {"name": "results", "title": "Results", "value": ("results",), "show": "always", "priority": 2},
        ],
    },
    "examples": [{"run": "cometapi batch list", "help": "Every batch whose files are still there."}],
}

COMMAND = whole(DATA, SETS)
