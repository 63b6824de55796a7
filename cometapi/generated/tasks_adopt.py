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
    "use": ["output", "shape", "reply", "file", "order", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/task/self", "credential": "access_token"},
    "response": {
        "is": "rows",
        "protocol": "account",
        "rows": [("data", "items"), ("data",)],
        "columns": [
            {"name": "task_id", "title": "Task", "value": ("task_id",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {
                "name": "model",
                "title": "Model",
                "value": [("model_name",), ("properties", "origin_model_name")],
                "show": "always",
            },
            {"name": "platform", "title": "Platform", "value": ("platform",), "show": "always"},
            {
                "name": "submitted",
                "title": "Submitted",
                "value": ("submit_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "command", "title": "Lost request", "value": ("action",), "show": "always"},
            {
                "name": "sent",
                "title": "Sent",
                "value": ("start_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
        ],
    },
    "samples": [{"file": "tasks.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi tasks adopt", "help": "See which tasks may be yours."},
        {"run": "cometapi tasks adopt 6f1c0f8e", "help": "Take one over."},
    ],
}

COMMAND = whole(DATA, SETS)
