"""cometapi repl, as spec/commands/repl.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "repl",
    "summary": "Run commands interactively, without the program's name.",
    "description": "Opens a prompt for commands without the leading cometapi, with quoting as in a shell; Tab completes commands, options, choices and models. The prompt shows the exit code of the last command when it is not 0. To leave: exit, quit, q or Ctrl-D. History is kept in ~/.local/state/cometapi (or XDG_STATE_HOME), except lines with a key or token. Without a terminal it runs piped lines as a script: blank lines and lines that begin with # are skipped, commands get an empty standard input, and the exit code is the last command's. Pipes, variables and redirections are not supported. Options given to repl apply to every line whose command takes them.",
    "effect": "write",
    "cost": "free",
    "run": "repl:run",
    "withheld": "asks for lines in a terminal",
    "arguments": {},
    "use": ["network", "everywhere"],
    "examples": [
        {"run": "cometapi repl", "help": "Open the prompt."},
        {"run": "cometapi repl --sandbox", "help": "Explore sample data without a key."},
        {
            "run": "printf 'models --limit 3\\nconfig show\\n' | cometapi repl",
            "help": "Run two commands in one process.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
