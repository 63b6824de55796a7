"""cometapi embed, as spec/commands/embed.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "embed",
    "summary": "Create embedding vectors for texts.",
    "description": "Sends the texts in as few requests as possible and prints one vector per text, in the same order. Blank texts are not sent and get no vector. If the service rejects a text, that text gets no vector and the command exits with 3. --output FILE.npy writes a NumPy array, without the name of the model; all other formats include it (see help embeddings).",
    "effect": "write",
    "cost": "paid",
    "run": "embed:run",
    "batches": {"items": 2048, "tokens": 300000},
    "charge": {"output": "none"},
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "default": "text-embedding-3-small",
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Embedding model.",
        },
        "text": {
            "does": "message",
            "optional": True,
            "repeat": True,
            "stdin": "every_line",
            "or_from": ["lines", "jsonl"],
            "metavar": "TEXT",
            "help": "Texts to embed; each line of stdin is one text.",
        },
        "lines": {
            "flags": ["--lines"],
            "does": "lines",
            "type": "every_line",
            "excludes": ["jsonl"],
            "metavar": "FILE|-",
            "complete": "$files",
            "help": "File with one text per line; - means stdin.",
        },
        "jsonl": {
            "flags": ["--jsonl"],
            "does": "json_lines",
            "type": "json_lines",
            "metavar": "FILE|-",
            "complete": "$files",
            "help": "JSON Lines file; --field names the text in each object.",
            "needs": {"field": None},
        },
        "field": {
            "flags": ["--field"],
            "does": "field",
            "metavar": "NAME",
            "needs": {"jsonl": None},
            "help": "Field of each JSON object that contains the text.",
        },
        "dimensions": {
            "flags": ["--dimensions"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "dimensions"),
            "help": "Number of dimensions of the vectors (text-embedding-3 models).",
        },
    },
    "use": [
        "limits",
        "output",
        "shape",
        "reply",
        "file",
        "order",
        "spending",
        "estimate",
        "network",
        "looking",
        "everywhere",
    ],
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
        "tokens": {"input": [("usage", "prompt_tokens"), ("usage", "total_tokens")]},
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
        {"run": 'cometapi embed "Hello"', "help": "Embed one text."},
        {
            "run": "cometapi embed --lines lines.txt -f jsonl -o vectors.jsonl",
            "help": "Embed each line, for use with cometapi similar.",
        },
        {
            "run": "cometapi embed --jsonl items.jsonl --field title -m text-embedding-3-large -o titles.npy",
            "help": "Save a NumPy array.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
