"""cometapi midjourney describe, as spec/commands/midjourney-describe.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "midjourney describe",
    "summary": "Describe an image as prompts with Midjourney.",
    "description": "When the task is done, print the prompts with: cometapi midjourney wait ID --fields prompts",
    "effect": "write",
    "cost": "paid",
    "charge": {},
    "creates": {
        "id": [("result",)],
        "continue_with": "midjourney wait {id}",
        "asks": {"when": "code == `21`", "continue_with": "midjourney modal {id}"},
    },
    "arguments": {
        "image": {
            "metavar": "PATH|URL",
            "type": "image",
            "to": ("body",),
            "as": {"$first": [{"link": "$value.link"}, {"base64": "$value.url"}]},
            "complete": "$files",
            "help": "Image to describe.",
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
    "use": ["more", "output", "shape", "reply", "file", "spending", "estimate", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "root", "path": "/mj/submit/describe", "credential": "api_key"},
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
    "samples": [{"file": "midjourney-submitted.json", "status": 200, "media_type": "application/json"}],
    "examples": [{"run": "cometapi midjourney describe fox.png", "help": "Start a task and print its ID."}],
}

COMMAND = whole(DATA, SETS)
