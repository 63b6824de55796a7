"""cometapi api, as spec/commands/api.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "api",
    "summary": "Send a request to any endpoint with the right credential.",
    "description": "Sends a request to PATH and prints the reply: JSON indented, streams and files untouched. Without METHOD it is a GET, or a POST when fields or a body are given; --paginate works only with GET, and implies it. Paths that begin with /api are sent with the access token where the service requires one, all others with the API key. Fields become the query of a GET and the JSON body of every other method. Formats that print rows, and --fields, use the records of the reply; --query uses the whole reply. Keys and tokens in account replies are masked except for their last four characters, unless --raw is given.",
    "effect": "write",
    "cost": "paid",
    "run": "api:run",
    "arguments": {
        "method": {
            "does": "http_method",
            "optional": True,
            "choices": ["GET", "POST", "PUT", "PATCH", "DELETE"],
            "metavar": "METHOD",
            "help": "HTTP method. Default: GET, or POST with fields or a body.",
        },
        "path": {
            "does": "http_path",
            "known": [
                "/v1/models",
                "/v1/chat/completions",
                "/v1/responses",
                "/v1/videos",
                "/v1/messages",
                "/v1/embeddings",
                "/v1/audio/speech",
                "/v1/audio/transcriptions",
                "/v1/audio/translations",
                "/v1/images/generations",
                "/v1/images/edits",
                "/api/models",
                "/api/user/self",
                "/api/user/self/stats",
                "/api/log/self",
                "/api/log/self/export",
                "/api/task/self",
                "/api/token/",
                "/api/token/search",
                "/api/usage/token",
            ],
            "metavar": "PATH",
            "help": "Path of the endpoint, such as /v1/models or /api/user/self.",
        },
        "set": {
            "flags": ["--set", "--field"],
            "hidden": ["--field"],
            "does": "fields_of_request",
            "type": "assignment",
            "repeat": True,
            "metavar": "KEY=VALUE",
            "help": "A field of the query or the body; the value is JSON or text.",
        },
        "body": {
            "flags": ["--body", "--input"],
            "hidden": ["--input"],
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
            "excludes": ["raw"],
            "help": "Fetch every page of a list and print its items, one JSON object per line; as one list with --format, --fields or --query.",
        },
        "format": {
            "flags": ["--format", "-f"],
            "does": "format",
            "choices": ["table", "json", "jsonl", "yaml", "csv", "markdown"],
            "assignments_to": "set",
            "group": "Output",
            "metavar": "FORMAT",
            "help": "How to print the reply; the default is JSON, and plain text for a single string.",
        },
    },
    "use": ["network", "looking", "shape", "reply", "consent", "file", "everywhere"],
    "examples": [
        {"run": "cometapi api /v1/models", "help": "The models that the key may use."},
        {"run": "cometapi api /api/user/self --query data.quota", "help": "One value of a reply."},
        {
            "run": "cometapi api /api/log/self --set type=2 --paginate",
            "help": "Every log entry as one JSON object per line.",
        },
        {
            "run": "cometapi api /v1/embeddings --set model=text-embedding-3-small --set input=Hello",
            "help": "An endpoint that has no command of its own.",
        },
        {"run": "cometapi api DELETE /api/token/7 --yes", "help": "Any other method."},
    ],
}

COMMAND = whole(DATA, SETS)
