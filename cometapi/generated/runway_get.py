"""cometapi runway get, as spec/commands/runway-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "runway get",
    "summary": "Show a Runway task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {
        "method": "GET",
        "service": "root",
        "path": "/runwayml/v1/tasks/{id}",
        "credential": "api_key",
        "headers": {"X-Runway-Version": "2024-11-06"},
    },
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id", "show": "always"},
            {"name": "status", "title": "Status", "value": "data.status || status", "show": "always"},
            {"name": "progress", "title": "Progress", "value": "data.progress || progress", "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": "failure || error.message || error || data.failure || fail_reason",
                "show": "always",
            },
            {
                "name": "url",
                "title": "URL",
                "value": "[output, data.output, url, video_url][] | [?@] | [0]",
                "show": "always",
            },
        ],
    },
    "samples": [
        {"file": "runway-done.json", "when": "id == 'rw-done'", "status": 200, "media_type": "application/json"},
        {"file": "runway-failed.json", "when": "id == 'rw-failed'", "status": 200, "media_type": "application/json"},
        {"file": "runway-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "runway-running.json", "status": 200, "media_type": "application/json"},
        {"file": "runway-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi runway get rw-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
