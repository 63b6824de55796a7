"""cometapi similar, as spec/commands/similar.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "similar",
    "summary": "Find the texts most similar to a text, by their vectors.",
    "description": "Embeds TEXT with the model that made the vectors and sorts them by cosine similarity, most similar first. FILE was written by embed: JSON Lines, or .npy together with --model. Texts without a vector, or with one of only zeros, come last and have no score.",
    "effect": "write",
    "cost": "paid",
    "run": "similar:run",
    "charge": {"output": "none"},
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Model that made the vectors; required if the file does not contain it.",
        },
        "text": {"does": "message", "to": ("body", "input"), "metavar": "TEXT", "help": "Text to compare with."},
        "file": {
            "does": "vectors",
            "type": "file",
            "metavar": "FILE",
            "complete": "$files",
            "help": "File of vectors written by embed: JSON Lines or .npy.",
        },
        "dimensions": {
            "flags": ["--dimensions"],
            "does": "dimensions",
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "dimensions"),
            "help": "Number of dimensions, if embed was run with --dimensions.",
        },
    },
    "use": [
        "limit",
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
            {"name": "score", "title": "Score", "value": ("score",), "show": "always", "type": "number", "made": True},
            {"name": "index", "title": "Index", "value": ("index",), "show": "always"},
            {
                "name": "text",
                "title": "Text",
                "value": ("text",),
                "show": "always",
                "format": {"kind": "excerpt", "longest": 100},
                "type": "string",
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
        {"run": 'cometapi similar "greetings" vectors.jsonl --limit 5', "help": "Show the five most similar texts."},
        {
            "run": 'cometapi similar "greetings" titles.npy -m text-embedding-3-large --json',
            "help": "Print the row numbers of a NumPy array as JSON.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
