"""cometapi midjourney modal, as spec/commands/midjourney-modal.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney modal",
    "summary": "Give a Midjourney task the input it is waiting for.",
    "description": "Continues a task with the status MODAL.",
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
        "task": {"metavar": "ID", "to": ("body", "taskId"), "help": "ID of the waiting task."},
        "mask": {
            "flags": ["--mask"],
            "type": "medium_file",
            "metavar": "FILE",
            "to": ("body", "maskBase64"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Mask image of the area to redraw.",
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
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/modal", "credential": "api_key"},
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
    "samples": [{"file": "midjourney-submitted.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi midjourney modal 1712205491372224 --mask mask.png", "help": "Redraw the masked area."},
    ],
}

COMMAND = whole(DATA, SETS)
