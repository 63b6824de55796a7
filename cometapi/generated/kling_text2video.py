"""cometapi kling text2video, as spec/commands/kling-text2video.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "kling text2video",
    "summary": "Make a video from a prompt with Kling.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {"seconds": [("body", "duration")]},
    "creates": {
        "id": [("data", "task_id")],
        "continue_with": "kling wait {id}",
        "model": ("body", "model_name"),
        "own_id": ("body", "external_task_id"),
    },
    "then": [
        {
            "command": "kling wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "kind", "value": "'text2video'"},
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
            "longest": 500,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the video, at most 500 characters; read from stdin if omitted.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "metavar": "MODEL",
            "complete": "models",
            "to": ("body", "model_name"),
            "help": "Kling model name, such as kling-v3.",
        },
        "negative_prompt": {
            "flags": ["--negative-prompt"],
            "longest": 200,
            "metavar": "TEXT",
            "to": ("body", "negative_prompt"),
            "help": "What to avoid, at most 200 characters.",
        },
        "mode": {
            "flags": ["--mode"],
            "choices": ["std", "pro"],
            "metavar": "MODE",
            "to": ("body", "mode"),
            "help": "Standard (std), or professional (pro) with higher quality at a higher price.",
        },
        "duration": {
            "flags": ["--duration"],
            "choices": ["5", "10"],
            "metavar": "SECONDS",
            "to": ("body", "duration"),
            "help": "Length of the video in seconds.",
        },
        "cfg_scale": {
            "flags": ["--cfg-scale"],
            "type": "number",
            "range": [0, 1],
            "metavar": "SCALE",
            "to": ("body", "cfg_scale"),
            "help": "How closely to follow the prompt.",
        },
        "aspect_ratio": {
            "flags": ["--aspect-ratio"],
            "choices": ["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3"],
            "metavar": "RATIO",
            "to": ("body", "aspect_ratio"),
            "help": "Aspect ratio, such as 16:9.",
        },
        "camera_control": {
            "flags": ["--camera-control"],
            "type": "json",
            "metavar": "JSON",
            "to": ("body", "camera_control"),
            "help": "Camera movement, as a JSON object.",
        },
        "own_id": {
            "flags": ["--own-id"],
            "metavar": "ID",
            "to": ("body", "external_task_id"),
            "help": "Your own unique ID for the task; generated if omitted.",
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
    "request": {"method": "POST", "service": "root", "path": "/kling/v1/videos/text2video", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "kling",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": ("data", "task_id"), "show": "always"},
            {"name": "status", "title": "Status", "value": ("data", "task_status"), "show": "always"},
        ],
    },
    "samples": [{"file": "kling-begun.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi kling text2video "a fox in the snow" --duration 5 --own-id fox-1',
            "help": "Start a task with your own ID, so that it is safe to run the command again.",
        },
        {
            "run": 'cometapi kling text2video "a fox in the snow" --wait -o fox.mp4',
            "help": "Wait for the video and save it.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
