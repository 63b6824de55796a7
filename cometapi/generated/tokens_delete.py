"""cometapi tokens delete, as spec/commands/tokens-delete.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "tokens delete",
    "summary": "Delete an API key.",
    "description": "Requests with this key are refused from then on. This cannot be undone.",
    "effect": "destroy",
    "cost": "free",
    "asks": "Delete the API key {id}?",
    "arguments": {
        "id": {
            "metavar": "ID",
            "type": "integer",
            "to": ("path", "id"),
            "help": "ID of the API key, as listed by cometapi tokens.",
        },
    },
    "use": ["consent", "network", "looking", "everywhere"],
    "request": {"method": "DELETE", "service": "root", "path": "/api/token/{id}", "credential": "access_token"},
    "response": {"is": "nothing", "protocol": "account", "says": "API key {id} is deleted.", "columns": []},
    "samples": [{"file": "done.json", "status": 200, "media_type": "application/json"}],
    "examples": [{"run": "cometapi tokens delete 13 --yes", "help": "Without a confirmation prompt."}],
}

COMMAND = whole(DATA, SETS)
