"""cometapi embed, as spec/commands/embed.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "embed",
    "summary": "Turn texts into vectors.",
    "description": "Sends texts in as few requests as the service allows and prints a vector for each, in their order. A blank text is not sent and has none; neither has one that the service refuses, and then the exit is 3. --output FILE.npy writes a matrix for NumPy, which does not say its model; in every other format each vector does (see help embeddings).",
    "effect": "write",
    "cost": "paid",
    "run": "embed:run",
    "batches": {"items": 2048, "tokens": 300000},
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "default": "text-embedding-3-small",
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Model that embeds.",
        },
        "text": {
            "does": "message",
            "optional": True,
            "repeat": True,
            "stdin": "every_line",
            "or_from": ["lines", "jsonl"],
            "metavar": "TEXT",
            "help": "Texts; each line of a pipe is one, too.",
        },
        "lines": {
            "flags": ["--lines"],
            "does": "lines",
            "type": "every_line",
            "excludes": ["jsonl"],
            "metavar": "FILE|-",
            "complete": "$files",
            "help": "File with a text a line.",
        },
        "jsonl": {
            "flags": ["--jsonl"],
            "does": "json_lines",
            "type": "json_lines",
            "metavar": "FILE|-",
            "complete": "$files",
            "help": "File with a JSON object a line, whose --field is the text.",
            "needs": {"field": None},
        },
        "field": {
            "flags": ["--field"],
            "does": "field",
            "metavar": "NAME",
            "needs": {"jsonl": None},
            "help": "Field of each object that holds the text.",
        },
        "dimensions": {
            "flags": ["--dimensions"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "dimensions"),
            "help": "Length of the vectors; for text-embedding-3 models.",
        },
    },
    "use": ["output", "shape", "reply", "file", "order", "network", "looking", "everywhere"],
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
            {"name": "index", "title": "Index", "value": ("index",), "show": "always"},
            {
                "name": "text",
                "title": "Text",
                "value": ("text",),
                "show": "always",
                "format": {"kind": "excerpt", "longest": 100},
                "made": True,
            },
            {"name": "model", "title": "Model", "value": ("model",), "show": "always", "made": True},
            {
                "name": "embedding",
                "title": "Embedding",
                "value": ("embedding",),
                "show": "always",
                "format": {"kind": "excerpt", "longest": 60},
            },
        ],
    },
    "samples": [
        {
            "file": "embeddings.json",
            "for_each": {"of": "input", "in": "data", "number": "index"},
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "embeddings-base64.json",
            "for_each": {"of": "input", "in": "data", "number": "index"},
            "when": "encoding_format == 'base64'",
            "status": 200,
            "media_type": "application/json",
        },
    ],
    "examples": [
        {"run": 'cometapi embed "Hello" --json', "help": "The vector of one text."},
        {
            "run": "cometapi embed --lines lines.txt -f jsonl -o vectors.jsonl",
            "help": "A vector for each line, for cometapi similar.",
        },
        {
            "run": "cometapi embed --jsonl items.jsonl --field title -m text-embedding-3-large -o titles.npy",
            "help": "A matrix for NumPy.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
