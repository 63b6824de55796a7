"""cometapi history cost, as spec/commands/history-cost.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history cost",
    "summary": "Sum up the cost of the calls in the history.",
    "description": "Sums up what the calls in the history cost, estimated at catalog prices. cometapi stats and cometapi logs show what the service charged, also for calls that were not kept or were deleted.",
    "effect": "read",
    "cost": "free",
    "run": "history:cost",
    "arguments": {
        "by": {
            "flags": ["--by"],
            "does": "by",
            "choices": ["model", "day", "key"],
            "default": "model",
            "metavar": "WHAT",
            "help": "Sum up by model, by day, or by the key that paid.",
        },
    },
    "use": ["output", "shape", "order", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "day", "title": "Day", "value": ("day",), "show": "always"},
            {"name": "key", "title": "Key", "value": ("key",), "show": "always"},
            {"name": "calls", "title": "Calls", "value": ("calls",), "show": "always", "format": {"kind": "count"}},
            {
                "name": "cost_usd",
                "title": "Cost",
                "value": ("cost_usd",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {
                "name": "unpriced",
                "title": "Unpriced",
                "value": ("unpriced",),
                "show": "always",
                "format": {"kind": "count"},
            },
        ],
    },
    "examples": [
        {"run": "cometapi history cost", "help": "What each model cost."},
        {"run": "cometapi history cost --by day --json", "help": "Each day's calls and their estimated cost."},
    ],
}

COMMAND = whole(DATA, SETS)
