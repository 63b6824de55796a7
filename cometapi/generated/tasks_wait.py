"""cometapi tasks wait, as spec/commands/tasks-wait.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks wait",
    "summary": "Wait until one task is done, and print its result.",
    "description": "Checks the task until it is done or has failed, or --max-wait has passed. Progress goes to stderr. Exits with 1 when the task failed and with 69 when it was not done in time. For a video, or another task started on this machine, it does the same as that task's own command, such as video wait.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "task", "any": True},
    "arguments": {
        "task_id": {
            "metavar": "ID",
            "to": ("query", "task_id"),
            "filter": {"in": [("task_id",)], "exact": True},
            "help": "ID of the task.",
        },
    },
    "use": ["output", "shape", "reply", "file", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/task/self", "credential": "access_token"},
    "pages": {
        "by": "number",
        "size": ("query", "page_size"),
        "largest": 100,
        "to": ("query", "p"),
        "total": ("data", "total"),
    },
    "response": {
        "is": "record",
        "protocol": "account",
        "rows": [("data", "items"), ("data",)],
        "columns": [
            {"name": "task_id", "title": "Task", "value": ("task_id",), "show": "always"},
            {"name": "platform", "title": "Platform", "value": ("platform",), "show": "always"},
            {"name": "action", "title": "Action", "value": ("action",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "progress", "title": "Progress", "value": ("progress",), "show": "always"},
            {"name": "result", "title": "Result", "value": ("fail_reason",), "show": "always"},
            {
                "name": "model",
                "title": "Model",
                "value": [("model_name",), ("properties", "origin_model_name")],
                "show": "always",
            },
            {
                "name": "cost_usd",
                "title": "Cost",
                "value": ("quota",),
                "show": "always",
                "format": {"kind": "money", "divide": 500000},
            },
            {
                "name": "submitted",
                "title": "Submitted",
                "value": ("submit_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "finished",
                "title": "Finished",
                "value": ("finish_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "data", "title": "Data", "value": ("data",), "show": "machines"},
        ],
    },
    "samples": [{"file": "tasks.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": "cometapi tasks wait 6f1c0f8e --max-wait 600",
            "help": "Wait at most ten minutes, then print where the result is.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
