"""cometapi messages: the parser and the facts of spec/commands/messages.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi messages [PROMPT] [options]

Ask a Claude model through Anthropic's Messages API.

Sends PROMPT to Anthropic's own endpoint, which has what the chat endpoint lacks
for Claude: extended thinking, effort and prompt caching.

Examples:
  # Let Claude think first.
  cometapi messages "Prove that the square root of 2 is irrational." --thinking-budget 2048
  # Keep the instruction in the cache.
  cometapi messages "Summarise this." --system "You are brief." --cache

Arguments:
  PROMPT                    What to ask; read from a pipe when left out.

Options:
  -m, --model MODEL         Model that answers. [default: claude-sonnet-4-6]
  --max-tokens N            Longest answer in tokens; the service wants it
                            named. [1 or more] [default: 4096]
  -s, --system TEXT         Instruction for the whole conversation.
  --messages FILE           Messages from a JSON file, placed before the prompt.
  --image PATH|URL          Show an image to the model. [may be repeated]
  --file PATH|URL           Give a document, such as a PDF, to the model. [may
                            be repeated]
  --thinking-budget N       Tokens that the model may think, counted within
                            --max-tokens. [1024 or more]
  --effort EFFORT           How much work the model puts into the answer.
                            [choices: low, medium, high]
  --cache                   Keep the instruction in the prompt cache.
  -t, --temperature NUMBER  Sampling temperature: low is focused, high is
                            varied. [0 to 1]
  --top-p NUMBER            Nucleus sampling. [0 to 1]
  --top-k N                 Sample from the N likeliest tokens. [1 or more]
  --stop TEXT               End the answer before this text. [may be repeated]
  --tools FILE              Tools that the model may call, as a JSON list.
  --tool-choice NAME        auto, any, none, or the one tool to call.
  --user ID                 Your own id of the end user.
  --beta NAME               Ask for a feature in beta.
  --stream, --no-stream     Print the answer while it arrives; the default in
                            table and markdown.

Shared options:
  --reasoning HOW           Show the model's reasoning on stderr (the default on
                            a terminal), hide it, or print it alone. [choices:
                            show, hide, only]
  --usage                   Tell tokens and their estimated cost on stderr.
  --events                  Print one JSON object a line for every piece: start,
                            text, reasoning, media, tool_call, usage, result,
                            error.
  --body FILE|-             Start from this JSON object; options are laid over
                            it.
  --set KEY=VALUE           Any other field of the request, such as
                            metadata.user=1; the value is JSON or text. [may be
                            repeated]
  --raw-text                Print the answer's Markdown on a terminal too,
                            instead of rendering it.
  --strict                  Refuse what the model's provider does not take
                            instead of warning.
  --run-tools DIR           Run the called functions: executables of this folder
                            that take JSON on stdin and answer on stdout.
  --max-rounds N            How often the model may call tools. [1 to 100]
                            [default: 8]
  --tool-timeout SECONDS    How long one tool may take. [0.1 to 3600] [default:
                            60]
  --yes                     Do without asking what has to be asked for.
  -f, --format FORMAT       How to print the result. [choices: table, json,
                            yaml, csv, markdown] [default: table] [setting:
                            output_format]
  --json                    Print JSON; short for --format json.
  --fields NAME,...         Print these fields only, in this order, in any
                            format.
  --query EXPR              Print what this JMESPath expression selects from the
                            result.
  -o, --output FILE         Write the result into FILE, whole or not at all; -
                            is stdout.
  --force                   Write over a file that is there.
  --raw                     Print the service's reply untouched.
  --debug                   Show the traceback when something fails, and every
                            request and reply, without secrets.
  -q, --quiet               Say nothing beside the result but errors.
  --verbose                 Say which requests go out, what came back, and what
                            came from a copy.
  --color WHEN              Style what is printed; comes before NO_COLOR and
                            FORCE_COLOR. [choices: auto, always, never]
                            [default: auto]
  --no-input                Ask nothing: what is missing is an error. So it is
                            where CI is set.
  --profile NAME            Use the keys and settings of this profile. [default:
                            default] [env: COMETAPI_PROFILE] [setting: profile]
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream. [0.001 or more] [env:
                            COMETAPI_TIMEOUT] [setting: timeout]
  --connect-timeout SECONDS
                            How long a connection may take. [0.001 or more]
                            [default: 10] [env: COMETAPI_CONNECT_TIMEOUT]
                            [setting: connect_timeout]
  --retries N               How often a call that may be repeated is repeated.
                            [0 to 20] [default: 2] [env: COMETAPI_RETRIES]
                            [setting: retries]
  --retry-max-wait SECONDS  Longest wait before a call is repeated. [0 or more]
                            [default: 30] [env: COMETAPI_RETRY_MAX_WAIT]
                            [setting: retry_max_wait]
  --ca FILE                 Certificates in PEM to trust instead of the
                            system's. [env: COMETAPI_CA] [setting: ca]
  --client-cert FILE        Client certificate in PEM. [env:
                            COMETAPI_CLIENT_CERT] [setting: client_cert]
  --client-key FILE         Key of the client certificate, where it is in a file
                            of its own. [env: COMETAPI_CLIENT_KEY] [setting:
                            client_key]
  --dry-run                 Print the request instead of sending it.
  --curl                    Print a curl command that sends the request instead
                            of sending it.
  -h, --help                Show this help.
"""

