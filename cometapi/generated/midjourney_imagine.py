"""cometapi midjourney imagine, as spec/commands/midjourney-imagine.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney imagine",
    "summary": "Make images from a prompt with Midjourney.",
    "description": "Write Midjourney's own parameters, such as --ar 16:9, inside the prompt. When the task is done, midjourney get lists its buttons for midjourney action.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {
        "id": [("result",)],
        "continue_with": "midjourney wait {id}",
        "asks": {"when": "code == `21`", "continue_with": "midjourney modal {id}"},
    },
    "then": [
        {
            "command": "midjourney wait",
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
        "bot": {
            "flags": ["--bot"],
            "choices": {"midjourney": "MID_JOURNEY", "niji": "NIJI_JOURNEY"},
            "metavar": "BOT",
            "to": ("body", "botType"),
            "help": "Bot to use.",
        },
        "state": {
            "flags": ["--state"],
            "metavar": "TEXT",
            "to": ("body", "state"),
            "help": "Text to store with the task.",
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
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/imagine", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "midjourney",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("result",), "show": "always"},
            {
                "name": "status",
                "title": "Status",
                "value": ("code",),
                "show": "always",
                "words": {"1": "submitted", "21": "modal", "22": "queued"},
            },
            {"name": "message", "title": "Message", "value": ("description",), "show": "always"},
        ],
    },
    "samples": [
        {"file": "midjourney-modal.json", "when": "prompt == 'zoom'", "status": 200, "media_type": "application/json"},
        {
            "file": "midjourney-queued.json",
            "when": "prompt == 'queue'",
            "status": 200,
            "media_type": "application/json",
        },
        {"file": "midjourney-submitted.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [
        {"run": 'cometapi midjourney imagine "a red fox --ar 16:9"', "help": "Start a task and print its ID."},
        {
            "run": 'cometapi midjourney imagine "a red fox" --wait -o fox.png',
            "help": "Wait for the images and save them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
