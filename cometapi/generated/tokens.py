"""cometapi tokens, as spec/commands/tokens.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tokens",
    "summary": "List and search your API keys.",
    "description": "Lists the API keys of the account (the service calls them tokens), newest first. Keys are masked except for their last four characters in every format; --show-keys prints them whole.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "search": {
            "flags": ["--search", "-s"],
            "metavar": "TEXT",
            "to": ("query", "keyword"),
            "selects": {"in": ("name",)},
            "help": "Only keys whose name contains TEXT.",
        },
        "show_keys": {
            "flags": ["--show-keys"],
            "withheld": "shows keys",
            "switch": "on",
            "help": "Print the keys in full, where others may see them.",
        },
    },
    "use": [
        "detail",
        "output",
        "shape",
        "reply",
        "file",
        "order",
        "paging",
        "page",
        "network",
        "looking",
        "everywhere",
    ],
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
    "samples": [{"file": "tokens.json", "status": 200, "media_type": "application/json"}],
    "routes": [
        {
            "given": "search",
            "request": {"method": "GET", "service": "root", "path": "/api/token/search", "credential": "access_token"},
        },
        {"request": {"method": "GET", "service": "root", "path": "/api/token/", "credential": "access_token"}},
    ],
    "examples": [
        {"run": "cometapi tokens", "help": "The newest keys."},
        {"run": "cometapi tokens --search ci --json", "help": "Keys with ci in their name, for a script."},
    ],
}

COMMAND = whole(DATA, SETS)