FLAGS = {
    "--model": True,
    "-m": True,
    "--max-tokens": True,
    "--system": True,
    "-s": True,
    "--messages": True,
    "--image": True,
    "--file": True,
    "--thinking-budget": True,
    "--effort": True,
    "--cache": False,
    "--temperature": True,
    "-t": True,
    "--top-p": True,
    "--top-k": True,
    "--stop": True,
    "--tools": True,
    "--tool-choice": True,
    "--user": True,
    "--beta": True,
    "--stream": False,
    "--no-stream": False,
    "--reasoning": True,
    "--usage": False,
    "--events": False,
    "--body": True,
    "--set": True,
    "--raw-text": False,
    "--strict": False,
    "--run-tools": True,
    "--max-rounds": True,
    "--tool-timeout": True,
    "--yes": False,
    "--format": True,
    "-f": True,
    "--json": False,
    "--fields": True,
    "--query": True,
    "--output": True,
    "-o": True,
    "--force": False,
    "--raw": False,
    "--debug": False,
    "--quiet": False,
    "-q": False,
    "--verbose": False,
    "--color": True,
    "--no-input": False,
    "--profile": True,
    "--sandbox": False,
    "--timeout": True,
    "--connect-timeout": True,
    "--retries": True,
    "--retry-max-wait": True,
    "--ca": True,
    "--client-cert": True,
    "--client-key": True,
    "--dry-run": False,
    "--curl": False,
}

