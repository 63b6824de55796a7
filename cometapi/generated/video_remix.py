"""cometapi video remix, as spec/commands/video-remix.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video remix",
    "summary": "Make a video anew from a video of Sora, changed as a prompt says.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "creates": {"id": [("id",), ("task_id",), ("data", "id"), ("data", "task_id")], "goes_on": "video wait {id}"},
    "then": [
        {
            "command": "video wait",
            "give": [
                {"to": "video", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "video": {"metavar": "ID", "to": ("path", "video"), "help": "Id of the video."},
        "prompt": {
            "stdin": True,
            "optional": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "What is to be different; read from a pipe when left out.",
        },
    },
    "use": ["made", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "gateway", "path": "/videos/{video}/remix", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "Id", "value": "id || task_id || data.id || data.task_id", "show": "always"},
            {
                "name": "status",
                "title": "Status",
                "value": "status || data.status || data.task_status",
                "show": "always",
            },
            {"name": "model", "title": "Model", "value": "model || data.model", "show": "always"},
            {"name": "seconds", "title": "Seconds", "value": "seconds || data.seconds", "show": "always"},
            {"name": "size", "title": "Size", "value": "size || data.size", "show": "always"},
            {
                "name": "created",
                "title": "Created",
                "value": "created_at || data.created_at",
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
        ],
    },
    "samples": [{"file": "video-queued.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": 'cometapi video remix video_done "The same at night"', "help": "Begin, and print the id."},
        {
            "run": 'cometapi video remix video_done "The same at night" --wait -o night.mp4',
            "help": "Change it and save the new one.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
