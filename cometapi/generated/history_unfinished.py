"""cometapi history unfinished, as spec/commands/history-unfinished.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "history unfinished",
    "summary": "List calls that got no answer.",
    "description": "Lists calls that were sent and have no answer here: interrupted, cut off, or still running. The service may have charged for them; each record has the command that looks the call up in the service's logs. Calls that were not kept are not listed.",
    "effect": "read",
    "cost": "free",
    "run": "history:unfinished",
    "withheld": "shows what was said in other conversations",
    "arguments": {},
    "use": ["output", "shape", "order", "limit", "detail", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "time", "title": "Time", "value": ("time",), "show": "always", "format": {"kind": "time"}},
            {"name": "state", "title": "State", "value": ("state",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "prompt", "title": "Prompt", "value": ("prompt",), "show": "always"},
            {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "always", "priority": 1},
            {"name": "command", "title": "Command", "value": ("command",), "show": "detail"},
            {"name": "error", "title": "Error", "value": ("error",), "show": "detail"},
            {"name": "id", "title": "ID", "value": ("id",), "show": "always", "priority": 2},
            {"name": "look_up", "title": "Look up with", "value": ("look_up",), "show": "detail"},
        ],
    },
    "examples": [{"run": "cometapi history unfinished", "help": "What may have been charged without an answer."}],
}

COMMAND = whole(DATA, SETS)
