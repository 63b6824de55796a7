"""cometapi midjourney get, as spec/commands/midjourney-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney get",
    "summary": "Show a Midjourney task.",
    "effect": "read",
    "cost": "free",
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/mj/task/{id}/fetch", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "midjourney",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "action", "title": "Action", "value": ("action",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "progress", "title": "Progress", "value": ("progress",), "show": "always"},
            {"name": "reason", "title": "Reason", "value": ("failReason",), "show": "always"},
            {"name": "url", "title": "URL", "value": "videoUrl || imageUrl", "show": "always"},
            {
                "name": "prompts",
                "title": "Prompts",
                "value": "[@][?action == 'DESCRIBE'].prompt | [0]",
                "show": "always",
            },
            {
                "name": "buttons",
                "title": "Buttons",
                "value": "buttons[].customId",
                "show": "always",
                "format": {"kind": "list"},
            },
            {"name": "labels", "title": "Labels", "value": "buttons[].label", "show": "machines"},
        ],
    },
    "samples": [
        {
            "file": "midjourney-failed.json",
            "when": "id == '1712205491370000'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "midjourney-described.json",
            "when": "id == '1712205491374444'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "midjourney-asking.json",
            "when": "id == '1712205491371111'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "midjourney-done.json",
            "when": "id == '1712205491373333'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "midjourney-filmed.json",
            "when": "id == '1712205491375555'",
            "status": 200,
            "media_type": "application/json",
        },
        {"file": "midjourney-begun.json", "status": 200, "media_type": "application/json"},
        {"file": "midjourney-running.json", "status": 200, "media_type": "application/json"},
        {"file": "midjourney-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {
            "run": "cometapi midjourney get 1712205491372224",
            "help": "Show the status and, when it is done, the image and its buttons.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
