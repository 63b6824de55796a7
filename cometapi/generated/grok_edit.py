"""cometapi grok edit, as spec/commands/grok-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "grok edit",
    "summary": "Edit a video with Grok Imagine.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
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
        "video": {
            "metavar": "PATH|URL",
            "type": "video",
            "to": ("body", "video"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Video to edit.",
        },
        "prompt": {
            "optional": True,
            "stdin": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the edit; read from stdin if omitted.",
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
    "request": {"method": "POST", "service": "root", "path": "/grok/v1/videos/edits", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": "request_id || id || task_id", "show": "always"}],
    },
    "samples": [{"file": "grok-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi grok edit https://example.com/fox.mp4 "make it night"',
            "help": "Start a task and print its ID.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
