"""cometapi repl, as spec/commands/repl.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "repl",
    "summary": "Run commands one after another without the prefix.",
    "description": "Opens a prompt that takes every command without the prefix cometapi, with quotes as in a shell; Tab completes commands, options, choices and models. The prompt shows the exit code of the last command when it is not 0, and no failure ends it: exit, quit, q or Ctrl-D do. Lines are remembered in ~/.local/state/cometapi (or XDG_STATE_HOME), those with a key or token never. Without a terminal it runs the lines of a pipe as a script: blank lines and those that begin with # are skipped, commands find nothing on their standard input, and the exit code is the last command's. There are no pipes, variables and redirections. Options given to repl count for every line whose command takes them.",
    "effect": "write",
    "cost": "free",
    "run": "repl:run",
    "arguments": {},
    "use": ["network", "everywhere"],
    "examples": [
        {"run": "cometapi repl", "help": "Opens the prompt."},
        {"run": "cometapi repl --sandbox", "help": "Looks around on sample data, without a key."},
        {
            "run": "printf 'models --limit 3\\nconfig show\\n' | cometapi repl",
            "help": "Runs two commands in one process.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
