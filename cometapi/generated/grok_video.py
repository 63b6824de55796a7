"""cometapi grok video, as spec/commands/grok-video.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "grok video",
    "summary": "Make a video with Grok Imagine.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {"seconds": [("body", "duration")]},
    "creates": {"id": [("request_id",), ("id",), ("task_id",)], "continue_with": "grok wait {id}"},
    "then": [
        {
            "command": "grok wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "prompt": {
            "optional": True,
            "stdin": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the video; read from stdin if omitted.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "default": "grok-imagine-video",
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model"),
            "help": "Video model.",
        },
        "image": {
            "flags": ["--image"],
            "type": "image",
            "metavar": "PATH|URL",
            "to": ("body", "image", "url"),
            "as": "$value.url",
            "complete": "$files",
            "help": "First frame of the video.",
        },
        "duration": {
            "flags": ["--duration"],
            "type": "integer",
            "range": [1, 15],
            "metavar": "SECONDS",
            "to": ("body", "duration"),
            "help": "Length of the video in seconds; 1 if not given.",
        },
        "resolution": {
            "flags": ["--resolution"],
            "choices": ["480p", "720p"],
            "metavar": "SIZE",
            "to": ("body", "resolution"),
            "help": "Resolution.",
        },
        "aspect_ratio": {
            "flags": ["--aspect-ratio"],
            "choices": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"],
            "metavar": "RATIO",
            "to": ("body", "aspect_ratio"),
            "help": "Aspect ratio, such as 16:9.",
        },
        "user": {"flags": ["--user"], "metavar": "ID", "to": ("body", "user"), "help": "Your ID for the end user."},
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
    "request": {"method": "POST", "service": "root", "path": "/grok/v1/videos/generations", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": "request_id || id || task_id", "show": "always"}],
    },
    "samples": [{"file": "grok-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": 'cometapi grok video "a fox in the snow" --duration 5', "help": "Start a task and print its ID."},
        {"run": 'cometapi grok video "a fox in the snow" --wait -o fox.mp4', "help": "Wait for the video and save it."},
    ],
}

COMMAND = whole(DATA, SETS)
