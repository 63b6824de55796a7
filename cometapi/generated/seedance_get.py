"""cometapi seedance get, as spec/commands/seedance-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "seedance get",
    "summary": "Show a Seedance task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {
        "method": "GET",
        "service": "root",
        "path": "/volc/v3/contents/generations/tasks/{id}",
        "credential": "api_key",
    },
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id || data.id", "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "status", "title": "Status", "value": "data.status || status", "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": "error.message || error || data.error.message || data.error || fail_reason",
                "show": "always",
            },
            {"name": "url", "title": "URL", "value": "content.video_url || data.content.video_url", "show": "always"},
            {"name": "resolution", "title": "Resolution", "value": ("resolution",), "show": "always"},
            {"name": "ratio", "title": "Ratio", "value": ("ratio",), "show": "always"},
            {"name": "duration", "title": "Duration", "value": ("duration",), "show": "always"},
            {
                "name": "frames_per_second",
                "title": "Frames per second",
                "value": ("framespersecond",),
                "show": "always",
            },
            {
                "name": "created",
                "title": "Created",
                "value": ("created_at",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "updated",
                "title": "Updated",
                "value": ("updated_at",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
        ],
    },
    "samples": [
        {"file": "seedance-done.json", "when": "id == 'sd-done'", "status": 200, "media_type": "application/json"},
        {"file": "seedance-failed.json", "when": "id == 'sd-failed'", "status": 200, "media_type": "application/json"},
        {"file": "seedance-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "seedance-running.json", "status": 200, "media_type": "application/json"},
        {"file": "seedance-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi seedance get sd-1", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
