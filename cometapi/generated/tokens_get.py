"""cometapi tokens get, as spec/commands/tokens-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tokens get",
    "summary": "Show one API key.",
    "description": "Only the last four characters of the key are shown; --show-keys prints it in full.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "id": {
            "metavar": "ID",
            "type": "integer",
            "to": ("path", "id"),
            "help": "ID of the API key, as listed by cometapi tokens.",
        },
        "show_keys": {
            "flags": ["--show-keys"],
            "withheld": "shows keys",
            "switch": "on",
            "help": "Print the key in full, where others may see it.",
        },
    },
    "use": ["detail", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/token/{id}", "credential": "access_token"},
    "response": {
        "is": "record",
        "protocol": "account",
        "record": ("data",),
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "name", "title": "Name", "value": ("name",), "show": "always"},
            {
                "name": "key",
                "title": "Key",
                "value": ("key",),
                "show": "always",
                "format": {"kind": "secret"},
                "reveal": "show_keys",
            },
            {
                "name": "status",
                "title": "Status",
                "value": ("status",),
                "show": "always",
                "words": {1: "active", 2: "disabled", 3: "expired", 4: "exhausted"},
            },
            {
                "name": "balance",
                "title": "Balance",
                "value": ("remain_quota",),
                "show": "always",
                "format": {"kind": "money", "divide": 500000},
                "unlimited": ("unlimited_quota",),
            },
            {
                "name": "used",
                "title": "Used",
                "value": ("used_quota",),
                "show": "always",
                "format": {"kind": "money", "divide": 500000},
            },
            {
                "name": "expires",
                "title": "Expires",
                "value": ("expired_time",),
                "show": "always",
                "format": {"kind": "time", "never": [-1, 0], "never_word": "never"},
            },
            {
                "name": "last_used",
                "title": "Last used",
                "value": ("accessed_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "created",
                "title": "Created",
                "value": ("created_time",),
                "show": "always",
                "format": {"kind": "time"},
            },
            {"name": "group", "title": "Group", "value": ("group",), "show": "detail"},
            {
                "name": "models",
                "title": "Models",
                "value": ("model_limits",),
                "show": "detail",
                "format": {"kind": "list"},
            },
            {
                "name": "allowed_ips",
                "title": "Allowed ips",
                "value": ("allow_ips",),
                "show": "detail",
                "type": "string",
            },
        ],
    },
    "samples": [
        {"file": "token-missing.json", "when": "id && id != '13'", "status": 200, "media_type": "application/json"},
        {"file": "token.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi tokens get 13", "help": "See when a key was last used."}],
}

COMMAND = whole(DATA, SETS)
