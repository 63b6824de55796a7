"""cometapi video remix, as spec/commands/video-remix.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video remix",
    "summary": "Remix a Sora video with a new prompt.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {"id": [("id",), ("task_id",), ("data", "id"), ("data", "task_id")], "continue_with": "video wait {id}"},
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
        "video": {"metavar": "ID", "to": ("path", "video"), "help": "ID of the video."},
        "prompt": {
            "stdin": True,
            "optional": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the change; read from stdin if omitted.",
        },
    },
    "use": ["made", "output", "shape", "reply", "file", "spending", "estimate", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "gateway", "path": "/videos/{video}/remix", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id || data.id || data.task_id", "show": "always"},
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
        {"run": 'cometapi video remix video_done "The same scene at night"', "help": "Start a remix and print its ID."},
        {
            "run": 'cometapi video remix video_done "The same scene at night" --wait -o night.mp4',
            "help": "Wait for the new video and save it.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
