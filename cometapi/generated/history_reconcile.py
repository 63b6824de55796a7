"""cometapi history reconcile, as spec/commands/history-reconcile.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history reconcile",
    "summary": "Compare estimated costs with what was charged.",
    "description": "Looks up the answers in the history in the account's logs, by request ID, and prints the estimated cost of each beside what the service charged. Answers without an estimate or a request ID are left out. Of an answer that took several requests (tools, repairs), only the last one is found. Needs the access token.",
    "effect": "read",
    "cost": "free",
    "run": "reconcile:run",
    "arguments": {
        "since": {
            "flags": ["--since"],
            "does": "since",
            "type": "timestamp",
            "default": "7d",
            "metavar": "DATE",
            "help": "Only answers at or after DATE: 2026-01-31, today, 7d; in local time without a zone.",
        },
    },
    "use": ["output", "shape", "order", "limit", "network", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "time", "title": "Time", "value": ("time",), "show": "always", "format": {"kind": "time"}},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always", "priority": 1},
            {
                "name": "estimated_usd",
                "title": "Estimated",
                "value": ("estimated_usd",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {
                "name": "charged_usd",
                "title": "Charged",
                "value": ("charged_usd",),
                "show": "always",
                "format": {"kind": "money"},
                "priority": 2,
            },
            {
                "name": "difference_usd",
                "title": "Difference",
                "value": ("difference_usd",),
                "show": "always",
                "format": {"kind": "money"},
                "priority": 2,
            },
            {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "always"},
        ],
    },
    "examples": [
        {"run": "cometapi history reconcile", "help": "The answers of the last week."},
        {
            "run": 'cometapi history reconcile --since 30d --where "difference_usd!=0" --json',
            "help": "Where the estimate was wrong.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
