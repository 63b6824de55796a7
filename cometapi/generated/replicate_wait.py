"""cometapi replicate wait, as spec/commands/replicate-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "replicate wait",
    "summary": "Wait for a Replicate task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "replicate"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/replicate/v1/predictions/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "files": {"link": "[output][] | [?@]", "media_type": "image/webp", "name": "replicate-{number}"},
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
    "examples": [
        {
            "run": "cometapi replicate wait rp-done",
            "help": "Wait for the task and save the result in the current folder.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
