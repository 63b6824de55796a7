"""cometapi suno create, as spec/commands/suno-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "suno create",
    "summary": "Make a song with Suno (an older endpoint).",
    "description": "An older endpoint: the service's present documents do not list it any more, and it may be gone. Either --description says what the song is like, or LYRICS are sung, with --tags for the style and --title.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "creates": {"id": [("data",)], "goes_on": "suno wait {id}", "model": ("body", "mv")},
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
        "lyrics": {"optional": True, "to": ("body", "prompt"), "metavar": "LYRICS", "help": "The lyrics."},
        "description": {
            "flags": ["--description"],
            "metavar": "TEXT",
            "to": ("body", "gpt_description_prompt"),
            "help": "What the song is like; its words are written for it.",
        },
        "instrumental": {
            "flags": ["--instrumental"],
            "switch": "on",
            "to": ("body", "make_instrumental"),
            "help": "A song without words.",
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
            "help": "Style that it does not have.",
        },
        "title": {"flags": ["--title"], "metavar": "TEXT", "to": ("body", "title"), "help": "Title of the song."},
        "model": {
            "flags": ["--model", "-m"],
            "once": True,
            "metavar": "MODEL",
            "known": ["chirp-auk", "chirp-v4"],
            "to": ("body", "mv"),
            "help": "Version of Suno, such as chirp-auk.",
        },
        "continue_clip": {
            "flags": ["--continue-clip"],
            "metavar": "ID",
            "to": ("body", "continue_clip_id"),
            "help": "Clip that the song goes on from.",
        },
        "continue_at": {
            "flags": ["--continue-at"],
            "type": "number",
            "range": [0, None],
            "needs": {"continue_clip": None},
            "metavar": "SECONDS",
            "to": ("body", "continue_at"),
            "help": "Where in that clip it goes on.",
        },
    },
    "use": ["made", "more", "output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "POST", "service": "root", "path": "/suno/submit/music", "credential": "api_key"},
    "response": {
        "is": "record",
        "protocol": "suno",
        "record": (),
        "columns": [{"name": "id", "title": "Id", "value": ("data",), "show": "always"}],
    },
    "samples": [{"file": "suno-created.json", "status": 200, "media_type": "application/json"}],
    "checks": [
        {
            "when": "!prompt && !gpt_description_prompt && !continue_clip_id",
            "says": "A song needs lyrics, a description or a clip to go on from.",
            "refuse": True,
        },
    ],
    "examples": [
        {
            "run": 'cometapi suno create --description "a quiet song about rain"',
            "help": "Begin, and print the ID of the task.",
        },
        {
            "run": 'cometapi suno create --description "a quiet song about rain" --wait --save .',
            "help": "Wait for the songs and save them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
