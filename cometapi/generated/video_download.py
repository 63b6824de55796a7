"""cometapi video download, as spec/commands/video-download.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "video download",
    "summary": "Download a finished video.",
    "description": "Downloads from the video's link, without your key, or from the service if there is no link. Run it again with the same folder to resume an interrupted download. Exits with 69 if the video is not done yet and with 1 if it failed.",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "wait": {"for": "video", "once": True},
    "arguments": {"video": {"metavar": "ID", "to": ("path", "video"), "help": "ID of the video."}},
    "use": ["output", "shape", "reply", "file", "media", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "gateway", "path": "/videos/{video}", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "files": {
            "link": "video_url || url || data.video_url || data.url || data.result_url",
            "otherwise": "video content",
            "media_type": "video/mp4",
            "name": "video-{number}",
        },
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id || data.id || data.task_id", "show": "always"},
            {
                "name": "status",
                "title": "Status",
                "value": "status || data.status || data.task_status",
                "show": "always",
            },
            {"name": "progress", "title": "Progress", "value": [("progress",), ("data", "progress")], "show": "always"},
            {"name": "model", "title": "Model", "value": "model || data.model", "show": "always"},
            {"name": "seconds", "title": "Seconds", "value": "seconds || data.seconds", "show": "always"},
            {"name": "size", "title": "Size", "value": "size || data.size", "show": "always"},
            {
                "name": "created",
                "title": "Created",
                "value": "created_at || data.created_at",
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "completed",
                "title": "Completed",
                "value": "completed_at || data.completed_at",
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "expires",
                "title": "Expires",
                "value": "expires_at || data.expires_at",
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
            {
                "name": "url",
                "title": "URL",
                "value": "video_url || url || data.video_url || data.url || data.result_url",
                "show": "always",
            },
            {"name": "error_code", "title": "Error code", "value": "error.code || data.error.code", "show": "always"},
            {
                "name": "reason",
                "title": "Reason",
                "value": "error.message || error || fail_reason || failReason || data.error.message || data.fail_reason || data.task_status_msg",
                "show": "always",
            },
        ],
    },
    "samples": [
        {
            "file": "video-failed.json",
            "when": "video == 'video_failed'",
            "status": 200,
            "media_type": "application/json",
        },
        {"file": "video-done.json", "when": "video == 'video_done'", "status": 200, "media_type": "application/json"},
        {
            "file": "video-missing.json",
            "when": "video == 'video_missing'",
            "status": 400,
            "media_type": "application/json",
        },
        {"file": "video-queued.json", "status": 200, "media_type": "application/json"},
        {"file": "video-running.json", "status": 200, "media_type": "application/json"},
        {"file": "video-done.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi video download video_done -o fox.mp4", "help": "Save the video as fox.mp4."}],
}

COMMAND = whole(DATA, SETS)