COMMAND = {
    "name": "messages",
    "effect": "write",
    "cost": "paid",
    "run": "messages:run",
    "arguments": {
        "model": {"flag": "--model", "default": "claude-sonnet-4-6", "to": ("body", "model"), "complete": "models"},
        "max_tokens": {"flag": "--max-tokens", "default": 4096, "to": ("body", "max_tokens")},
        "system": {
            "flag": "--system",
            "to": ("body", "system", "-"),
            "as": {"type": "text", "text": "$value", "cache_control": "$cache"},
        },
        "messages": {"flag": "--messages", "to": ("body", "messages", "-")},
        "prompt": {
            "flag": "PROMPT",
            "stdin": True,
            "to": ("body", "messages", "-"),
            "as": {"role": "user", "content": "$value"},
            "part": {"type": "text", "text": "$value"},
            "instead": ["messages", "body", "set"],
        },
        "image": {
            "flag": "--image",
            "as": {
                "type": "$value.block",
                "source": {
                    "$first": [
                        {"type": "base64", "media_type": "$value.media_type", "data": "$value.data"},
                        {"type": "url", "url": "$value.link"},
                    ],
                },
            },
            "joins": "prompt",
        },
        "file": {
            "flag": "--file",
            "as": {
                "type": "$value.block",
                "source": {
                    "$first": [
                        {"type": "base64", "media_type": "$value.media_type", "data": "$value.data"},
                        {"type": "url", "url": "$value.link"},
                    ],
                },
            },
            "joins": "prompt",
        },
        "thinking_budget": {
            "flag": "--thinking-budget",
            "to": ("body", "thinking"),
            "as": {"type": "enabled", "budget_tokens": "$value"},
        },
        "effort": {"flag": "--effort", "to": ("body", "output_config", "effort"), "choices": ["low", "medium", "high"]},
        "cache": {"flag": "--cache", "as": {"type": "ephemeral"}, "needs": {"system": None}},
        "temperature": {"flag": "--temperature", "to": ("body", "temperature")},
        "top_p": {"flag": "--top-p", "to": ("body", "top_p")},
        "top_k": {"flag": "--top-k", "to": ("body", "top_k")},
        "stop": {"flag": "--stop", "to": ("body", "stop_sequences")},
        "tools": {"flag": "--tools", "to": ("body", "tools")},
        "tool_choice": {
            "flag": "--tool-choice",
            "to": ("body", "tool_choice"),
            "as": {"type": "tool", "name": "$value"},
            "plain": {"auto": {"type": "auto"}, "any": {"type": "any"}, "none": {"type": "none"}},
        },
        "user": {"flag": "--user", "to": ("body", "metadata", "user_id")},
        "beta": {"flag": "--beta", "to": ("header", "anthropic-beta")},
        "stream": {"flag": "--stream", "to": ("body", "stream")},
        "reasoning": {"flag": "--reasoning", "choices": ["show", "hide", "only"]},
        "usage": {"flag": "--usage"},
        "events": {"flag": "--events", "excludes": ["format", "fields", "query", "raw"]},
        "body": {"flag": "--body", "to": ("body",)},
        "set": {"flag": "--set", "to": ("body",)},
        "raw_text": {"flag": "--raw-text"},
        "strict": {"flag": "--strict"},
        "run_tools": {"flag": "--run-tools", "needs": {"tools": None}},
        "max_rounds": {"flag": "--max-rounds", "default": 8},
        "tool_timeout": {"flag": "--tool-timeout", "default": 60},
        "yes": {"flag": "--yes"},
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "fields": {"flag": "--fields"},
        "query": {"flag": "--query"},
        "output": {"flag": "--output"},
        "force": {"flag": "--force", "needs": {"output": None}},
        "raw": {"flag": "--raw", "excludes": ["format", "fields", "query"]},
        "debug": {"flag": "--debug"},
        "quiet": {"flag": "--quiet", "excludes": ["verbose"]},
        "verbose": {"flag": "--verbose"},
        "color": {"flag": "--color", "default": "auto", "choices": ["auto", "always", "never"]},
        "no_input": {"flag": "--no-input"},
        "profile": {"flag": "--profile", "default_from": "profile"},
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout", "default_from": "timeout"},
        "connect_timeout": {"flag": "--connect-timeout", "default_from": "connect_timeout"},
        "retries": {"flag": "--retries", "default_from": "retries"},
        "retry_max_wait": {"flag": "--retry-max-wait", "default_from": "retry_max_wait"},
        "ca": {"flag": "--ca", "default_from": "ca", "file": True},
        "client_cert": {"flag": "--client-cert", "default_from": "client_cert", "file": True},
        "client_key": {"flag": "--client-key", "default_from": "client_key", "file": True},
        "dry_run": {"flag": "--dry-run", "excludes": ["curl"]},
        "curl": {"flag": "--curl"},
    },
    "routes": [
        {
            "request": {
                "method": "POST",
                "service": "gateway",
                "path": "/messages",
                "credential": "anthropic_key",
                "headers": {"anthropic-version": "2023-06-01"},
            },
            "response": {
                "is": "answer",
                "envelope": "messages",
                "dialect": "messages",
                "columns": [
                    {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
                    {
                        "name": "content",
                        "title": "Content",
                        "value": "content[?type == 'text'].text",
                        "show": "always",
                        "format": {"kind": "text"},
                    },
                    {"name": "stop_reason", "title": "Stop reason", "value": ("stop_reason",), "show": "always"},
                    {
                        "name": "input_tokens",
                        "title": "Input tokens",
                        "value": ("usage", "input_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "output_tokens",
                        "title": "Output tokens",
                        "value": ("usage", "output_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {"name": "id", "title": "Id", "value": ("id",), "show": "always"},
                ],
            },
            "samples": [
                {"file": "messages.json", "stream": "messages.sse", "status": 200, "media_type": "application/json"},
                {
                    "file": "messages-tools.json",
                    "stream": "messages-tools.sse",
                    "when": "tools && !(messages[?content[?type == 'tool_result']])",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "messages-structured.json",
                    "stream": "messages-structured.sse",
                    "when": ("output_config", "format"),
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "messages-thinking.json",
                    "stream": "messages-thinking.sse",
                    "when": ("thinking",),
                    "status": 200,
                    "media_type": "application/json",
                },
            ],
        },
    ],
    "stream": {"switch": "stream", "default_in": ["table", "markdown"]},
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument("prompt", nargs="?", metavar="PROMPT", help="What to ask; read from a pipe when left out.")
    parser.add_argument("--model", "-m", dest="model", metavar="MODEL", help="Model that answers.")
    parser.add_argument(
        "--max-tokens",
        dest="max_tokens",
        type=types.integer(low=1),
        metavar="N",
        help="Longest answer in tokens; the service wants it named.",
    )
    parser.add_argument("--system", "-s", dest="system", metavar="TEXT", help="Instruction for the whole conversation.")
    parser.add_argument(
        "--messages",
        dest="messages",
        type=types.read_by("json_list_file"),
        metavar="FILE",
        help="Messages from a JSON file, placed before the prompt.",
    )
    parser.add_argument(
        "--image",
        dest="image",
        action="append",
        type=types.read_by("image"),
        metavar="PATH|URL",
        help="Show an image to the model.",
    )
    parser.add_argument(
        "--file",
        dest="file",
        action="append",
        type=types.read_by("any_medium"),
        metavar="PATH|URL",
        help="Give a document, such as a PDF, to the model.",
    )
    parser.add_argument(
        "--thinking-budget",
        dest="thinking_budget",
        type=types.integer(low=1024),
        metavar="N",
        help="Tokens that the model may think, counted within --max-tokens.",
    )
    parser.add_argument(
        "--effort",
        dest="effort",
        type=types.choice("low", "medium", "high"),
        metavar="EFFORT",
        help="How much work the model puts into the answer.",
    )
    parser.add_argument(
        "--cache",
        dest="cache",
        action="store_const",
        const=True,
        help="Keep the instruction in the prompt cache.",
    )
    parser.add_argument(
        "--temperature",
        "-t",
        dest="temperature",
        type=types.number(low=0, high=1),
        metavar="NUMBER",
        help="Sampling temperature: low is focused, high is varied.",
    )
    parser.add_argument(
        "--top-p",
        dest="top_p",
        type=types.number(low=0, high=1),
        metavar="NUMBER",
        help="Nucleus sampling.",
    )
    parser.add_argument(
        "--top-k",
        dest="top_k",
        type=types.integer(low=1),
        metavar="N",
        help="Sample from the N likeliest tokens.",
    )
    parser.add_argument("--stop", dest="stop", action="append", metavar="TEXT", help="End the answer before this text.")
    parser.add_argument(
        "--tools",
        dest="tools",
        type=types.read_by("json_list_file"),
        metavar="FILE",
        help="Tools that the model may call, as a JSON list.",
    )
    parser.add_argument(
        "--tool-choice",
        dest="tool_choice",
        metavar="NAME",
        help="auto, any, none, or the one tool to call.",
    )
    parser.add_argument("--user", dest="user", metavar="ID", help="Your own id of the end user.")
    parser.add_argument("--beta", dest="beta", metavar="NAME", help="Ask for a feature in beta.")
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
        "--reasoning",
        dest="reasoning",
        type=types.choice("show", "hide", "only"),
        metavar="HOW",
        help="Show the model's reasoning on stderr (the default on a terminal), hide it, or print it alone.",
    )
    parser.add_argument(
        "--usage",
        dest="usage",
        action="store_const",
        const=True,
        help="Tell tokens and their estimated cost on stderr.",
    )
    parser.add_argument(
        "--events",
        dest="events",
        action="store_const",
        const=True,
        help="Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.",
    )
    parser.add_argument(
        "--body",
        dest="body",
        type=types.read_by("json_object_file"),
        metavar="FILE|-",
        help="Start from this JSON object; options are laid over it.",
    )
    parser.add_argument(
        "--set",
        dest="set",
        action="append",
        type=types.read_by("assignment"),
        metavar="KEY=VALUE",
        help="Any other field of the request, such as metadata.user=1; the value is JSON or text.",
    )
    parser.add_argument(
        "--raw-text",
        dest="raw_text",
        action="store_const",
        const=True,
        help="Print the answer's Markdown on a terminal too, instead of rendering it.",
    )
    parser.add_argument(
        "--strict",
        dest="strict",
        action="store_const",
        const=True,
        help="Refuse what the model's provider does not take instead of warning.",
    )
    parser.add_argument(
        "--run-tools",
        dest="run_tools",
        type=types.folder,
        metavar="DIR",
        help="Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.",
    )
    parser.add_argument(
        "--max-rounds",
        dest="max_rounds",
        type=types.integer(low=1, high=100),
        metavar="N",
        help="How often the model may call tools.",
    )
    parser.add_argument(
        "--tool-timeout",
        dest="tool_timeout",
        type=types.number(low=0.1, high=3600),
        metavar="SECONDS",
        help="How long one tool may take.",
    )
    parser.add_argument(
        "--yes",
        dest="yes",
        action="store_const",
        const=True,
        help="Do without asking what has to be asked for.",
    )
    parser.add_argument(
        "--format",
        "-f",
        dest="format",
        type=types.choice("table", "json", "yaml", "csv", "markdown"),
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
        "--fields",
        dest="fields",
        type=types.words,
        metavar="NAME,...",
        help="Print these fields only, in this order, in any format.",
    )
    parser.add_argument(
        "--query",
        dest="query",
        metavar="EXPR",
        help="Print what this JMESPath expression selects from the result.",
    )
    parser.add_argument(
        "--output",
        "-o",
        dest="output",
        metavar="FILE",
        help="Write the result into FILE, whole or not at all; - is stdout.",
    )
    parser.add_argument(
        "--force",
        dest="force",
        action="store_const",
        const=True,
        help="Write over a file that is there.",
    )
    parser.add_argument(
        "--raw",
        dest="raw",
        action="store_const",
        const=True,
        help="Print the service's reply untouched.",
    )
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails, and every request and reply, without secrets.",
    )
    parser.add_argument(
        "--quiet",
        "-q",
        dest="quiet",
        action="store_const",
        const=True,
        help="Say nothing beside the result but errors.",
    )
    parser.add_argument(
        "--verbose",
        dest="verbose",
        action="store_const",
        const=True,
        help="Say which requests go out, what came back, and what came from a copy.",
    )
    parser.add_argument(
        "--color",
        dest="color",
        type=types.choice("auto", "always", "never"),
        metavar="WHEN",
        help="Style what is printed; comes before NO_COLOR and FORCE_COLOR.",
    )
    parser.add_argument(
        "--no-input",
        dest="no_input",
        action="store_const",
        const=True,
        help="Ask nothing: what is missing is an error. So it is where CI is set.",
    )
    parser.add_argument("--profile", dest="profile", metavar="NAME", help="Use the keys and settings of this profile.")
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
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long to wait for the first byte, and between two pieces of a stream.",
    )
    parser.add_argument(
        "--connect-timeout",
        dest="connect_timeout",
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long a connection may take.",
    )
    parser.add_argument(
        "--retries",
        dest="retries",
        type=types.integer(low=0, high=20),
        metavar="N",
        help="How often a call that may be repeated is repeated.",
    )
    parser.add_argument(
        "--retry-max-wait",
        dest="retry_max_wait",
        type=types.number(low=0),
        metavar="SECONDS",
        help="Longest wait before a call is repeated.",
    )
    parser.add_argument(
        "--ca",
        dest="ca",
        type=types.file,
        metavar="FILE",
        help="Certificates in PEM to trust instead of the system's.",
    )
    parser.add_argument(
        "--client-cert",
        dest="client_cert",
        type=types.file,
        metavar="FILE",
        help="Client certificate in PEM.",
    )
    parser.add_argument(
        "--client-key",
        dest="client_key",
        type=types.file,
        metavar="FILE",
        help="Key of the client certificate, where it is in a file of its own.",
    )
    parser.add_argument(
        "--dry-run",
        dest="dry_run",
        action="store_const",
        const=True,
        help="Print the request instead of sending it.",
    )
    parser.add_argument(
        "--curl",
        dest="curl",
        action="store_const",
        const=True,
        help="Print a curl command that sends the request instead of sending it.",
    )
