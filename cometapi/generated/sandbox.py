"""cometapi sandbox, as spec/commands/sandbox.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "sandbox",
    "summary": "Serve every endpoint from sample data on this machine.",
    "description": "Answers the endpoints of all commands from the samples that the documentation shows, streams included, and wants a key where the service wants one (any key will do). A model that its catalog lacks is refused, and the times of its records count from now, so that a filter by dates finds something on any day. It prints its base URL and serves until Ctrl-C. To see how a script handles failures, it can be told to fail, to cut a stream or to be slow.",
    "effect": "read",
    "cost": "free",
    "run": "sandbox:run",
    "arguments": {
        "port": {
            "flags": ["--port"],
            "does": "port",
            "type": "integer",
            "range": [0, 65535],
            "default": 0,
            "metavar": "N",
            "help": "Port on 127.0.0.1; 0 takes a free one.",
        },
        "fail": {
            "flags": ["--fail"],
            "does": "fail",
            "type": "failure",
            "metavar": "STATUS[:TIMES]",
            "help": "Answer with this HTTP status, the first TIMES requests or all.",
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
            "help": "Answer for every model, not only for those of its catalog.",
        },
    },
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi sandbox --port 8765", "help": "Then, elsewhere: COMETAPI_BASE_URL=http://127.0.0.1:8765/v1"},
        {"run": "cometapi sandbox --fail 429:2", "help": "Answer the first two requests with 429."},
    ],
}

COMMAND = whole(DATA, SETS)
