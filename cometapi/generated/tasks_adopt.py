"""cometapi tasks adopt, as spec/commands/tasks-adopt.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks adopt",
    "summary": "Find the task of a request whose reply was lost.",
    "description": "A paid request whose reply was lost is never repeated automatically. This command searches your account for tasks of the same model and time; run it with the ID of one to continue with that task. It needs the access token and sees only the tasks that cometapi tasks lists; find other requests with cometapi logs.",
    "effect": "read",
    "cost": "free",
    "run": "creations:adopt",
    "arguments": {
        "task": {
            "does": "task",
            "metavar": "ID",
            "optional": True,
            "help": "Task to adopt; without an ID, the candidates are listed.",
        },
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
        {"run": "cometapi tasks adopt", "help": "List the tasks that may belong to a lost request."},
        {"run": "cometapi tasks adopt 6f1c0f8e", "help": "Adopt one of them."},
    ],
}

COMMAND = whole(DATA, SETS)
