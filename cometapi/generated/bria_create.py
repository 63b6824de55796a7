"""cometapi bria create, as spec/commands/bria-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "bria create",
    "summary": "Make an image with Bria and save it.",
    "effect": "write",
    "cost": "paid",
    "charge": {"results": [("body", "num_results")]},
    "arguments": {
        "prompt": {
            "optional": True,
            "stdin": True,
            "to": ("body", "prompt"),
            "metavar": "PROMPT",
            "help": "Description of the image, in English; read from stdin if omitted.",
        },
        "num_results": {
            "flags": ["--num-results", "-n"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "num_results"),
            "help": "Number of images.",
        },
        "aspect_ratio": {
            "flags": ["--aspect-ratio"],
            "choices": ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9"],
            "metavar": "RATIO",
            "to": ("body", "aspect_ratio"),
            "help": "Aspect ratio, such as 16:9.",
        },
        "medium": {
            "flags": ["--medium"],
            "choices": ["photography", "art"],
            "metavar": "MEDIUM",
            "to": ("body", "medium"),
            "help": "Kind of image: photography or art.",
        },
    },
    "use": [
        "more",
        "output",
        "shape",
        "reply",
        "file",
        "media",
        "order",
        "spending",
        "estimate",
        "network",
        "looking",
        "everywhere",
    ],
    "request": {"method": "POST", "service": "root", "path": "/bria/text-to-image", "credential": "api_key"},
    "response": {
        "is": "rows",
        "protocol": "tasks",
        "rows": ("result",),
        "files": {"link": "result[].urls[]", "media_type": "image/png", "name": "bria-{number}"},
        "columns": [
            {"name": "uuid", "title": "UUID", "value": ("uuid",), "show": "always"},
            {"name": "seed", "title": "Seed", "value": ("seed",), "show": "always"},
            {"name": "urls", "title": "URLs", "value": ("urls",), "show": "always", "format": {"kind": "list"}},
        ],
    },
    "samples": [{"file": "bria-created.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi bria create "a red fox" --aspect-ratio 16:9',
            "help": "Make an image and save it in the current folder.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
