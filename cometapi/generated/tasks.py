"""cometapi tasks, as spec/commands/tasks.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tasks",
    "summary": "List asynchronous tasks such as Suno, Midjourney, Luma or Kling.",
    "description": "Lists the account's tasks, newest first. With --watch it looks again until none of the listed tasks is running, and exits with 1 when one of them failed.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "task", "if": "watch"},
    "arguments": {
        "platform": {
            "flags": ["--platform"],
            "type": "lower",
            "known": ["suno", "mj", "luma", "kling"],
            "to": ("query", "platform"),
            "metavar": "PLATFORM",
            "help": "Only tasks of this platform: suno, mj, luma, kling ...",
        },
        "status": {
            "flags": ["--status"],
            "type": "upper",
            "known": ["SUBMITTED", "IN_PROGRESS", "SUCCESS", "FAILURE"],
            "to": ("query", "status"),
            "metavar": "STATUS",
            "help": "Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...",
        },
        "task_id": {
            "flags": ["--task-id"],
            "metavar": "ID",
            "to": ("query", "task_id"),
            "help": "Only the task with this id.",
        },
        "action": {
            "flags": ["--action"],
            "known": ["MUSIC"],
            "to": ("query", "action"),
            "metavar": "ACTION",
            "help": "Only tasks of this kind, such as MUSIC.",
        },
        "start": {
            "flags": ["--start"],
            "type": "timestamp",
            "at_most": "end",
            "to": ("query", "start_timestamp"),
            "metavar": "DATE",
            "help": "Only tasks submitted at or after DATE.",
        },
        "end": {
            "flags": ["--end"],
            "type": "end_timestamp",
            "to": ("query", "end_timestamp"),
            "metavar": "DATE",
            "help": "Only tasks submitted at or before DATE.",
        },
        "watch": {"flags": ["--watch"], "switch": "on", "help": "Look again until no listed task is running."},
    },
    "use": ["detail", "output", "reply", "file", "paging", "page", "waiting", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/task/self", "credential": "access_token"},
    "pages": {
        "by": "number",
        "size": ("query", "page_size"),
        "largest": 100,
        "to": ("query", "p"),
        "total": ("data", "total"),
    },
    "response": {
        "is": "rows",
        "protocol": "account",
        "rows": [("data", "items"), ("data",)],
        "columns": [
            {"name": "task_id", "title": "Task", "value": ("task_id",), "show": "always"},
            {
                "name": "time",
                "title": "Time",
                "value": ("submit_time",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "platform", "title": "Platform", "value": ("platform",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {"name": "progress", "title": "Progress", "value": ("progress",), "show": "always"},
            {"name": "result", "title": "Result", "value": ("fail_reason",), "show": "always"},
            {"name": "action", "title": "Action", "value": ("action",), "show": "always"},
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
                "name": "started",
                "title": "Started",
                "value": ("start_time",),
                "show": "detail",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "finished",
                "title": "Finished",
                "value": ("finish_time",),
                "show": "detail",
                "format": {"kind": "time", "never": [0]},
            },
            {"name": "data", "title": "Data", "value": ("data",), "show": "machines"},
        ],
    },
    "samples": [{"file": "tasks.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi tasks --platform suno --limit 5", "help": "The five newest songs."},
        {"run": "cometapi tasks --status in_progress --watch", "help": "Wait for everything that is under way."},
    ],
}

COMMAND = whole(DATA, SETS)
