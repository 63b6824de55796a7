"""cometapi seedance wait, as spec/commands/seedance-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "seedance wait",
    "summary": "Wait for a Seedance task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "seedance"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
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
        "files": {
            "link": "content.video_url || data.content.video_url",
            "media_type": "video/mp4",
            "name": "seedance-{number}",
        },
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
    "examples": [
        {
            "run": "cometapi seedance wait sd-done",
            "help": "Wait for the task and save the result in the current folder.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
