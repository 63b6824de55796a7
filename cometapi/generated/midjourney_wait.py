"""cometapi midjourney wait, as spec/commands/midjourney-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney wait",
    "summary": "Wait for a Midjourney task and save the result.",
    "description": "Checks the task until it is done or has failed, or until --max-wait is over, and saves the files. Exits with 1 if the task failed and with 69 if it was not done in time; the task itself continues. With a machine format only the record is printed: files are saved if you give --save or --output.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "midjourney"},
    "arguments": {"task": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the task."}},
    "use": ["output", "shape", "reply", "file", "media", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/mj/task/{id}/fetch", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "midjourney",
        "record": (),
        "files": {"link": "videoUrl || imageUrl", "media_type": "image/png", "name": "midjourney-{number}"},
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
            "run": "cometapi midjourney wait 1712205491373333",
            "help": "Wait for the task and save the result in the current folder.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
