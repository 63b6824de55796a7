"""cometapi account, as spec/commands/account.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "account",
    "summary": "Show your account.",
    "effect": "read",
    "cost": "free",
    "arguments": {},
    "use": ["detail", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/user/self", "credential": "access_token"},
    "response": {
        "is": "record",
        "protocol": "account",
        "record": ("data",),
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "username", "title": "Username", "value": ("username",), "show": "always"},
            {"name": "display_name", "title": "Display name", "value": ("display_name",), "show": "always"},
            {"name": "email", "title": "Email", "value": ("email",), "show": "always"},
            {
                "name": "role",
                "title": "Role",
                "value": ("role",),
                "show": "always",
                "words": {0: "guest", 1: "user", 10: "administrator", 100: "root"},
            },
            {
                "name": "status",
                "title": "Status",
                "value": ("status",),
                "show": "always",
                "words": {1: "enabled", 2: "disabled"},
            },
            {"name": "group", "title": "Group", "value": ("group",), "show": "always"},
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
                "name": "request_count",
                "title": "Requests",
                "value": ("request_count",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {"name": "invitation_code", "title": "Invitation code", "value": ("aff_code",), "show": "detail"},
            {
                "name": "invited",
                "title": "Invited",
                "value": ("aff_count",),
                "show": "detail",
                "format": {"kind": "count"},
            },
        ],
    },
    "samples": [{"file": "account.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi account", "help": "Name, group and balance of the account."},
        {"run": "cometapi account --json | jq .email", "help": "One field for a script."},
    ],
}

COMMAND = whole(DATA, SETS)
