"""cometapi response get, as spec/commands/response-get.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "response get",
    "summary": "Fetch a stored answer from the Responses API.",
    "effect": "read",
    "cost": "free",
    "run": "ask:run",
    "arguments": {"id": {"metavar": "ID", "to": ("path", "id"), "help": "ID of the answer, such as resp_abc123."}},
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
    "request": {"method": "GET", "service": "gateway", "path": "/responses/{id}", "credential": "api_key"},
    "response": {
        "is": "answer",
        "protocol": "responses",
        "columns": [
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {
                "name": "content",
                "title": "Content",
                "value": "output[?type == 'message'].content[] | [?type == 'output_text'].text",
                "show": "always",
                "format": {"kind": "text"},
            },
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {
                "name": "input_tokens",
                "title": "Input tokens",
                "value": ("usage", "input_tokens"),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "output_tokens",
                "title": "Output tokens",
                "value": ("usage", "output_tokens"),
                "show": "always",
                "format": {"kind": "count"},
            },
            {
                "name": "total_tokens",
                "title": "Total tokens",
                "value": ("usage", "total_tokens"),
                "show": "always",
                "format": {"kind": "count"},
            },
            {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
        ],
    },
    "samples": [
        {
            "file": "response-missing.json",
            "when": "id && id != 'resp_sandbox1' && id != 'resp_abc123'",
            "status": 404,
            "media_type": "application/json",
        },
        {"file": "responses.json", "status": 200, "media_type": "application/json"},
    ],
    "examples": [{"run": "cometapi response get resp_abc123", "help": "The answer to a background request."}],
}

COMMAND = whole(DATA, SETS)
