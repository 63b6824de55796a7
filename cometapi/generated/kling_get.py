"""cometapi kling get, as spec/commands/kling-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "kling get",
    "summary": "Show a Kling task.",
    "effect": "read",
    "cost": "free",
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
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/kling/v1/videos/{kind}/{id}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "kling",
        "record": (),
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
    "examples": [{"run": "cometapi kling get 831922345719275555", "help": "Check the status of a task."}],
}

COMMAND = whole(DATA, SETS)
