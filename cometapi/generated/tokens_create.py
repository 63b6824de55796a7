"""cometapi tokens create, as spec/commands/tokens-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tokens create",
    "summary": "Create an API key.",
    "description": "The service does not return the new key; see it with: cometapi tokens --search NAME --show-keys. Without --quota the key may spend all that the account has.",
    "effect": "write",
    "cost": "free",
    "withheld": "creates a key",
    "arguments": {
        "name": {"metavar": "NAME", "to": ("body", "name"), "help": "Name of the key."},
        "quota": {
            "flags": ["--quota"],
            "type": "integer",
            "range": [1, None],
            "metavar": "UNITS",
            "to": ("body",),
            "as": {"unlimited_quota": False, "remain_quota": "$value"},
            "help": "Spending limit of the key, in units; 500,000 units are one dollar.",
        },
        "expires": {
            "flags": ["--expires"],
            "type": "future_timestamp",
            "metavar": "DATE",
            "to": ("body", "expired_time"),
            "help": "When the key expires: +30d, or a date such as 2027-01-31, at the end of that day in local time. Default: never.",
        },
        "models": {
            "flags": ["--models"],
            "metavar": "MODELS",
            "complete": "models",
            "to": ("body",),
            "as": {"model_limits_enabled": True, "model_limits": "$value"},
            "help": "The only models that it may call, separated by commas.",
        },
        "group": {
            "flags": ["--group", "-g"],
            "metavar": "GROUP",
            "to": ("body", "group"),
            "help": "Group of models and prices for the key.",
        },
        "allow_ips": {
            "flags": ["--allow-ips"],
            "metavar": "ADDRESSES",
            "to": ("body", "allow_ips"),
            "help": "IP addresses that may use the key, one per line. Default: all.",
        },
    },
    "use": ["network", "looking", "everywhere"],
    "request": {
        "method": "POST",
        "service": "root",
        "path": "/api/token/",
        "credential": "access_token",
        "body": {"expired_time": -1, "unlimited_quota": True, "remain_quota": 0},
    },
    "response": {"is": "nothing", "protocol": "account", "says": "API key {name} is created.", "columns": []},
    "samples": [{"file": "done.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": "cometapi tokens create ci --quota 500000 --expires +30d",
            "help": "A key with one dollar, valid for thirty days.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
