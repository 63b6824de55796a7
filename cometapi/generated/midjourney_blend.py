"""cometapi midjourney blend, as spec/commands/midjourney-blend.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney blend",
    "summary": "Blend two to five images into one with Midjourney.",
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
        "images": {
            "metavar": "FILE",
            "repeat": True,
            "type": "medium_file",
            "to": ("body", "base64Array", "-"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Two to five images.",
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
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/blend", "credential": "api_key"},
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
    "checks": [
        {"when": "!base64Array[1]", "says": "Give at least two images to blend.", "refuse": True},
        {"when": ("base64Array", 5), "says": "Give at most five images to blend.", "refuse": True},
    ],
    "examples": [{"run": "cometapi midjourney blend cat.png hat.png", "help": "Blend two images."}],
}

COMMAND = whole(DATA, SETS)
