"""cometapi seedance create, as spec/commands/seedance-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "seedance create",
    "summary": "Make a video with Seedance.",
    "description": "Uses ByteDance's own endpoint. cometapi video create serves the same models and has options for length and size.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {"id": [("id",), ("task_id",)], "continue_with": "seedance wait {id}"},
    "then": [
        {
            "command": "seedance wait",
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
            "to": ("body", "content", "-"),
            "as": {"type": "text", "text": "$value"},
            "metavar": "PROMPT",
            "help": "Description of the video; read from stdin if omitted.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "required": True,
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model"),
            "help": "Video model, such as doubao-seedance-1-0-pro (see cometapi models --search seedance).",
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
        "path": "/volc/v3/contents/generations/tasks",
        "credential": "api_key",
    },
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": "id || task_id", "show": "always"}],
    },
    "samples": [{"file": "seedance-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi seedance create "a fox in the snow" -m doubao-seedance-1-0-pro',
            "help": "Start a task and print its ID.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
