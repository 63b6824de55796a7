"""cometapi history, as spec/commands/history.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history",
    "summary": "List conversations and calls kept on this machine.",
    "description": "Lists conversations with models, the most recently used first; a single call is a conversation of one turn. Costs are estimates at catalog prices. See cometapi help past, and cometapi help privacy for what is kept and how to keep less.",
    "effect": "read",
    "cost": "free",
    "run": "history:listed",
    "withheld": "shows what was said in other conversations",
    "arguments": {
        "all": {
            "flags": ["--all"],
            "does": "all",
            "switch": "on",
            "excludes": ["limit"],
            "help": "Print all conversations instead of the newest 50.",
        },
    },
    "use": ["output", "shape", "order", "limit", "detail", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "title", "title": "Title", "value": ("title",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always", "priority": 2},
            {
                "name": "used_at",
                "title": "Last used",
                "value": ("used_at",),
                "show": "always",
                "format": {"kind": "time"},
                "priority": 1,
            },
            {
                "name": "turns",
                "title": "Turns",
                "value": ("turns",),
                "show": "always",
                "format": {"kind": "count"},
                "priority": 3,
            },
            {
                "name": "cost_usd",
                "title": "Cost",
                "value": ("cost_usd",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {"name": "name", "title": "Name", "value": ("name",), "show": "machines"},
            {"name": "command", "title": "Command", "value": ("command",), "show": "detail"},
            {"name": "state", "title": "State", "value": ("state",), "show": "detail"},
            {
                "name": "started_at",
                "title": "Started",
                "value": ("started_at",),
                "show": "detail",
                "format": {"kind": "time"},
            },
            {"name": "forked_from", "title": "Forked from", "value": ("forked_from",), "show": "detail"},
            {
                "name": "unpriced",
                "title": "Unpriced",
                "value": ("unpriced",),
                "show": "machines",
                "format": {"kind": "count"},
            },
        ],
    },
    "examples": [
        {
            "run": "cometapi history",
            "help": "The newest conversations, with the ID by which each is shown or continued.",
        },
        {
            "run": "cometapi history --where 'model~claude' --sort cost_usd:desc --limit 10",
            "help": "The ten most expensive conversations with a Claude model.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
