"""cometapi video content, as spec/commands/video-content.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video content",
    "summary": "Fetch a video or its thumbnail from the service.",
    "description": "Requests the file from the service with your key and writes it to stdout or to --output. To save a video, video download is better: it uses the video's link if there is one and resumes an interrupted download.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "video": {"metavar": "ID", "to": ("path", "video"), "help": "ID of the video."},
        "variant": {
            "flags": ["--variant"],
            "metavar": "VARIANT",
            "known": ["thumbnail", "spritesheet"],
            "to": ("query", "variant"),
            "help": "Fetch the thumbnail or spritesheet instead, if the provider has it.",
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
    "examples": [{"run": "cometapi video content video_done -o fox.mp4", "help": "Save the video as fox.mp4."}],
}

COMMAND = whole(DATA, SETS)
