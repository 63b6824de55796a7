"""cometapi kling wait, as spec/commands/kling-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "kling wait",
    "summary": "Wait for a Kling task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "kling"},
    "arguments": {
        "task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."},
        "kind": {
            "flags": ["--kind"],
            "choices": ["text2video", "image2video"],
            "default": "text2video",
            "metavar": "KIND",
            "to": ("path", "kind"),
            "help": "Command that started the task.",
        },
    },
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/kling/v1/videos/{kind}/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "kling",
        "record": (),
        "files": {
            "link": "data.task_result.[videos, images, audios][][].url",
            "media_type": "video/mp4",
            "name": "kling-{number}",
        },
        "columns": [
            {"name": "id", "title": "ID", "value": ("data", "task_id"), "show": "always"},
            {"name": "status", "title": "Status", "value": ("data", "task_status"), "show": "always"},
            {"name": "reason", "title": "Reason", "value": ("data", "task_status_msg"), "show": "always"},
            {
                "name": "url",
                "title": "URL",
                "value": "data.task_result.[videos, images, audios][][].url | [0]",
                "show": "always",
            },
        ],
    },
    "samples": [
        {
            "file": "kling-done.json",
            "when": "id == '831922345719271433'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "kling-failed.json",
            "when": "id == '831922345719270000'",
            "status": 200,
            "media_type": "application/json",
        },
        {"file": "kling-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "kling-running.json", "status": 200, "media_type": "application/json"},
        {"file": "kling-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {
            "run": "cometapi kling wait 831922345719271433",
            "help": "Wait for the task and save the result in the current folder.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
