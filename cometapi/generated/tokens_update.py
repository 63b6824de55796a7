"""cometapi tokens update, as spec/commands/tokens-update.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tokens update",
    "summary": "Change an API key.",
    "description": "Reads the key first, because the service takes only whole records, and sends it back with what is given here; all else stays as it is.",
    "effect": "write",
    "cost": "free",
    "arguments": {
        "id": {
            "metavar": "ID",
            "type": "integer",
            "to": ("body", "id"),
            "help": "Id of the API key, as cometapi tokens lists it.",
        },
        "name": {"flags": ["--name"], "metavar": "NAME", "to": ("body", "name"), "help": "A new name."},
        "status": {
            "flags": ["--status"],
            "choices": {"active": 1, "disabled": 2},
            "to": ("body", "status"),
            "metavar": "STATUS",
            "help": "Turn the key off or on again.",
        },
        "quota": {
            "flags": ["--quota"],
            "type": "integer",
            "range": [0, None],
            "metavar": "UNITS",
            "keywords": {"unlimited": {"unlimited_quota": True}},
            "to": ("body",),
            "as": {"unlimited_quota": False, "remain_quota": "$value"},
            "help": "What the key may still spend, in units of which 500,000 are one dollar, or unlimited.",
        },
        "expires": {
            "flags": ["--expires"],
            "type": "future_timestamp",
            "metavar": "DATE",
            "keywords": {"never": -1},
            "to": ("body", "expired_time"),
            "as": "$value",
            "help": "When the key expires: +30d, a date such as 2027-01-31, or never.",
        },
        "models": {
            "flags": ["--models"],
            "metavar": "MODELS",
            "keywords": {"all": {"model_limits_enabled": False, "model_limits": ""}},
            "complete": "models",
            "to": ("body",),
            "as": {"model_limits_enabled": True, "model_limits": "$value"},
            "help": "The only models that it may call, separated by commas, or all.",
        },
        "group": {
            "flags": ["--group", "-g"],
            "metavar": "GROUP",
            "to": ("body", "group"),
            "help": "The group of models and prices that it belongs to.",
        },
        "allow_ips": {
            "flags": ["--allow-ips"],
            "metavar": "ADDRESSES",
            "keywords": {"all": ""},
            "to": ("body", "allow_ips"),
            "as": "$value",
            "help": "The only addresses from which it is taken, one a line, or all.",
        },
    },
    "use": ["network", "looking", "everywhere"],
    "request": {
        "method": "PUT",
        "service": "root",
        "path": "/api/token/",
        "credential": "access_token",
        "from": {
            "command": "tokens get",
            "give": {"id": "id"},
            "fields": [
                "name",
                "status",
                "expired_time",
                "remain_quota",
                "unlimited_quota",
                "model_limits_enabled",
                "model_limits",
                "allow_ips",
                "group",
                "cross_group_retry",
            ],
        },
    },
    "response": {"is": "nothing", "protocol": "account", "says": "API key {id} is changed.", "columns": []},
    "samples": [{"file": "done.json", "status": 200, "media_type": "application/json"}],
    "some": [["name", "status", "quota", "expires", "models", "group", "allow_ips"]],
    "examples": [
        {"run": "cometapi tokens update 13 --status disabled", "help": "Turn a key off without deleting it."},
        {
            "run": "cometapi tokens update 13 --quota 2500000 --expires never",
            "help": "Let it spend five more dollars, for as long as that takes.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
