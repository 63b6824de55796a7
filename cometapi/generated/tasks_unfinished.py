"""cometapi tasks unfinished, as spec/commands/tasks-unfinished.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks unfinished",
    "summary": "List unfinished tasks started on this machine.",
    "description": "Lists tasks for whose end this machine has not waited yet (state started), and requests whose reply was lost (state unknown), which tasks adopt can look for. Reads the record that this machine keeps and sends no request.",
    "effect": "read",
    "cost": "free",
    "run": "creations:unfinished",
    "arguments": {},
    "use": ["output", "shape", "order", "limit", "detail", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "time", "title": "Time", "value": ("time",), "show": "always", "format": {"kind": "time"}},
            {"name": "state", "title": "State", "value": ("state",), "show": "always", "priority": 1},
            {"name": "task", "title": "Task", "value": ("task",), "show": "always"},
            {"name": "command", "title": "Command", "value": ("command",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "continue_with", "title": "Continue with", "value": ("continue_with",), "show": "detail"},
            {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "detail"},
            {"name": "error", "title": "Error", "value": ("error",), "show": "detail"},
            {"name": "key_hint", "title": "Key", "value": ("key_hint",), "show": "detail"},
            {"name": "look_up", "title": "Look up with", "value": ("look_up",), "show": "detail"},
        ],
    },
    "examples": [
        {"run": "cometapi tasks unfinished", "help": "List running tasks and requests that may have been charged."},
    ],
}

COMMAND = whole(DATA, SETS)
