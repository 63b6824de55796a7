"""cometapi video list, as spec/commands/video-list.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video list",
    "summary": "List videos started on this machine.",
    "description": "Reads the record that this machine keeps, newest first, because the service has no list. The state is started until a wait or a download on this machine has found the video done or failed. For videos started elsewhere, see tasks.",
    "effect": "read",
    "cost": "free",
    "run": "creations:listed",
    "arguments": {},
    "use": ["output", "shape", "order", "limit", "detail", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "time", "title": "Time", "value": ("time",), "show": "always", "format": {"kind": "time"}},
            {"name": "id", "title": "ID", "value": ("task",), "show": "always"},
            {"name": "state", "title": "State", "value": ("state",), "show": "always", "priority": 1},
            {"name": "command", "title": "Command", "value": ("command",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "continue_with", "title": "Continue with", "value": ("continue_with",), "show": "detail"},
            {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "detail"},
            {"name": "key_hint", "title": "Key", "value": ("key_hint",), "show": "detail"},
        ],
    },
    "examples": [{"run": "cometapi video list", "help": "List your videos."}],
}

COMMAND = whole(DATA, SETS)
