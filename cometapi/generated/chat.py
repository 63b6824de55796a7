"""cometapi chat: the parser and the facts of spec/commands/chat.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

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
  --developer TEXT          Instruction for newer models (o1 and later), in the
                            place of --system.
  --messages FILE           Messages from a JSON file, placed before the
                            message.
  --tool-result ID=VALUE    The result of a tool that the model called, after
                            --messages with that call. [may be repeated]
  --message ROLE:TEXT       One message more, with its role. [may be repeated]
  -t, --temperature NUMBER  Sampling temperature: low is focused, high is
                            varied. [0 to 2]
  --top-p NUMBER            Nucleus sampling; change this or the temperature,
                            not both. [0 to 1]
  --max-tokens N            Longest answer in tokens. [1 or more]
  --max-completion-tokens N
                            Longest answer with its reasoning; for GPT-4.1,
                            GPT-5 and o-series models. [1 or more]
  --stream, --no-stream     Print the answer while it arrives; the default in
                            table and markdown.
  --n N                     How many answers to make. [1 to 128]
  --stop TEXT               End the answer before this text. [may be repeated]
  --seed N                  Ask for the same answer to the same question.
  --presence-penalty NUMBER
                            Discourage words that are there already. [-2 to 2]
  --frequency-penalty NUMBER
                            Discourage words by how often they are there. [-2 to
                            2]
  --logit-bias JSON         Token ids and their bias, -100 to 100, as a JSON
                            object.
  --logprobs                Return log probabilities; see them with --json.
  --top-logprobs N          How many likely tokens at each place. [0 to 20]
  --reasoning-effort EFFORT
                            How hard o-series and GPT-5.1+ models think.
                            [choices: low, medium, high]
  --service-tier TIER       How urgently to serve. [choices: auto, default,
                            flex, priority]
  --user ID                 Your own id of the end user.
  --response-format KIND    Kind of answer; json_schema comes with --schema.
                            [choices: text, json_object, json_schema]
  --schema FILE             Answer in JSON that fits this JSON Schema; it is
                            checked here too.
  --tools FILE              Functions that the model may call, as a JSON list.
  --tool-choice NAME        auto, none, required, or the one function to call.
  --image PATH|URL          Show an image to the model. [may be repeated]
  --detail DETAIL           How closely images are looked at. [choices: low,
                            high, auto]
  --audio PATH              Let the model hear a sound file. [may be repeated]
  --file PATH               Give a document to the model. [may be repeated]
  --stream-options JSON     Options of the stream, as a JSON object.

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
    "--system": True,
    "-s": True,
    "--developer": True,
    "--messages": True,
    "--tool-result": True,
    "--message": True,
    "--temperature": True,
    "-t": True,
    "--top-p": True,
    "--max-tokens": True,
    "--max-completion-tokens": True,
    "--stream": False,
    "--no-stream": False,
    "--n": True,
    "--stop": True,
    "--seed": True,
    "--presence-penalty": True,
    "--frequency-penalty": True,
    "--logit-bias": True,
    "--logprobs": False,
    "--top-logprobs": True,
    "--reasoning-effort": True,
    "--service-tier": True,
    "--user": True,
    "--response-format": True,
    "--schema": True,
    "--tools": True,
    "--tool-choice": True,
    "--image": True,
    "--detail": True,
    "--audio": True,
    "--file": True,
    "--stream-options": True,
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
    "name": "chat",
    "effect": "write",
    "cost": "paid",
    "run": "chat.command:run",
    "arguments": {
        "model": {"flag": "--model", "default_from": "default_model", "to": ("body", "model"), "complete": "models"},
        "system": {"flag": "--system", "to": ("body", "messages", "-"), "as": {"role": "system", "content": "$value"}},
        "developer": {
            "flag": "--developer",
            "to": ("body", "messages", "-"),
            "as": {"role": "developer", "content": "$value"},
        },
        "messages": {"flag": "--messages", "to": ("body", "messages", "-")},
        "tool_result": {
            "flag": "--tool-result",
            "to": ("body", "messages", "-"),
            "as": {"role": "tool", "tool_call_id": "$value.key", "content": "$value.value"},
        },
        "message": {"flag": "--message", "to": ("body", "messages", "-")},
        "prompt": {
            "flag": "MESSAGE",
            "stdin": True,
            "to": ("body", "messages", "-"),
            "as": {"role": "user", "content": "$value"},
            "part": {"type": "text", "text": "$value"},
            "instead": ["messages", "message", "tool_result", "body", "set"],
        },
        "temperature": {"flag": "--temperature", "to": ("body", "temperature")},
        "top_p": {"flag": "--top-p", "to": ("body", "top_p")},
        "max_tokens": {"flag": "--max-tokens", "to": ("body", "max_tokens")},
        "max_completion_tokens": {"flag": "--max-completion-tokens", "to": ("body", "max_completion_tokens")},
        "stream": {"flag": "--stream", "to": ("body", "stream")},
        "n": {"flag": "--n", "to": ("body", "n")},
        "stop": {"flag": "--stop", "to": ("body", "stop")},
        "seed": {"flag": "--seed", "to": ("body", "seed")},
        "presence_penalty": {"flag": "--presence-penalty", "to": ("body", "presence_penalty")},
        "frequency_penalty": {"flag": "--frequency-penalty", "to": ("body", "frequency_penalty")},
        "logit_bias": {"flag": "--logit-bias", "to": ("body", "logit_bias")},
        "logprobs": {"flag": "--logprobs", "to": ("body", "logprobs")},
        "top_logprobs": {"flag": "--top-logprobs", "to": ("body", "top_logprobs"), "needs": {"logprobs": None}},
        "reasoning_effort": {
            "flag": "--reasoning-effort",
            "to": ("body", "reasoning_effort"),
            "choices": ["low", "medium", "high"],
        },
        "service_tier": {
            "flag": "--service-tier",
            "to": ("body", "service_tier"),
            "choices": ["auto", "default", "flex", "priority"],
        },
        "user": {"flag": "--user", "to": ("body", "user")},
        "response_format": {
            "flag": "--response-format",
            "to": ("body", "response_format", "type"),
            "choices": ["text", "json_object", "json_schema"],
        },
        "schema": {
            "flag": "--schema",
            "to": ("body", "response_format"),
            "as": {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": "$value"}},
        },
        "tools": {"flag": "--tools", "to": ("body", "tools")},
        "tool_choice": {
            "flag": "--tool-choice",
            "to": ("body", "tool_choice"),
            "as": {"type": "function", "function": {"name": "$value"}},
            "plain": {"auto": "auto", "none": "none", "required": "required"},
        },
        "image": {
            "flag": "--image",
            "as": {"type": "image_url", "image_url": {"url": "$value.url", "detail": "$detail"}},
            "joins": "prompt",
        },
        "detail": {"flag": "--detail", "choices": ["low", "high", "auto"], "needs": {"image": None}},
        "audio": {
            "flag": "--audio",
            "as": {"type": "input_audio", "input_audio": {"data": "$value.data", "format": "$value.format"}},
            "joins": "prompt",
        },
        "file": {
            "flag": "--file",
            "as": {"type": "file", "file": {"filename": "$value.name", "file_data": "$value.url"}},
            "joins": "prompt",
        },
        "stream_options": {"flag": "--stream-options", "to": ("body", "stream_options")},
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
            "request": {"method": "POST", "service": "gateway", "path": "/chat/completions", "credential": "api_key"},
            "response": {
                "is": "answer",
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
            "samples": [
                {"file": "chat.json", "stream": "chat.sse", "status": 200, "media_type": "application/json"},
                {
                    "file": "chat-tools.json",
                    "stream": "chat-tools.sse",
                    "when": "tools && !(messages[?role == 'tool'])",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "chat-structured.json",
                    "stream": "chat-structured.sse",
                    "when": "response_format.type != 'text' && response_format",
                    "status": 200,
                    "media_type": "application/json",
                },
            ],
        },
    ],
    "stream": {
        "switch": "stream",
        "default_in": ["table", "markdown"],
        "usage": {"stream_options": {"include_usage": True}},
    },
    "limits": [
        {
            "models": ["claude-*"],
            "of": "Claude",
            "ranges": {"temperature": [0, 1], "n": [1, 1]},
            "most": {"stop": 4},
            "choices": {"response_format": ["text", "json_schema"]},
            "lacks": ["logprobs", "top_logprobs", "reasoning_effort"],
        },
        {
            "models": ["gemini-*"],
            "of": "Gemini",
            "ranges": {"n": [1, 8]},
            "most": {"stop": 5},
            "choices": {},
            "lacks": ["logprobs", "top_logprobs", "reasoning_effort"],
        },
        {
            "models": ["gpt-3*", "gpt-4*", "gpt-5", "gpt-5-*", "chatgpt-*"],
            "of": "GPT before 5.1",
            "ranges": {},
            "most": {"stop": 4},
            "choices": {},
            "lacks": ["reasoning_effort"],
        },
        {
            "models": ["gpt-*", "o1*", "o3*", "o4*"],
            "of": "OpenAI",
            "ranges": {},
            "most": {"stop": 4},
            "choices": {},
            "lacks": [],
        },
    ],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "prompt",
        nargs="?",
        metavar="MESSAGE",
        help="What to say; read from a pipe when left out. Neither on a terminal begins a conversation.",
    )
    parser.add_argument("--model", "-m", dest="model", metavar="MODEL", help="Model that answers.")
    parser.add_argument("--system", "-s", dest="system", metavar="TEXT", help="Instruction placed before the message.")
    parser.add_argument(
        "--developer",
        dest="developer",
        metavar="TEXT",
        help="Instruction for newer models (o1 and later), in the place of --system.",
    )
    parser.add_argument(
        "--messages",
        dest="messages",
        type=types.read_by("json_list_file"),
        metavar="FILE",
        help="Messages from a JSON file, placed before the message.",
    )
    parser.add_argument(
        "--tool-result",
        dest="tool_result",
        action="append",
        type=types.read_by("pair"),
        metavar="ID=VALUE",
        help="The result of a tool that the model called, after --messages with that call.",
    )
    parser.add_argument(
        "--message",
        dest="message",
        action="append",
        type=types.read_by("message"),
        metavar="ROLE:TEXT",
        help="One message more, with its role.",
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
        help="Nucleus sampling; change this or the temperature, not both.",
    )
    parser.add_argument(
        "--max-tokens",
        dest="max_tokens",
        type=types.integer(low=1),
        metavar="N",
        help="Longest answer in tokens.",
    )
    parser.add_argument(
        "--max-completion-tokens",
        dest="max_completion_tokens",
        type=types.integer(low=1),
        metavar="N",
        help="Longest answer with its reasoning; for GPT-4.1, GPT-5 and o-series models.",
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
        "--n",
        dest="n",
        type=types.integer(low=1, high=128),
        metavar="N",
        help="How many answers to make.",
    )
    parser.add_argument("--stop", dest="stop", action="append", metavar="TEXT", help="End the answer before this text.")
    parser.add_argument(
        "--seed",
        dest="seed",
        type=types.integer(),
        metavar="N",
        help="Ask for the same answer to the same question.",
    )
    parser.add_argument(
        "--presence-penalty",
        dest="presence_penalty",
        type=types.number(low=-2, high=2),
        metavar="NUMBER",
        help="Discourage words that are there already.",
    )
    parser.add_argument(
        "--frequency-penalty",
        dest="frequency_penalty",
        type=types.number(low=-2, high=2),
        metavar="NUMBER",
        help="Discourage words by how often they are there.",
    )
    parser.add_argument(
        "--logit-bias",
        dest="logit_bias",
        type=types.json_fields,
        metavar="JSON",
        help="Token ids and their bias, -100 to 100, as a JSON object.",
    )
    parser.add_argument(
        "--logprobs",
        dest="logprobs",
        action="store_const",
        const=True,
        help="Return log probabilities; see them with --json.",
    )
    parser.add_argument(
        "--top-logprobs",
        dest="top_logprobs",
        type=types.integer(low=0, high=20),
        metavar="N",
        help="How many likely tokens at each place.",
    )
    parser.add_argument(
        "--reasoning-effort",
        dest="reasoning_effort",
        type=types.choice("low", "medium", "high"),
        metavar="EFFORT",
        help="How hard o-series and GPT-5.1+ models think.",
    )
    parser.add_argument(
        "--service-tier",
        dest="service_tier",
        type=types.choice("auto", "default", "flex", "priority"),
        metavar="TIER",
        help="How urgently to serve.",
    )
    parser.add_argument("--user", dest="user", metavar="ID", help="Your own id of the end user.")
    parser.add_argument(
        "--response-format",
        dest="response_format",
        type=types.choice("text", "json_object", "json_schema"),
        metavar="KIND",
        help="Kind of answer; json_schema comes with --schema.",
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
        help="Functions that the model may call, as a JSON list.",
    )
    parser.add_argument(
        "--tool-choice",
        dest="tool_choice",
        metavar="NAME",
        help="auto, none, required, or the one function to call.",
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
        "--detail",
        dest="detail",
        type=types.choice("low", "high", "auto"),
        metavar="DETAIL",
        help="How closely images are looked at.",
    )
    parser.add_argument(
        "--audio",
        dest="audio",
        action="append",
        type=types.read_by("audio_file"),
        metavar="PATH",
        help="Let the model hear a sound file.",
    )
    parser.add_argument(
        "--file",
        dest="file",
        action="append",
        type=types.read_by("medium_file"),
        metavar="PATH",
        help="Give a document to the model.",
    )
    parser.add_argument(
        "--stream-options",
        dest="stream_options",
        type=types.json_fields,
        metavar="JSON",
        help="Options of the stream, as a JSON object.",
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
