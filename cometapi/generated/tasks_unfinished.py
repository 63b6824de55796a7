"""cometapi tasks unfinished, as spec/commands/tasks-unfinished.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks unfinished",
    "summary": "List what was begun from here and is not over yet.",
    "description": "Reads the journal of this machine: tasks that nobody has seen the end of, each with the command that goes on, and requests of which nobody knows whether the service has taken them (state unknown), which tasks adopt looks for. Nothing is asked of the service.",
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
            {"name": "goes_on", "title": "Go on with", "value": ("goes_on",), "show": "always"},
            {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "detail"},
            {"name": "error", "title": "Error", "value": ("error",), "show": "detail"},
            {"name": "key_hint", "title": "Key", "value": ("key_hint",), "show": "detail"},
            {"name": "look_up", "title": "Look up with", "value": ("look_up",), "show": "detail"},
        ],
    },
    "examples": [{"run": "cometapi tasks unfinished", "help": "What goes on, and what may have been paid for."}],
}

COMMAND = whole(DATA, SETS)
