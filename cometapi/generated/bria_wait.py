"""cometapi bria wait, as spec/commands/bria-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "bria wait",
    "summary": "Wait for a Bria task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "bria"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/bria/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "files": {"link": "result.image_url || result[].urls[]", "media_type": "image/png", "name": "bria-{number}"},
        "columns": [
            {"name": "id", "title": "ID", "value": ("request_id",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": "error.message || error.details || error || message",
                "show": "always",
            },
            {"name": "url", "title": "URL", "value": "result.image_url || (result[].urls[] | [0])", "show": "always"},
            {"name": "seed", "title": "Seed", "value": ("result", "seed"), "show": "always"},
            {
                "name": "refined_prompt",
                "title": "Refined prompt",
                "value": ("result", "refined_prompt"),
                "show": "always",
            },
        ],
    },
    "samples": [
        {"file": "bria-done.json", "when": "id == 'br-done'", "status": 200, "media_type": "application/json"},
        {"file": "bria-failed.json", "when": "id == 'br-failed'", "status": 200, "media_type": "application/json"},
        {"file": "bria-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "bria-running.json", "status": 200, "media_type": "application/json"},
        {"file": "bria-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {"run": "cometapi bria wait br-done", "help": "Wait for the task and save the result in the current folder."},
    ],
}

COMMAND = whole(DATA, SETS)
