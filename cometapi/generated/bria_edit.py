"""cometapi bria edit, as spec/commands/bria-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "bria edit",
    "summary": "Change a picture with Bria.",
    "description": "A mask is white where the picture is changed; erase, gen_fill and expand need one. gen_fill and replace_background need a prompt.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "creates": {"id": [("request_id",)], "goes_on": "bria wait {id}"},
    "then": [
        {
            "command": "bria wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "action": {
            "choices": ["erase", "gen_fill", "expand", "enhance", "increase_resolution", "replace_background"],
            "to": ("path", "action"),
            "metavar": "ACTION",
            "help": "What to do.",
        },
        "image": {
            "metavar": "PATH|URL",
            "type": "image",
            "to": ("body", "image"),
            "as": "$value.url",
            "complete": "$files",
            "help": "The picture: a JPEG, PNG or WebP of at most 12 MB.",
        },
        "prompt": {"optional": True, "to": ("body", "prompt"), "metavar": "PROMPT", "help": "What to put there."},
        "mask": {
            "flags": ["--mask"],
            "type": "image",
            "metavar": "PATH|URL",
            "to": ("body", "mask"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Where to change it.",
        },
        "num_results": {
            "flags": ["--num-results", "-n"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "num_results"),
            "help": "How many pictures.",
        },
    },
    "use": ["made", "more", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "root", "path": "/bria/image/edit/{action}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "Id", "value": ("request_id",), "show": "always"}],
    },
    "samples": [{"file": "bria-edit.json", "status": 202, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi bria edit erase fox.png --mask mask.png", "help": "Begin, and print the ID of the task."},
        {
            "run": 'cometapi bria edit replace_background fox.png "a beach" --wait -o beach.png',
            "help": "Wait for the picture and save it.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
