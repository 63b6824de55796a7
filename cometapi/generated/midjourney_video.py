"""cometapi midjourney video, as spec/commands/midjourney-video.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney video",
    "summary": "Make a video from an image with Midjourney.",
    "description": "How much moves is set by the field motion, low or high, which has no option: --set motion=high",
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
        "image": {
            "metavar": "PATH|URL",
            "type": "image",
            "to": ("body", "image"),
            "as": "$value.url",
            "complete": "$files",
            "help": "First frame of the video.",
        },
        "prompt": {
            "optional": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the video.",
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
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/video", "credential": "api_key"},
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
    "samples": [{"file": "midjourney-video.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi midjourney video fox.png "it turns its head" --set motion=high',
            "help": "Start a task and print its ID.",
        },
        {"run": "cometapi midjourney video fox.png --wait -o fox.mp4", "help": "Wait for the video and save it."},
    ],
}

COMMAND = whole(DATA, SETS)
