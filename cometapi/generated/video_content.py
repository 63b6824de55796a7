"""cometapi video content, as spec/commands/video-content.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video content",
    "summary": "Write a video, or a picture of it, to stdout or a file.",
    "description": "Asks the service itself for the bytes, with your key. Use video download for the video: that takes its link where there is one, and goes on with a download that broke off.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "video": {"metavar": "ID", "to": ("path", "video"), "help": "Id of the video."},
        "variant": {
            "flags": ["--variant"],
            "metavar": "VARIANT",
            "known": ["thumbnail", "spritesheet"],
            "to": ("query", "variant"),
            "help": "thumbnail or spritesheet, where the provider has it.",
        },
    },
    "use": ["file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "gateway", "path": "/videos/{video}/content", "credential": "api_key"},
    "response": {"is": "file", "protocol": "tasks", "media_type": "video/mp4", "columns": []},
    "samples": [
        {
            "file": "video-missing.json",
            "when": "video == 'video_missing' || video == 'video_failed'",
            "status": 404,
            "media_type": "application/json",
        },
        {"file": "video.mp4", "status": 200, "media_type": "video/mp4"},
    ],
    "examples": [{"run": "cometapi video content video_done -o fox.mp4", "help": "Fetch it from the service."}],
}

COMMAND = whole(DATA, SETS)
