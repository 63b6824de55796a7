"""cometapi responses: the parser and the facts of spec/commands/responses.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi responses [PROMPT] [options]

Ask a model through the Responses API.

Sends PROMPT to OpenAI's Responses endpoint, which the documentation recommends
for o-series, GPT-5, Pro and Codex models. With --background the answer is made
on the server; --max-wait says how long to wait for it.

Examples:
  # Think hard.
  cometapi responses "Is 1009 prime?" --reasoning-effort high
  # Search the web first.
  cometapi responses "What happened today?" --web-search
  # Go on with a stored conversation.
  cometapi responses "And the second?" --previous-response resp_abc123

Arguments:
  PROMPT                    What to ask; read from a pipe when left out.

Options:
  -m, --model MODEL         Model that answers. [default: gpt-5.4] [env:
                            COMETAPI_DEFAULT_MODEL] [setting: default_model]
  -s, --system, --instructions TEXT
                            Instruction that stands before the conversation.
  --tool-result ID=VALUE    The result of a function that the model called, with
                            --previous-response. [may be repeated]
  --image PATH|URL          Show an image to the model. [may be repeated]
  --file PATH|URL           Give a document to the model. [may be repeated]
  --previous-response ID    Continue a stored answer.
  --effort, --reasoning-effort EFFORT
                            How hard the model thinks. [choices: minimal, low,
                            medium, high]
  --reasoning-summary KIND  Return a summary of the reasoning. [choices: auto,
                            concise, detailed]
  --verbosity LEVEL         How long the answer is. [choices: low, medium, high]
  --max-tokens N            Longest answer in tokens. [1 or more]
  -t, --temperature NUMBER  Sampling temperature: low is focused, high is
                            varied. [0 to 2]
  --top-p NUMBER            Nucleus sampling. [0 to 1]
  --schema FILE             Answer in JSON that fits this JSON Schema; it is
                            checked here too.
  --tools FILE              Tools that the model may use, as a JSON list.
  --web-search              Let the model search the web.
  --tool-choice NAME        auto, none, required, or the one function to call.
  --store, --no-store       Keep the answer on the server.
  --background              Make the answer on the server and wait for it.
  --service-tier TIER       How urgently to serve. [choices: auto, default,
                            flex, priority]
  --truncation HOW          Whether a conversation that is too long is
                            shortened. [choices: auto, disabled]
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
  --interval SECONDS        How long to wait between two looks. [0.1 to 3600]
                            [default: 5]
  --max-wait SECONDS        How long to wait in all. [0 or more] [default: 1800]
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
    "--system": True,
    "--instructions": True,
    "-s": True,
    "--tool-result": True,
    "--image": True,
    "--file": True,
    "--previous-response": True,
    "--reasoning-effort": True,
    "--effort": True,
    "--reasoning-summary": True,
    "--verbosity": True,
    "--max-tokens": True,
    "--temperature": True,
    "-t": True,
    "--top-p": True,
    "--schema": True,
    "--tools": True,
    "--web-search": False,
    "--tool-choice": True,
    "--store": False,
    "--no-store": False,
    "--background": False,
    "--service-tier": True,
    "--truncation": True,
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
    "--interval": True,
    "--max-wait": True,
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
    "name": "responses",
    "effect": "write",
    "cost": "paid",
    "run": "waiting:run",
    "arguments": {
        "model": {"flag": "--model", "default_from": "default_model", "to": ("body", "model"), "complete": "models"},
        "system": {"flag": "--system", "to": ("body", "instructions")},
        "tool_result": {
            "flag": "--tool-result",
            "to": ("body", "input", "-"),
            "as": {"type": "function_call_output", "call_id": "$value.key", "output": "$value.value"},
        },
        "prompt": {
            "flag": "PROMPT",
            "stdin": True,
            "to": ("body", "input", "-"),
            "as": {"role": "user", "content": "$value"},
            "part": {"type": "input_text", "text": "$value"},
            "instead": ["body", "set", "tool_result"],
        },
        "image": {"flag": "--image", "as": {"type": "input_image", "image_url": "$value.url"}, "joins": "prompt"},
        "file": {
            "flag": "--file",
            "as": {
                "$first": [
                    {"type": "input_file", "file_url": "$value.link"},
                    {"type": "input_file", "filename": "$value.name", "file_data": "$value.url"},
                ],
            },
            "joins": "prompt",
        },
        "previous_response": {"flag": "--previous-response", "to": ("body", "previous_response_id")},
        "reasoning_effort": {
            "flag": "--reasoning-effort",
            "to": ("body", "reasoning", "effort"),
            "choices": ["minimal", "low", "medium", "high"],
        },
        "reasoning_summary": {
            "flag": "--reasoning-summary",
            "to": ("body", "reasoning", "summary"),
            "choices": ["auto", "concise", "detailed"],
        },
        "verbosity": {"flag": "--verbosity", "to": ("body", "text", "verbosity"), "choices": ["low", "medium", "high"]},
        "max_tokens": {"flag": "--max-tokens", "to": ("body", "max_output_tokens")},
        "temperature": {"flag": "--temperature", "to": ("body", "temperature")},
        "top_p": {"flag": "--top-p", "to": ("body", "top_p")},
        "schema": {
            "flag": "--schema",
            "to": ("body", "text", "format"),
            "as": {"type": "json_schema", "name": "answer", "strict": True, "schema": "$value"},
        },
        "tools": {"flag": "--tools", "to": ("body", "tools", "-")},
        "web_search": {"flag": "--web-search", "to": ("body", "tools", "-"), "as": {"type": "web_search_preview"}},
        "tool_choice": {
            "flag": "--tool-choice",
            "to": ("body", "tool_choice"),
            "as": {"type": "function", "name": "$value"},
            "plain": {"auto": "auto", "none": "none", "required": "required"},
        },
        "store": {"flag": "--store", "to": ("body", "store")},
        "background": {"flag": "--background", "to": ("body", "background"), "excludes": ["stream", "run_tools"]},
        "service_tier": {
            "flag": "--service-tier",
            "to": ("body", "service_tier"),
            "choices": ["auto", "default", "flex", "priority"],
        },
        "truncation": {"flag": "--truncation", "to": ("body", "truncation"), "choices": ["auto", "disabled"]},
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
        "interval": {"flag": "--interval", "default": 5},
        "max_wait": {"flag": "--max-wait", "default": 1800},
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
            "request": {"method": "POST", "service": "gateway", "path": "/responses", "credential": "api_key"},
            "response": {
                "is": "answer",
                "envelope": "responses",
                "dialect": "responses",
                "columns": [
                    {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
                    {
                        "name": "content",
                        "title": "Content",
                        "value": "output[?type == 'message'].content[] | [?type == 'output_text'].text",
                        "show": "always",
                        "format": {"kind": "text"},
                    },
                    {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
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
                    {
                        "name": "total_tokens",
                        "title": "Total tokens",
                        "value": ("usage", "total_tokens"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {"name": "id", "title": "Id", "value": ("id",), "show": "always"},
                ],
            },
            "samples": [
                {"file": "responses.json", "stream": "responses.sse", "status": 200, "media_type": "application/json"},
                {
                    "file": "responses-tools.json",
                    "stream": "responses-tools.sse",
                    "when": "tools[?type == 'function'] && !(input[?type == 'function_call_output'])",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "responses-structured.json",
                    "stream": "responses-structured.sse",
                    "when": ("text", "format"),
                    "status": 200,
                    "media_type": "application/json",
                },
            ],
        },
    ],
    "stream": {"switch": "stream", "default_in": ["table", "markdown"]},
    "wait": {"for": "background", "if": "background"},
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument("prompt", nargs="?", metavar="PROMPT", help="What to ask; read from a pipe when left out.")
    parser.add_argument("--model", "-m", dest="model", metavar="MODEL", help="Model that answers.")
    parser.add_argument(
        "--system",
        "--instructions",
        "-s",
        dest="system",
        metavar="TEXT",
        help="Instruction that stands before the conversation.",
    )
    parser.add_argument(
        "--tool-result",
        dest="tool_result",
        action="append",
        type=types.read_by("pair"),
        metavar="ID=VALUE",
        help="The result of a function that the model called, with --previous-response.",
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
        help="Give a document to the model.",
    )
    parser.add_argument("--previous-response", dest="previous_response", metavar="ID", help="Continue a stored answer.")
    parser.add_argument(
        "--reasoning-effort",
        "--effort",
        dest="reasoning_effort",
        type=types.choice("minimal", "low", "medium", "high"),
        metavar="EFFORT",
        help="How hard the model thinks.",
    )
    parser.add_argument(
        "--reasoning-summary",
        dest="reasoning_summary",
        type=types.choice("auto", "concise", "detailed"),
        metavar="KIND",
        help="Return a summary of the reasoning.",
    )
    parser.add_argument(
        "--verbosity",
        dest="verbosity",
        type=types.choice("low", "medium", "high"),
        metavar="LEVEL",
        help="How long the answer is.",
    )
    parser.add_argument(
        "--max-tokens",
        dest="max_tokens",
        type=types.integer(low=1),
        metavar="N",
        help="Longest answer in tokens.",
    )
    parser.add_argument(
        "--temperature",
        "-t",
        dest="temperature",
        type=types.number(low=0, high=2),
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
        "--schema",
        dest="schema",
        type=types.read_by("schema_file"),
        metavar="FILE",
        help="Answer in JSON that fits this JSON Schema; it is checked here too.",
    )
    parser.add_argument(
        "--tools",
        dest="tools",
        type=types.read_by("json_list_file"),
        metavar="FILE",
        help="Tools that the model may use, as a JSON list.",
    )
    parser.add_argument(
        "--web-search",
        dest="web_search",
        action="store_const",
        const=True,
        help="Let the model search the web.",
    )
    parser.add_argument(
        "--tool-choice",
        dest="tool_choice",
        metavar="NAME",
        help="auto, none, required, or the one function to call.",
    )
    parser.add_argument(
        "--store",
        dest="store",
        action="store_const",
        const=True,
        help="Keep the answer on the server.",
    )
    parser.add_argument("--no-store", dest="store", action="store_const", const=False, help="The opposite of --store.")
    parser.add_argument(
        "--background",
        dest="background",
        action="store_const",
        const=True,
        help="Make the answer on the server and wait for it.",
    )
    parser.add_argument(
        "--service-tier",
        dest="service_tier",
        type=types.choice("auto", "default", "flex", "priority"),
        metavar="TIER",
        help="How urgently to serve.",
    )
    parser.add_argument(
        "--truncation",
        dest="truncation",
        type=types.choice("auto", "disabled"),
        metavar="HOW",
        help="Whether a conversation that is too long is shortened.",
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
        "--interval",
        dest="interval",
        type=types.number(low=0.1, high=3600),
        metavar="SECONDS",
        help="How long to wait between two looks.",
    )
    parser.add_argument(
        "--max-wait",
        dest="max_wait",
        type=types.number(low=0),
        metavar="SECONDS",
        help="How long to wait in all.",
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
