"""cometapi history show, as spec/commands/history-show.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history show",
    "summary": "Show a conversation.",
    "description": "Prints the messages and answers, rendered on a terminal and as Markdown elsewhere. With --json it is one object that --messages and /load read, with times, costs and request IDs beside the messages.",
    "effect": "read",
    "cost": "free",
    "run": "history:show",
    "withheld": "shows what was said in other conversations",
    "arguments": {
        "conversation": {
            "does": "conversation",
            "metavar": "ID",
            "complete": "conversations",
            "optional": True,
            "help": "ID, the beginning of one, or a name. Default: the last conversation.",
        },
        "markdown": {
            "flags": ["--markdown"],
            "stands_for": ("format", "markdown"),
            "help": "Print Markdown, also on a terminal; short for --format markdown.",
        },
    },
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "title", "title": "Title", "value": ("title",), "show": "always"},
            {"name": "name", "title": "Name", "value": ("name",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "protocol", "title": "Protocol", "value": ("protocol",), "show": "always"},
            {"name": "exported_at", "title": "Exported at", "value": ("exported_at",), "show": "always"},
            {
                "name": "started_at",
                "title": "Started",
                "value": ("started_at",),
                "show": "always",
                "format": {"kind": "time"},
            },
            {
                "name": "used_at",
                "title": "Last used",
                "value": ("used_at",),
                "show": "always",
                "format": {"kind": "time"},
            },
            {"name": "forked_from", "title": "Forked from", "value": ("forked_from",), "show": "always"},
            {"name": "turns", "title": "Turns", "value": ("turns",), "show": "always", "format": {"kind": "count"}},
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
            {
                "name": "messages",
                "title": "Messages",
                "value": ("messages",),
                "show": "always",
                "type": "object",
                "list": True,
            },
            {
                "name": "refused",
                "title": "Refused",
                "value": ("refused",),
                "show": "always",
                "type": "object",
                "list": True,
            },
        ],
    },
    "examples": [
        {"run": "cometapi history show", "help": "The last conversation."},
        {
            "run": "cometapi history show q7k --json > talk.json",
            "help": "For a script, or to continue it with --messages.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
