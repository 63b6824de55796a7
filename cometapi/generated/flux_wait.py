"""cometapi flux wait, as spec/commands/flux-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "flux wait",
    "summary": "Wait for a Flux task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "flux"},
    "arguments": {"task": {"metavar": "ID", "to": ("query", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/flux/v1/get_result", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "files": {"link": ("result", "sample"), "media_type": "image/jpeg", "name": "flux-{number}"},
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
    "examples": [
        {"run": "cometapi flux wait fx-done", "help": "Wait for the task and save the result in the current folder."},
    ],
}

COMMAND = whole(DATA, SETS)
