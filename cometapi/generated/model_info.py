"""cometapi model info, as spec/commands/model-info.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "model info",
    "summary": "Show a model's details from the catalog.",
    "effect": "read",
    "cost": "free",
    "run": "model:info",
    "arguments": {
        "model_id": {
            "does": "model",
            "to": ("path", "code"),
            "complete": "models",
            "metavar": "MODEL_ID",
            "help": "Model ID.",
        },
    },
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "root", "path": "/api/model/{+code}"},
    "response": {
        "is": "record",
        "protocol": "account",
        "parse": ["endpoints"],
        "record": ("data",),
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
            {"name": "code", "title": "Code", "value": ("code",), "show": "always"},
            {"name": "name", "title": "Name", "value": ("name",), "show": "always"},
            {"name": "provider", "title": "Provider", "value": ("provider",), "show": "always"},
            {"name": "type", "title": "Type", "value": ("model_type",), "show": "always"},
            {
                "name": "features",
                "title": "Features",
                "value": ("features",),
                "show": "always",
                "format": {"kind": "list"},
            },
            {"name": "price", "title": "Price", "value": ("pricing",), "show": "people", "format": {"kind": "price"}},
            {"name": "pricing", "title": "Pricing", "value": ("pricing",), "show": "machines"},
            {
                "name": "context_length",
                "title": "Context length",
                "value": ("context_length",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "max_completion_tokens",
                "title": "Maximum output",
                "value": ("max_completion_tokens",),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "endpoints",
                "title": "Endpoints",
                "value": ("endpoints",),
                "show": "always",
                "format": {"kind": "entries"},
            },
            {"name": "commands", "title": "Commands", "value": (), "show": "always", "format": {"kind": "served"}},
            {"name": "api_doc_url", "title": "Documentation", "value": ("api_doc_url",), "show": "always"},
            {"name": "description", "title": "Description", "value": ("description",), "show": "always"},
            {
                "name": "overview",
                "title": "Overview",
                "value": ("overview",),
                "show": "always",
                "format": {"kind": "excerpt", "longest": 400},
            },
        ],
    },
    "samples": [{"file": "model-info.json", "status": 200, "media_type": "application/json"}],
    "examples": [
        {"run": "cometapi model info gpt-5.4", "help": "Price, endpoints and limits of one model."},
        {"run": "cometapi model info gpt-5.4 --json", "help": "The same for a script, with the whole overview."},
    ],
}

COMMAND = whole(DATA, SETS)
