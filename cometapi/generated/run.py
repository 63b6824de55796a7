"""cometapi run, as spec/commands/run.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "run",
    "summary": "Send one request to a model in any of the four protocols.",
    "description": "Sends a prompt, or a whole request from a file, to MODEL through the endpoint given by -e. It is a shortcut for the commands chat, responses, messages and gemini, which have options for every field of their protocol, and needs an API key as they do.",
    "effect": "write",
    "cost": "paid",
    "run": "run:run",
    "arguments": {
        "model": {"does": "model", "complete": "models", "metavar": "MODEL", "help": "Model that answers."},
        "endpoint": {
            "flags": ["--endpoint", "-e"],
            "does": "protocol",
            "choices": {"chat": "chat", "gemini": "gemini", "anthropic": "messages", "responses": "responses"},
            "default": "chat",
            "metavar": "ENDPOINT",
            "help": "Which protocol to speak.",
        },
        "prompt": {"flags": ["--prompt", "-p"], "does": "message", "metavar": "TEXT", "help": "What to ask."},
        "stream": {
            "flags": ["--stream"],
            "switch": "pair",
            "help": "Print the answer as it arrives; the default with table and markdown.",
        },
    },
    "use": [
        "network",
        "looking",
        "reply",
        "history",
        "answer",
        "output",
        "shape",
        "file",
        "spending",
        "estimate",
        "everywhere",
    ],
    "spellings": {"set": ["--input", "-i"], "body": ["--input-file"]},
    "examples": [
        {"run": 'cometapi run gpt-5.4 -p "Hello"', "help": "The chat endpoint."},
        {
            "run": 'cometapi run claude-sonnet-4-6 -e anthropic -p "Hello" --set max_tokens=200',
            "help": "Anthropic's protocol, with one of its own fields.",
        },
        {
            "run": 'cometapi run gemini-2.5-flash -e gemini -p "Hello" --json',
            "help": "The whole reply of Gemini's protocol.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
