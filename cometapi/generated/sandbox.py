"""cometapi sandbox, as spec/commands/sandbox.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "sandbox",
    "summary": "Run a local server that answers from sample data.",
    "description": "Answers the endpoints of all commands, streams included, with the samples that the documentation shows. It requires a key where the service does (any key works), and refuses a model that is not in its catalog. The times of its records are relative to now, so that a filter by date finds something on any day. It prints its base URL and runs until Ctrl-C. To test how a script handles failures, it can fail, cut streams short or respond slowly.",
    "effect": "read",
    "cost": "free",
    "run": "sandbox:run",
    "withheld": "runs until it is stopped",
    "arguments": {
        "port": {
            "flags": ["--port"],
            "does": "port",
            "type": "integer",
            "range": [0, 65535],
            "default": 0,
            "metavar": "N",
            "help": "Port on 127.0.0.1; 0 chooses a free one.",
        },
        "fail": {
            "flags": ["--fail"],
            "does": "fail",
            "type": "failure",
            "metavar": "STATUS[:TIMES]",
            "help": "Answer the first TIMES requests, or all, with this HTTP status.",
        },
        "cut_after": {
            "flags": ["--cut-after"],
            "does": "cut_after",
            "type": "integer",
            "range": [0, None],
            "metavar": "N",
            "help": "Close every stream after N events.",
        },
        "delay": {
            "flags": ["--delay"],
            "does": "delay",
            "type": "number",
            "range": [0, 3600],
            "metavar": "SECONDS",
            "help": "Wait before every reply and between the events of a stream.",
        },
        "any_model": {
            "flags": ["--any-model"],
            "does": "any_model",
            "switch": "on",
            "help": "Accept any model, not only those in its catalog.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi sandbox --port 8765", "help": "Then, elsewhere: COMETAPI_BASE_URL=http://127.0.0.1:8765/v1"},
        {"run": "cometapi sandbox --fail 429:2", "help": "Answer the first two requests with 429."},
    ],
}

COMMAND = whole(DATA, SETS)
