"""cometapi batch status, as spec/commands/batch-status.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch status",
    "summary": "Show how a batch gets on.",
    "description": "Shows the numbers of a run while it is running, and what became of the rows when it has ended. Reads the files beside RESULTS and sends no request.",
    "effect": "read",
    "cost": "free",
    "run": "batch.watching:status",
    "arguments": {
        "results": {
            "does": "results",
            "metavar": "RESULTS",
            "complete": "$files",
            "help": "File of the batch's results.",
        },
    },
    "use": ["output", "shape", "detail", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "state", "title": "State", "value": ("state",), "show": "always", "priority": 1},
            {"name": "rows", "title": "Rows", "value": ("rows",), "show": "always", "format": {"kind": "count"}},
            {"name": "done", "title": "Done", "value": ("done",), "show": "always", "format": {"kind": "count"}},
            {
                "name": "in_progress",
                "title": "In progress",
                "value": ("in_progress",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {"name": "failed", "title": "Failed", "value": ("failed",), "show": "always", "format": {"kind": "count"}},
            {
                "name": "unknown",
                "title": "Unknown",
                "value": ("unknown",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "rows_per_second",
                "title": "Rows per second",
                "value": ("rows_per_second",),
                "show": "detail",
                "type": "number",
            },
            {
                "name": "cost_usd_estimate",
                "title": "Cost (estimate)",
                "value": ("cost_usd_estimate",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {
                "name": "seconds_left",
                "title": "Time left",
                "value": ("seconds_left",),
                "show": "always",
                "format": {"kind": "duration", "unit": "s"},
            },
            {"name": "limits", "title": "Limits", "value": ("limits",), "show": "machines", "type": "object"},
            {"name": "results", "title": "Results", "value": ("results",), "show": "always", "priority": 2},
        ],
    },
    "examples": [{"run": "cometapi batch status results.jsonl", "help": "How far it is."}],
}

COMMAND = whole(DATA, SETS)
