"""cometapi replicate get, as spec/commands/replicate-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "replicate get",
    "summary": "Show a Replicate task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/replicate/v1/predictions/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id", "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "reason", "title": "Reason", "value": "error.message || error.detail || error", "show": "always"},
            {"name": "url", "title": "URL", "value": "[output][] | [?@]", "show": "always", "format": {"kind": "list"}},
            {
                "name": "created",
                "title": "Created",
                "value": ("created_at",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "input", "title": "Input", "value": ("input",), "show": "machines"},
            {"name": "logs", "title": "Logs", "value": ("logs",), "show": "machines"},
        ],
    },
    "samples": [
        {"file": "replicate-done.json", "when": "id == 'rp-done'", "status": 200, "media_type": "application/json"},
        {"file": "replicate-failed.json", "when": "id == 'rp-failed'", "status": 200, "media_type": "application/json"},
        {"file": "replicate-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "replicate-running.json", "status": 200, "media_type": "application/json"},
        {"file": "replicate-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi replicate get rp-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
