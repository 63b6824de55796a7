"""cometapi schema, as spec/commands/schema.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "schema",
    "summary": "Print the commands and their options as JSON, for programs and agents.",
    "description": "Prints one JSON document about everything that a program can call: the arguments of each command as JSON Schema, what they have to do with each other, endpoint, credential, effect, cost, exit codes, and the columns of the result with their types. With COMMAND it prints that command alone, or a list of the commands that the word opens. It reads no config file, no key and no environment variable, and sends nothing (see help schema).",
    "effect": "read",
    "cost": "free",
    "run": "schema:run",
    "arguments": {
        "command": {
            "does": "subject",
            "optional": True,
            "repeat": True,
            "choices": "$commands",
            "metavar": "COMMAND",
            "help": "A command, or a word that opens several.",
        },
        "tools": {
            "flags": ["--tools"],
            "does": "tool_form",
            "choices": ["openai", "anthropic", "gemini", "mcp"],
            "metavar": "FORM",
            "help": "Print the commands as a list of tools for a model, in the form of this API or protocol.",
        },
    },
    "use": ["file", "everywhere"],
    "examples": [
        {"run": "cometapi schema models", "help": "Everything about one command."},
        {
            "run": "cometapi schema | jq -r '.commands[] | select(.cost == \"paid\").command'",
            "help": "The commands that cost money.",
        },
        {
            "run": "cometapi schema model --tools openai",
            "help": "All commands that begin with model, as tools for a chat model.",
        },
        {
            "run": "cometapi schema tokens --tools mcp -o tools.json",
            "help": "One command as a tool of an MCP server, in a file.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
