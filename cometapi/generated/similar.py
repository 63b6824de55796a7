"""cometapi similar, as spec/commands/similar.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "similar",
    "summary": "Find the texts of a file of vectors that are most like a text.",
    "description": "Embeds TEXT with the model of the vectors and lists these by cosine similarity, the most similar first. FILE is what embed wrote: JSONL, or .npy together with --model. What has no vector, or one of zeros, comes last, without a score.",
    "effect": "write",
    "cost": "paid",
    "run": "similar:run",
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Model of the vectors; needed where the file does not say it.",
        },
        "text": {"does": "message", "to": ("body", "input"), "metavar": "TEXT", "help": "Text to compare with."},
        "file": {
            "does": "vectors",
            "type": "file",
            "metavar": "FILE",
            "complete": "$files",
            "help": "Vectors that embed wrote: JSONL or .npy.",
        },
        "dimensions": {
            "flags": ["--dimensions"],
            "does": "dimensions",
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "dimensions"),
            "help": "Length of the vectors, where embed was given it too.",
        },
    },
    "use": ["limit", "output", "shape", "reply", "file", "order", "network", "looking", "everywhere"],
    "request": {
        "method": "POST",
        "service": "gateway",
        "path": "/embeddings",
        "body": {"encoding_format": "base64"},
        "credential": "api_key",
    },
    "response": {
        "is": "rows",
        "protocol": "chat",
        "rows": ("data",),
        "columns": [
            {"name": "score", "title": "Score", "value": ("score",), "show": "always", "made": True},
            {"name": "index", "title": "Index", "value": ("index",), "show": "always"},
            {
                "name": "text",
                "title": "Text",
                "value": ("text",),
                "show": "always",
                "format": {"kind": "excerpt", "longest": 100},
                "made": True,
            },
        ],
    },
    "samples": [
        {
            "file": "embeddings-base64.json",
            "for_each": {"of": "input", "in": "data", "number": "index"},
            "status": 200,
            "media_type": "application/json",
        },
    ],
    "examples": [
        {"run": 'cometapi similar "greetings" vectors.jsonl --limit 5', "help": "The five most similar texts."},
        {
            "run": 'cometapi similar "greetings" titles.npy -m text-embedding-3-large --json',
            "help": "Row numbers of a matrix.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
