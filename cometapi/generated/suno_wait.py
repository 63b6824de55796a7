"""cometapi suno wait, as spec/commands/suno-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "suno wait",
    "summary": "Wait for a Suno task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "suno"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/suno/fetch/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "suno",
        "record": (),
        "files": {"link": "data.data[?audio_url].audio_url", "media_type": "audio/mpeg", "name": "suno-{number}"},
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
    "examples": [
        {"run": "cometapi suno wait sn-done", "help": "Wait for the task and save the result in the current folder."},
    ],
}

COMMAND = whole(DATA, SETS)
