"""cometapi seedance create, as spec/commands/seedance-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "seedance create",
    "summary": "Make a video with Seedance, through ByteDance's own endpoint.",
    "description": "The models of Seedance are also served by the video command, which has an option for each of their fields.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "creates": {"id": [("id",), ("task_id",)], "goes_on": "seedance wait {id}"},
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
            "help": "What is to be seen; read from a pipe when left out.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "required": True,
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model"),
            "help": "Model that makes it, such as doubao-seedance-1-0-pro.",
        },
    },
    "use": ["made", "more", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
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
        "columns": [{"name": "id", "title": "Id", "value": "id || task_id", "show": "always"}],
    },
    "samples": [{"file": "seedance-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi seedance create "a fox in the snow" -m doubao-seedance-1-0-pro',
            "help": "Begin, and print the ID of the task.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
