"""cometapi api, as spec/commands/api.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "api",
    "summary": "Send a request to any endpoint with the right credential.",
    "description": "Sends METHOD PATH and prints the reply as it comes: JSON indented, streams and files untouched. Paths that begin with /api go out with the access token where the service wants one, all others with the API key. Fields become the query of a GET and the JSON body of everything else. Keys and tokens in what the account answers are shown by their last four characters, except with --raw.",
    "effect": "write",
    "cost": "paid",
    "run": "api:run",
    "arguments": {
        "method": {
            "does": "http_method",
            "choices": ["GET", "POST", "PUT", "PATCH", "DELETE"],
            "metavar": "METHOD",
            "help": "HTTP method.",
        },
        "path": {
            "does": "http_path",
            "known": ["/v1/models", "/v1/embeddings", "/api/user/self", "/api/log/self"],
            "metavar": "PATH",
            "help": "Path of the endpoint, such as /v1/models or /api/user/self.",
        },
        "field": {
            "flags": ["--field", "-f"],
            "does": "fields_of_request",
            "type": "assignment",
            "repeat": True,
            "metavar": "KEY=VALUE",
            "help": "A field of the query or the body; the value is JSON or text.",
        },
        "input": {
            "flags": ["--input"],
            "does": "body",
            "type": "json_object",
            "metavar": "FILE|-",
            "complete": "$files",
            "help": "Start from this JSON body.",
        },
        "header": {
            "flags": ["--header"],
            "does": "http_headers",
            "type": "pair",
            "repeat": True,
            "metavar": "NAME=VALUE",
            "help": "Add a header.",
        },
        "paginate": {
            "flags": ["--paginate"],
            "does": "paginate",
            "switch": "on",
            "help": "Fetch every page of a list and print its items, one JSON object a line.",
        },
        "query": {
            "flags": ["--query"],
            "does": "query",
            "metavar": "EXPR",
            "excludes": ["paginate"],
            "help": "Print what this JMESPath expression selects from the reply.",
        },
        "raw": {
            "flags": ["--raw"],
            "does": "raw",
            "switch": "on",
            "excludes": ["query"],
            "help": "Print the service's reply untouched.",
        },
        "output": {
            "flags": ["--output", "-o"],
            "does": "output",
            "metavar": "FILE",
            "complete": "$files",
            "help": "Write the result to FILE, atomically; - means stdout.",
        },
        "force": {
            "flags": ["--force"],
            "does": "force",
            "switch": "on",
            "needs": {"output": None},
            "help": "Overwrite an existing file.",
        },
    },
    "use": ["network", "looking", "consent", "everywhere"],
    "examples": [
        {"run": "cometapi api GET /v1/models", "help": "The models that the key may use."},
        {"run": "cometapi api GET /api/user/self --query data.quota", "help": "One value of a reply."},
        {
            "run": "cometapi api GET /api/log/self --field type=2 --paginate",
            "help": "Every log entry as one JSON object a line.",
        },
        {
            "run": "cometapi api POST /v1/embeddings --field model=text-embedding-3-small --field input=Hello",
            "help": "An endpoint that has no command of its own.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
