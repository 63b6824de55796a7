"""cometapi runway wait, as spec/commands/runway-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "runway wait",
    "summary": "Wait for a Runway task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "runway"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
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
        "files": {
            "link": "[output, data.output, url, video_url][] | [?@]",
            "media_type": "video/mp4",
            "name": "runway-{number}",
        },
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
    "examples": [
        {"run": "cometapi runway wait rw-done", "help": "Wait for the task and save the result in the current folder."},
    ],
}

COMMAND = whole(DATA, SETS)
