"""cometapi balance, as spec/commands/balance.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "balance",
    "summary": "Show the balance of the account or of the API key.",
    "description": "Shows the account's remaining balance when an access token is set, else what the API key may still spend; the two limits are independent. --source chooses one of them.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "source": {
            "flags": ["--source", "-s"],
            "choices": ["account", "key", "token"],
            "metavar": "SOURCE",
            "help": "The whole account, or the API key; token is another word for key.",
        },
    },
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "routes": [
        {
            "when": {"source": "account"},
            "credential": "access_token",
            "request": {"method": "GET", "service": "root", "path": "/api/user/self", "credential": "access_token"},
            "response": {
                "is": "record",
                "protocol": "account",
                "record": ("data",),
                "columns": [
                    {
                        "name": "balance",
                        "title": "Balance",
                        "value": ("quota",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {
                        "name": "used",
                        "title": "Used",
                        "value": ("used_quota",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {
                        "name": "total_topped_up",
                        "title": "Total topped up",
                        "value": "[quota, used_quota]",
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {"name": "currency", "title": "Currency", "value": "'USD'", "show": "always"},
                    {"name": "source", "title": "Source", "value": "'account'", "show": "always"},
                ],
            },
            "samples": [{"file": "account.json", "status": 200, "media_type": "application/json"}],
        },
        {
            "request": {"method": "GET", "service": "root", "path": "/api/usage/token", "credential": "api_key"},
            "response": {
                "is": "record",
                "protocol": "account",
                "record": ("data",),
                "columns": [
                    {
                        "name": "balance",
                        "title": "Balance",
                        "value": ("total_available",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                        "unlimited": ("unlimited_quota",),
                    },
                    {
                        "name": "used",
                        "title": "Used",
                        "value": ("total_used",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {
                        "name": "total_topped_up",
                        "title": "Total topped up",
                        "value": ("total_granted",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                        "unlimited": ("unlimited_quota",),
                    },
                    {"name": "currency", "title": "Currency", "value": "'USD'", "show": "always"},
                    {"name": "source", "title": "Source", "value": "'key'", "show": "always"},
                ],
            },
            "samples": [{"file": "usage-token.json", "status": 200, "media_type": "application/json"}],
        },
    ],
    "examples": [
        {"run": "cometapi balance", "help": "The account's balance, or the key's without an access token."},
        {"run": "cometapi balance --source key --json | jq .balance", "help": "What the key may still spend."},
    ],
}

COMMAND = whole(DATA, SETS)
