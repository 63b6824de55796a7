"""cometapi chat: the parser and the facts of spec/commands/chat.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi chat [MESSAGE] [options]

Send one message, or have a conversation; answers print as they come.

Sends MESSAGE to a model and prints its answer piece by piece. A message can
also come through a pipe; when there are both, the pipe follows the message
after a blank line. stdout carries the answer and nothing else: Markdown is
rendered on a terminal, and left as it is everywhere else. Without a message on
a terminal a conversation begins; /help in it lists its commands, and the
options given hold for all of it.

Examples:
  # Ask the default model; the answer streams.
  cometapi chat "What is a monad?"
  # Have a conversation.
  cometapi chat --model claude-sonnet-4-6 --system "Be brief."
  # Put a pipe behind the message.
  git diff | cometapi chat "Write a commit message" --model claude-sonnet-4-6
  # The service's whole reply, for a script.
  cometapi chat "Three primes" --json --temperature 0
  # Try it without a key.
  cometapi --sandbox chat "Hello"

Arguments:
  MESSAGE                   What to say; read from a pipe when left out. Neither
                            on a terminal begins a conversation.

Options:
  -m, --model MODEL         Model that answers. [default: gpt-5.4] [env:
                            COMETAPI_DEFAULT_MODEL] [setting: default_model]
  -s, --system TEXT         Instruction placed before the message.
  -t, --temperature NUMBER  Sampling temperature: low is focused, high is
                            varied. [0 to 2]
  --max-tokens N            Longest answer in tokens. [1 or more]
  --stream, --no-stream     Print the answer while it arrives; the default in
                            table and markdown.
  --raw-text                Print the answer's Markdown on a terminal too,
                            instead of rendering it.

Shared options:
  -f, --format FORMAT       How to print the result. [choices: table, json,
                            yaml, csv, markdown] [default: table] [setting:
                            output_format]
  --json                    Print JSON; short for --format json.
  --debug                   Show the traceback when something fails.
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream. [0.001 or more]
  --retries N               How often a call that may be repeated is repeated.
                            [0 to 20]
  -h, --help                Show this help.
"""

FLAGS = {
    "--model": True,
    "-m": True,
    "--system": True,
    "-s": True,
    "--temperature": True,
    "-t": True,
    "--max-tokens": True,
    "--stream": False,
    "--no-stream": False,
    "--raw-text": False,
    "--format": True,
    "-f": True,
    "--json": False,
    "--debug": False,
    "--sandbox": False,
    "--timeout": True,
    "--retries": True,
}

COMMAND = {
    "name": "chat",
    "effect": "write",
    "cost": "paid",
    "run": "chat:run",
    "arguments": {
        "model": {"flag": "--model", "default_from": "default_model", "to": ("body", "model"), "complete": "models"},
        "system": {"flag": "--system", "to": ("body", "messages", "-"), "as": {"role": "system", "content": "$value"}},
        "message": {
            "flag": "MESSAGE",
            "stdin": True,
            "to": ("body", "messages", "-"),
            "as": {"role": "user", "content": "$value"},
        },
        "temperature": {"flag": "--temperature", "to": ("body", "temperature")},
        "max_tokens": {"flag": "--max-tokens", "to": ("body", "max_tokens")},
        "stream": {"flag": "--stream", "to": ("body", "stream")},
        "raw_text": {"flag": "--raw-text"},
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "debug": {"flag": "--debug"},
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout"},
        "retries": {"flag": "--retries"},
    },
    "routes": [
        {
            "request": {"method": "POST", "service": "gateway", "path": "/chat/completions", "credential": "api_key"},
            "response": {
                "envelope": "gateway",
                "dialect": "chat",
                "columns": [
                    {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
                    {
                        "name": "content",
                        "title": "Content",
                        "value": ("choices", 0, "message", "content"),
                        "show": "always",
                    },
                    {
                        "name": "finish_reason",
                        "title": "Finish reason",
                        "value": ("choices", 0, "finish_reason"),
                        "show": "always",
                    },
                    {
                        "name": "prompt_tokens",
                        "title": "Prompt tokens",
                        "value": ("usage", "prompt_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "completion_tokens",
                        "title": "Completion tokens",
                        "value": ("usage", "completion_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "total_tokens",
                        "title": "Total tokens",
                        "value": ("usage", "total_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                ],
            },
            "reply": {"whole": "chat.json", "stream": "chat.sse"},
        },
    ],
    "stream": {"switch": "stream", "default_in": ["table", "markdown"]},
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "message",
        nargs="?",
        metavar="MESSAGE",
        help="What to say; read from a pipe when left out. Neither on a terminal begins a conversation.",
    )
    parser.add_argument("--model", "-m", dest="model", metavar="MODEL", help="Model that answers.")
    parser.add_argument("--system", "-s", dest="system", metavar="TEXT", help="Instruction placed before the message.")
    parser.add_argument(
        "--temperature",
        "-t",
        dest="temperature",
        type=arguments.number(low=0, high=2),
        metavar="NUMBER",
        help="Sampling temperature: low is focused, high is varied.",
    )
    parser.add_argument(
        "--max-tokens",
        dest="max_tokens",
        type=arguments.integer(low=1),
        metavar="N",
        help="Longest answer in tokens.",
    )
    parser.add_argument(
        "--stream",
        dest="stream",
        action="store_const",
        const=True,
        help="Print the answer while it arrives; the default in table and markdown.",
    )
    parser.add_argument(
        "--no-stream",
        dest="stream",
        action="store_const",
        const=False,
        help="The opposite of --stream.",
    )
    parser.add_argument(
        "--raw-text",
        dest="raw_text",
        action="store_const",
        const=True,
        help="Print the answer's Markdown on a terminal too, instead of rendering it.",
    )
    parser.add_argument(
        "--format",
        "-f",
        dest="format",
        type=arguments.choice("table", "json", "yaml", "csv", "markdown"),
        metavar="FORMAT",
        help="How to print the result.",
    )
    parser.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="Print JSON; short for --format json.",
    )
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails.",
    )
    parser.add_argument(
        "--sandbox",
        dest="sandbox",
        action="store_const",
        const=True,
        help="Answer from sample data on this machine; nothing is sent to the service.",
    )
    parser.add_argument(
        "--timeout",
        dest="timeout",
        type=arguments.number(low=0.001),
        metavar="SECONDS",
        help="How long to wait for the first byte, and between two pieces of a stream.",
    )
    parser.add_argument(
        "--retries",
        dest="retries",
        type=arguments.integer(low=0, high=20),
        metavar="N",
        help="How often a call that may be repeated is repeated.",
    )
