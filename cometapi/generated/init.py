"""cometapi init, as spec/commands/init.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "init",
    "summary": "Set up your keys, default model and output format.",
    "description": "Asks for each of them on the terminal. Each key is checked with the service as soon as it is entered; Enter keeps the current value. The config file is written once, at the end, and only if something changed; Ctrl-C quits without changing it.",
    "effect": "write",
    "cost": "free",
    "run": "init:run",
    "withheld": "changes settings and keys",
    "arguments": {},
    "use": ["network", "everywhere"],
    "examples": [
        {"run": "cometapi init", "help": "Everything that a new installation needs."},
        {"run": "cometapi --sandbox init", "help": "Try it: the sandbox accepts any key, and nothing is stored."},
    ],
}

COMMAND = whole(DATA, SETS)
