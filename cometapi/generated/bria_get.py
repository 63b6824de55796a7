"""cometapi bria get, as spec/commands/bria-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "bria get",
    "summary": "Show a Bria task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/bria/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("request_id",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": "error.message || error.details || error || message",
                "show": "always",
            },
            {"name": "url", "title": "URL", "value": "result.image_url || (result[].urls[] | [0])", "show": "always"},
            {"name": "seed", "title": "Seed", "value": ("result", "seed"), "show": "always"},
            {
                "name": "refined_prompt",
                "title": "Refined prompt",
                "value": ("result", "refined_prompt"),
                "show": "always",
            },
        ],
    },
    "samples": [
        {"file": "bria-done.json", "when": "id == 'br-done'", "status": 200, "media_type": "application/json"},
        {"file": "bria-failed.json", "when": "id == 'br-failed'", "status": 200, "media_type": "application/json"},
        {"file": "bria-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "bria-running.json", "status": 200, "media_type": "application/json"},
        {"file": "bria-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi bria get br-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
