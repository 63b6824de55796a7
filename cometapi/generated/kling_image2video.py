"""cometapi kling image2video, as spec/commands/kling-image2video.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "kling image2video",
    "summary": "Make a video from an image with Kling.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {"seconds": [("body", "duration")]},
    "creates": {
        "id": [("data", "task_id")],
        "continue_with": "kling wait {id} --kind image2video",
        "model": ("body", "model_name"),
        "own_id": ("body", "external_task_id"),
    },
    "then": [
        {
            "command": "kling wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "kind", "value": "'image2video'"},
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
            "as": {"$first": ["$value.link", "$value.data"]},
            "complete": "$files",
            "help": "First frame of the video, JPEG or PNG.",
        },
        "prompt": {
            "optional": True,
            "longest": 500,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the video, at most 500 characters.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model_name"),
            "help": "Kling model name, such as kling-v2-master.",
        },
        "negative_prompt": {
            "flags": ["--negative-prompt"],
            "longest": 200,
            "metavar": "TEXT",
            "to": ("body", "negative_prompt"),
            "help": "What to avoid, at most 200 characters.",
        },
        "mode": {
            "flags": ["--mode"],
            "choices": ["std", "pro"],
            "metavar": "MODE",
            "to": ("body", "mode"),
            "help": "Standard (std), or professional (pro) with higher quality at a higher price.",
        },
        "duration": {
            "flags": ["--duration"],
            "choices": ["5", "10"],
            "metavar": "SECONDS",
            "to": ("body", "duration"),
            "help": "Length of the video in seconds.",
        },
        "cfg_scale": {
            "flags": ["--cfg-scale"],
            "type": "number",
            "range": [0, 1],
            "metavar": "SCALE",
            "to": ("body", "cfg_scale"),
            "help": "How closely to follow the prompt.",
        },
        "own_id": {
            "flags": ["--own-id"],
            "metavar": "ID",
            "to": ("body", "external_task_id"),
            "help": "Your own unique ID for the task; generated if omitted.",
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
    "request": {"method": "POST", "service": "root", "path": "/kling/v1/videos/image2video", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "kling",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("data", "task_id"), "show": "always"},
            {"name": "status", "title": "Status", "value": ("data", "task_status"), "show": "always"},
        ],
    },
    "samples": [{"file": "kling-image.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi kling image2video fox.png "it turns its head" --own-id fox-1',
            "help": "Start a task with your own ID, so that it is safe to run the command again.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
