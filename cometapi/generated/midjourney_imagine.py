"""cometapi midjourney imagine, as spec/commands/midjourney-imagine.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney imagine",
    "summary": "Draw pictures of a prompt with Midjourney.",
    "description": "Midjourney's own parameters, such as --ar 16:9, stand in the prompt, inside the quotes. What can be done with the pictures is listed in the task: its buttons are what midjourney action takes.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "creates": {
        "id": [("result",)],
        "goes_on": "midjourney wait {id}",
        "asks": {"when": "code == `21`", "goes_on": "midjourney modal {id}"},
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
            "help": "What to draw; read from a pipe when left out.",
        },
        "bot": {
            "flags": ["--bot"],
            "choices": {"midjourney": "MID_JOURNEY", "niji": "NIJI_JOURNEY"},
            "metavar": "BOT",
            "to": ("body", "botType"),
            "help": "Bot that works on it.",
        },
        "state": {
            "flags": ["--state"],
            "metavar": "TEXT",
            "to": ("body", "state"),
            "help": "Text of your own that the task keeps.",
        },
    },
    "use": ["made", "more", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/imagine", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "midjourney",
        "record": (),
        "columns": [
            {"name": "id", "title": "Id", "value": ("result",), "show": "always"},
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
        {"run": 'cometapi midjourney imagine "a red fox --ar 16:9"', "help": "Begin, and print the ID of the task."},
        {
            "run": 'cometapi midjourney imagine "a red fox" --wait -o fox.png',
            "help": "Wait for the pictures and save them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
