"""cometapi midjourney action, as spec/commands/midjourney-action.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney action",
    "summary": "Upscale, vary or redo images of a Midjourney task.",
    "description": "BUTTON is one of the buttons that midjourney get lists. Some need more input before they start; give it with midjourney modal.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {
        "id": [("result",)],
        "continue_with": "midjourney wait {id}",
        "asks": {"when": "code == `21`", "continue_with": "midjourney modal {id}"},
    },
    "then": [
        {
            "command": "midjourney wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "task": {"metavar": "ID", "to": ("body", "taskId"), "help": "ID of the task that made the images."},
        "button": {
            "metavar": "BUTTON",
            "to": ("body", "customId"),
            "help": "Button of that task, such as MJ::JOB::upsample::1::7f3a.",
        },
    },
    "use": [
        "made",
        "more",
        "output",
        "shape",
        "reply",
        "file",
        "spending",
        "estimate",
        "network",
        "looking",
        "everywhere",
    ],
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/action", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "midjourney",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("result",), "show": "always"},
            {
                "name": "status",
                "title": "Status",
                "value": ("code",),
                "show": "always",
                "words": {"1": "submitted", "21": "modal", "22": "queued"},
            },
            {"name": "message", "title": "Message", "value": ("description",), "show": "always"},
        ],
    },
    "samples": [
        {
            "file": "midjourney-modal.json",
            "when": "customId == 'MJ::CustomZoom::7f3a'",
            "status": 200,
            "media_type": "application/json",
        },
        {"file": "midjourney-submitted.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {
            "run": "cometapi midjourney action 1712205491372224 MJ::JOB::upsample::1::7f3a",
            "help": "Upscale the first of four images.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
