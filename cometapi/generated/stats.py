"""cometapi stats, as spec/commands/stats.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "stats",
    "summary": "Show the usage of the current month.",
    "description": "Requests, cost and success rate of the current month, how requests and cost have changed against the period before, and how many days the balance will last at this rate. --by adds up the usage logs instead: by model, by API key, or by day.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "by": {
            "flags": ["--by"],
            "choices": ["model", "key", "day"],
            "metavar": "WHAT",
            "help": "Add up requests, tokens and cost by model, API key or day, from at most 10,000 entries of the logs.",
        },
        "start": {
            "flags": ["--start"],
            "type": "timestamp",
            "at_most": "end",
            "default": "month",
            "needs": {"by": None},
            "to": ("query", "start_timestamp"),
            "metavar": "DATE",
            "help": "Only entries at or after DATE: 2026-01-31, month, today, 7d.",
        },
        "end": {
            "flags": ["--end"],
            "type": "end_timestamp",
            "needs": {"by": None},
            "to": ("query", "end_timestamp"),
            "metavar": "DATE",
            "help": "Only entries at or before DATE; a day counts to its end.",
        },
    },
    "use": ["limit", "output", "shape", "reply", "file", "order", "network", "looking", "everywhere"],
    "routes": [
        {
            "given": "by",
            "request": {
                "method": "GET",
                "service": "root",
                "path": "/api/log/self",
                "credential": "access_token",
                "query": {"type": "2"},
            },
            "pages": {
                "by": "number",
                "size": ("query", "page_size"),
                "largest": 100,
                "to": ("query", "p"),
                "total": ("data", "total"),
            },
            "response": {
                "is": "rows",
                "protocol": "account",
                "rows": [("data", "items"), ("data",)],
                "groups": {"by": "by", "order": {"model": "usage_usd:desc", "key": "usage_usd:desc", "day": "day"}},
                "columns": [
                    {"name": "model", "title": "Model", "value": ("model_name",), "show": "always"},
                    {"name": "key", "title": "Key", "value": ("token_name",), "show": "always"},
                    {
                        "name": "day",
                        "title": "Day",
                        "value": ("created_at",),
                        "show": "always",
                        "format": {"kind": "day"},
                    },
                    {
                        "name": "requests",
                        "title": "Requests",
                        "value": (),
                        "show": "always",
                        "format": {"kind": "count"},
                        "total": "count",
                    },
                    {
                        "name": "prompt_tokens",
                        "title": "In",
                        "value": ("prompt_tokens",),
                        "show": "always",
                        "format": {"kind": "count"},
                        "total": "sum",
                    },
                    {
                        "name": "completion_tokens",
                        "title": "Out",
                        "value": ("completion_tokens",),
                        "show": "always",
                        "format": {"kind": "count"},
                        "total": "sum",
                    },
                    {
                        "name": "usage_usd",
                        "title": "Usage",
                        "value": ("quota",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                        "total": "sum",
                    },
                ],
            },
            "samples": [{"file": "logs.json", "status": 200, "media_type": "application/json"}],
        },
        {
            "request": {
                "method": "GET",
                "service": "root",
                "path": "/api/user/self/stats",
                "credential": "access_token",
            },
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
        },
    ],
    "examples": [
        {"run": "cometapi stats", "help": "This month's usage and cost."},
        {"run": "cometapi stats --by model", "help": "This month's usage by model."},
        {
            "run": "cometapi stats --by day --start 2026-01-01 --format csv",
            "help": "Usage of each day since New Year as CSV.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
