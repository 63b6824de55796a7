"""cometapi stats, as spec/commands/stats.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "stats",
    "summary": "Show the usage of the current month.",
    "description": "Requests, cost and success rate of the current month, how requests and cost have changed against the period before, and how many days the balance will last at this rate.",
    "effect": "read",
    "cost": "free",
    "arguments": {},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/user/self/stats", "credential": "access_token"},
    "response": {
        "is": "record",
        "protocol": "account",
        "record": ("data",),
        "columns": [
            {
                "name": "requests",
                "title": "Requests",
                "value": ("month_req_count",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "requests_change",
                "title": "Change of requests",
                "value": ("req_rate",),
                "show": "always",
                "format": {"kind": "percent"},
            },
            {
                "name": "usage_usd",
                "title": "Usage",
                "value": ("month_usage",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {
                "name": "usage_change",
                "title": "Change of usage",
                "value": ("usage_rate",),
                "show": "always",
                "format": {"kind": "percent"},
            },
            {
                "name": "success_rate",
                "title": "Success rate",
                "value": ("month_success_rate",),
                "show": "always",
                "format": {"kind": "percent"},
            },
            {
                "name": "predicted_days_left",
                "title": "Days left",
                "value": ("predicted_days",),
                "show": "always",
                "format": {"kind": "count"},
            },
        ],
    },
    "samples": [{"file": "stats.json", "status": 200, "media_type": "application/json"}],
    "examples": [{"run": "cometapi stats", "help": "This month's usage and cost."}],
}

COMMAND = whole(DATA, SETS)
