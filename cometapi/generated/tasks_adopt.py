"""cometapi tasks adopt, as spec/commands/tasks-adopt.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks adopt",
    "summary": "Find the task of a request whose reply was lost.",
    "description": "A paid request whose reply is lost is never sent again. This looks in the account's tasks for one of its model and minute and offers it; with its ID it is taken over, and goes on as if its reply had come. It needs the access token, and sees only tasks that the gateway itself lists; other requests are found with logs.",
    "effect": "read",
    "cost": "free",
    "run": "creations:adopt",
    "arguments": {
        "task": {"does": "task", "metavar": "ID", "optional": True, "help": "Task to take over, as listed without it."},
    },
    "use": ["network", "output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "task_id", "title": "Task", "value": ("task_id",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "platform", "title": "Platform", "value": ("platform",), "show": "always"},
            {
                "name": "submitted",
                "title": "Submitted",
                "value": ("submitted",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "command", "title": "Lost request", "value": ("command",), "show": "always"},
            {
                "name": "sent",
                "title": "Sent",
                "value": ("sent",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
        ],
    },
    "examples": [
        {"run": "cometapi tasks adopt", "help": "See which tasks may be yours."},
        {"run": "cometapi tasks adopt 6f1c0f8e", "help": "Take one over."},
    ],
}

COMMAND = whole(DATA, SETS)
