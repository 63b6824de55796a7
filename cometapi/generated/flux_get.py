"""cometapi flux get, as spec/commands/flux-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "flux get",
    "summary": "Show a Flux task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("query", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/flux/v1/get_result", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id", "show": "always"},
            {"name": "status", "title": "Status", "value": "status || data.status", "show": "always"},
            {"name": "progress", "title": "Progress", "value": ("progress",), "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": 'error.message || error || details.error || details."Moderation Reasons" || fail_reason',
                "show": "always",
            },
            {"name": "url", "title": "URL", "value": ("result", "sample"), "show": "always"},
        ],
    },
    "samples": [
        {"file": "flux-done.json", "when": "id == 'fx-done'", "status": 200, "media_type": "application/json"},
        {"file": "flux-failed.json", "when": "id == 'fx-moderated'", "status": 200, "media_type": "application/json"},
        {"file": "flux-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "flux-running.json", "status": 200, "media_type": "application/json"},
        {"file": "flux-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi flux get fx-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
