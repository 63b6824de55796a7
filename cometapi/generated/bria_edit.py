"""cometapi bria edit, as spec/commands/bria-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "bria edit",
    "summary": "Edit an image with Bria.",
    "description": "The actions erase, gen_fill and expand require --mask; white areas of the mask are edited. gen_fill and replace_background require a prompt.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {"results": [("body", "num_results")]},
    "creates": {"id": [("request_id",)], "continue_with": "bria wait {id}"},
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
            "help": "Edit to make.",
        },
        "image": {
            "metavar": "PATH|URL",
            "type": "image",
            "to": ("body", "image"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Image to edit: JPEG, PNG or WebP, at most 12 MB.",
        },
        "prompt": {
            "optional": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the new content.",
        },
        "mask": {
            "flags": ["--mask"],
            "type": "image",
            "metavar": "PATH|URL",
            "to": ("body", "mask"),
            "as": "$value.url",
            "complete": "$files",
            "help": "Mask image; white areas are edited.",
        },
        "num_results": {
            "flags": ["--num-results", "-n"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "num_results"),
            "help": "Number of images.",
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
    "request": {"method": "POST", "service": "root", "path": "/bria/image/edit/{action}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": ("request_id",), "show": "always"}],
    },
    "samples": [{"file": "bria-edit.json", "status": 202, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi bria edit erase fox.png --mask mask.png", "help": "Start a task and print its ID."},
        {
            "run": 'cometapi bria edit replace_background fox.png "a beach" --wait -o beach.png',
            "help": "Wait for the image and save it.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
