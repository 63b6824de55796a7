"""cometapi flux create, as spec/commands/flux-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "flux create",
    "summary": "Make an image with Flux.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {"id": [("id",), ("task_id",)], "continue_with": "flux wait {id}"},
    "then": [
        {
            "command": "flux wait",
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
            "help": "Description of the image; read from stdin if omitted.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "default": "flux-pro-1.1",
            "metavar": "MODEL",
            "complete": "models",
            "to": ("path", "model"),
            "help": "Image model.",
        },
        "width": {
            "flags": ["--width"],
            "type": "integer",
            "range": [32, None],
            "metavar": "PIXELS",
            "to": ("body", "width"),
            "help": "Width in pixels, a multiple of 32.",
        },
        "height": {
            "flags": ["--height"],
            "type": "integer",
            "range": [32, None],
            "metavar": "PIXELS",
            "to": ("body", "height"),
            "help": "Height in pixels, a multiple of 32.",
        },
        "seed": {
            "flags": ["--seed"],
            "type": "integer",
            "metavar": "N",
            "to": ("body", "seed"),
            "help": "Seed for a reproducible result.",
        },
        "guidance": {
            "flags": ["--guidance"],
            "type": "number",
            "metavar": "SCALE",
            "to": ("body", "guidance"),
            "help": "How closely to follow the prompt.",
        },
        "safety_tolerance": {
            "flags": ["--safety-tolerance"],
            "type": "integer",
            "range": [0, 6],
            "metavar": "N",
            "to": ("body", "safety_tolerance"),
            "help": "Moderation level, from 0 (strictest) to 6 (most permissive).",
        },
        "output_format": {
            "flags": ["--output-format"],
            "choices": ["jpeg", "png"],
            "metavar": "FORMAT",
            "to": ("body", "output_format"),
            "help": "Image format.",
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
    "request": {"method": "POST", "service": "root", "path": "/flux/v1/{model}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": "id || task_id", "show": "always"}],
    },
    "samples": [{"file": "flux-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": 'cometapi flux create "a red fox" --width 1024 --height 768', "help": "Start a task and print its ID."},
        {"run": 'cometapi flux create "a red fox" --wait -o fox.png', "help": "Wait for the image and save it."},
    ],
}

COMMAND = whole(DATA, SETS)
