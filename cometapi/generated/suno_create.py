"""cometapi suno create, as spec/commands/suno-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "suno create",
    "summary": "Make a song with Suno (older endpoint).",
    "description": "Give either --description, or LYRICS with --tags for the style and --title. This is an older endpoint that the service's documentation no longer lists; it may stop working.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {"id": [("data",)], "continue_with": "suno wait {id}", "model": ("body", "mv")},
    "then": [
        {
            "command": "suno wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "lyrics": {"optional": True, "to": ("body", "prompt"), "metavar": "LYRICS", "help": "Lyrics of the song."},
        "description": {
            "flags": ["--description"],
            "metavar": "TEXT",
            "to": ("body", "gpt_description_prompt"),
            "help": "Description of the song; the lyrics are written for you.",
        },
        "instrumental": {
            "flags": ["--instrumental"],
            "switch": "on",
            "to": ("body", "make_instrumental"),
            "help": "Make a song without vocals.",
        },
        "tags": {
            "flags": ["--tags"],
            "metavar": "TEXT",
            "to": ("body", "tags"),
            "help": 'Style, such as "folk, guitar".',
        },
        "negative_tags": {
            "flags": ["--negative-tags"],
            "metavar": "TEXT",
            "to": ("body", "negative_tags"),
            "help": "Styles to avoid.",
        },
        "title": {"flags": ["--title"], "metavar": "TEXT", "to": ("body", "title"), "help": "Title of the song."},
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "metavar": "MODEL",
            "known": ["chirp-auk", "chirp-v4"],
            "to": ("body", "mv"),
            "help": "Suno model version, such as chirp-auk.",
        },
        "continue_clip": {
            "flags": ["--continue-clip"],
            "metavar": "ID",
            "to": ("body", "continue_clip_id"),
            "help": "Clip to continue.",
        },
        "continue_at": {
            "flags": ["--continue-at"],
            "type": "number",
            "range": [0, None],
            "needs": {"continue_clip": None},
            "metavar": "SECONDS",
            "to": ("body", "continue_at"),
            "help": "Time in the clip to continue from.",
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
    "request": {"method": "POST", "service": "root", "path": "/suno/submit/music", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "suno",
        "record": (),
        "columns": [{"name": "id", "title": "ID", "value": ("data",), "show": "always"}],
    },
    "samples": [{"file": "suno-created.json", "status": 200, "media_type": "application/json"}],
    "checks": [
        {
            "when": "!prompt && !gpt_description_prompt && !continue_clip_id",
            "says": "Give LYRICS, --description or --continue-clip.",
            "refuse": True,
        },
    ],
    "examples": [
        {
            "run": 'cometapi suno create --description "a quiet song about rain"',
            "help": "Start a task and print its ID.",
        },
        {
            "run": 'cometapi suno create --description "a quiet song about rain" --wait --save .',
            "help": "Wait for the songs and save them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
