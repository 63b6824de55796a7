"""cometapi serve, as spec/commands/serve.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "serve",
    "summary": "Let other programs use your key through a local gateway.",
    "description": "Listens on this machine only, and passes the requests of OpenAI's, Anthropic's and Google's clients on to the service with your key, which the clients never see. They send a token instead, which is new at each start. stdout gets lines of export that set up a client in a shell; it runs until Ctrl-C, and then prints how many requests there were and what they cost. Caps hold for all requests together (see help serve).",
    "effect": "write",
    "cost": "paid",
    "run": "serve:run",
    "on_behalf": True,
    "withheld": "runs until it is stopped",
    "arguments": {
        "port": {
            "flags": ["--port"],
            "does": "port",
            "type": "integer",
            "range": [0, 65535],
            "default": 0,
            "metavar": "N",
            "help": "Port on 127.0.0.1 and ::1; 0 chooses a free one.",
        },
        "models": {
            "flags": ["--models"],
            "does": "models",
            "type": "words",
            "metavar": "NAME,...",
            "complete": "models",
            "help": "Serve only these models; * and ? stand for any text and any character.",
        },
        "record": {
            "flags": ["--record"],
            "does": "record",
            "excludes": ["replay"],
            "metavar": "FILE",
            "complete": "$files",
            "help": "Add every request and its reply to FILE, one JSON object per line, without credentials.",
        },
        "replay": {
            "flags": ["--replay"],
            "does": "replay",
            "type": "file",
            "metavar": "FILE",
            "complete": "$files",
            "help": "Answer from a recording and send nothing; a request that is not in it is refused.",
        },
    },
    "use": ["history", "network", "spending", "everywhere"],
    "examples": [
        {
            "run": "cometapi serve --port 8765 --max-cost 5",
            "help": "Listen on port 8765; all clients together may spend $5.",
        },
        {"run": "cometapi serve --port 8765 --models 'claude-*,gpt-5.4-mini'", "help": "Serve some models only."},
        {"run": "cometapi serve --sandbox --port 8765", "help": "Answer from sample data, without a key and cost."},
    ],
}

COMMAND = whole(DATA, SETS)
