"""cometapi grok wait, as spec/commands/grok-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "grok wait",
    "summary": "Wait for a Grok task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "grok"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/grok/v1/videos/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "files": {
            "link": "video.url || data.data.video.url || data.video.url || data.video_url",
            "media_type": "video/mp4",
            "name": "grok-{number}",
        },
        "columns": [
            {
                "name": "id",
                "title": "ID",
                "value": "request_id || id || data.task_id || data.request_id",
                "show": "always",
            },
            {
                "name": "status",
                "title": "Status",
                "value": "data.data.status || data.status || status",
                "show": "always",
            },
            {
                "name": "progress",
                "title": "Progress",
                "value": "data.data.progress || data.progress || progress",
                "show": "always",
            },
            {
                "name": "reason",
                "title": "Reason",
                "value": "data.data.error.message || data.data.error || data.error.message || data.error || error.message || error || data.fail_reason",
                "show": "always",
            },
            {
                "name": "url",
                "title": "URL",
                "value": "video.url || data.data.video.url || data.video.url || data.video_url",
                "show": "always",
            },
        ],
    },
    "samples": [
        {"file": "grok-done.json", "when": "id == 'gk-done'", "status": 200, "media_type": "application/json"},
        {"file": "grok-failed.json", "when": "id == 'gk-failed'", "status": 200, "media_type": "application/json"},
        {"file": "grok-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "grok-running.json", "status": 200, "media_type": "application/json"},
        {"file": "grok-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {"run": "cometapi grok wait gk-done", "help": "Wait for the task and save the result in the current folder."},
    ],
}

COMMAND = whole(DATA, SETS)
