"""cometapi suno get, as spec/commands/suno-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "suno get",
    "summary": "Show a Suno task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/suno/fetch/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "suno",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "data.task_id || data.id", "show": "always"},
            {"name": "status", "title": "Status", "value": ("data", "status"), "show": "always"},
            {"name": "progress", "title": "Progress", "value": ("data", "progress"), "show": "always"},
            {"name": "reason", "title": "Reason", "value": ("data", "fail_reason"), "show": "always"},
            {
                "name": "url",
                "title": "URL",
                "value": "data.data[?audio_url].audio_url",
                "show": "always",
                "format": {"kind": "list"},
            },
            {
                "name": "titles",
                "title": "Titles",
                "value": "data.data[].title",
                "show": "always",
                "format": {"kind": "list"},
            },
        ],
    },
    "samples": [
        {"file": "suno-done.json", "when": "id == 'sn-done'", "status": 200, "media_type": "application/json"},
        {"file": "suno-failed.json", "when": "id == 'sn-failed'", "status": 200, "media_type": "application/json"},
        {"file": "suno-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "suno-running.json", "status": 200, "media_type": "application/json"},
        {"file": "suno-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi suno get sn-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
