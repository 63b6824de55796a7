"""cometapi runway image2video, as spec/commands/runway-image2video.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "runway image2video",
    "summary": "Make a video from an image with Runway.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {"seconds": [("body", "duration")]},
    "creates": {"id": [("id",), ("task_id",)], "continue_with": "runway wait {id}"},
    "then": [
        {
            "command": "runway wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "image": {"metavar": "URL", "type": "url", "to": ("body", "promptImage"), "help": "URL of the first frame."},
        "prompt": {
            "optional": True,
            "longest": 512,
            "to": ("body", "promptText"),
            "metavar": "PROMPT",
            "help": "Description of the video, at most 512 characters.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "default": "gen3a_turbo",
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model"),
            "help": "Video model.",
        },
        "duration": {
            "flags": ["--duration"],
            "choices": {"5": 5, "10": 10},
            "metavar": "SECONDS",
            "to": ("body", "duration"),
            "help": "Length of the video in seconds.",
        },
        "ratio": {
            "flags": ["--ratio"],
            "choices": ["1280:768", "768:1280", "1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"],
            "metavar": "RATIO",
            "to": ("body", "ratio"),
            "help": "Width and height in pixels, such as 1280:720.",
        },
        "seed": {
            "flags": ["--seed"],
            "type": "integer",
            "range": [0, 999999999],
            "metavar": "N",
            "to": ("body", "seed"),
            "help": "Seed for a reproducible result.",
        },
        "watermark": {
            "flags": ["--watermark"],
            "switch": "pair",
            "to": ("body", "watermark"),
            "help": "Add a watermark.",
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
    "request": {
        "method": "POST",
        "service": "root",
        "path": "/runwayml/v1/image_to_video",
        "credential": "api_key",
        "headers": {"X-Runway-Version": "2024-11-06"},
    },
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": "id || task_id", "show": "always"}],
    },
    "samples": [{"file": "runway-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi runway image2video https://example.com/fox.png "it turns its head"',
            "help": "Start a task and print its ID.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
