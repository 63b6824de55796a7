"""cometapi gemini: the parser and the facts of spec/commands/gemini.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi gemini [PROMPT] [options]

Ask a Gemini model through its native API.

Sends PROMPT to Gemini's own endpoint, which has what the chat endpoint lacks:
thinking, grounding with Google Search and Maps, code execution and images as
answers. Sources of a grounded answer are listed on stderr.

Examples:
  # Think a little.
  cometapi gemini "Explain quantum physics simply." --model gemini-3.1-pro-preview --thinking-level low
  # Answer from the web, with sources.
  cometapi gemini "Who won the euro 2024?" --search
  # Answer in JSON.
  cometapi gemini "List 3 planets with their distances from the sun" --json-mode
  # With an instruction.
  cometapi gemini "What is 2+2?" --system "You are a math tutor. Always show your work."
  # Make an image.
  cometapi gemini "A red bicycle" --model gemini-3.1-flash-image-preview --modality image --save .

Arguments:
  PROMPT                    What to ask; read from a pipe when left out.

Options:
  -m, --model MODEL         Model that answers. [default: gemini-2.5-flash]
  --image PATH|URL          Show an image to the model. [may be repeated]
  --audio PATH|URL          Let the model hear a sound. [may be repeated]
  --video PATH|URL          Show a video to the model. [may be repeated]
  --file PATH|URL           Give a document to the model. [may be repeated]
  -s, --system TEXT         Instruction for the whole conversation.
  -t, --temperature NUMBER  Sampling temperature: low is focused, high is
                            varied. [0 to 2]
  --top-p NUMBER            Nucleus sampling. [0 to 1]
  --top-k N                 Sample from the N likeliest tokens. [1 or more]
  --max-tokens N            Longest answer in tokens. [1 or more]
  --candidates N            How many answers to make. [1 to 8]
  --stop TEXT               End the answer before this text. [may be repeated]
  --seed N                  Ask for the same answer to the same question.
  --thinking-level LEVEL    How hard Gemini 3 models think. [choices: minimal,
                            low, medium, high]
  --thinking-budget N       Tokens that Gemini 2.5 models may think; 0 is off,
                            -1 lets them choose. [-1 or more]
  --include-thoughts        Return summaries of the thoughts as reasoning.
  --search                  Let the model search the web with Google.
  --maps                    Let the model look into Google Maps.
  --code-execution          Let the model run code.
  --lat-lng LAT,LNG         Where --maps looks from.
  --json-mode               Answer in JSON.
  --schema FILE             Answer in JSON that fits this schema; it is checked
                            here too.
  --modality KIND           What the answer may hold. [choices: text, image]
                            [may be repeated]
  --aspect-ratio RATIO      Shape of an image, such as 16:9.
  --image-size SIZE         Size of an image: 1K, 2K or 4K.
  --safety CATEGORY=THRESHOLD
                            Filter of one category, such as
                            HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH. [may be
                            repeated]
  --tools FILE              Functions that the model may call: a JSON list of
                            declarations.
  --tool-mode MODE          Whether functions may, must or must not be called.
                            [choices: auto, any, none]
  --cached-content NAME     Cached content to use, as cachedContents/ID.
  --save DIR                Save images of the answer into this folder.
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
    "--image": True,
    "--audio": True,
    "--video": True,
    "--file": True,
    "--system": True,
    "-s": True,
    "--temperature": True,
    "-t": True,
    "--top-p": True,
    "--top-k": True,
    "--max-tokens": True,
    "--candidates": True,
    "--stop": True,
    "--seed": True,
    "--thinking-level": True,
    "--thinking-budget": True,
    "--include-thoughts": False,
    "--search": False,
    "--maps": False,
    "--code-execution": False,
    "--lat-lng": True,
    "--json-mode": False,
    "--schema": True,
    "--modality": True,
    "--aspect-ratio": True,
    "--image-size": True,
    "--safety": True,
    "--tools": True,
    "--tool-mode": True,
    "--cached-content": True,
    "--save": True,
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
    "name": "gemini",
    "effect": "write",
    "cost": "paid",
    "arguments": {
        "model": {"flag": "--model", "default": "gemini-2.5-flash", "to": ("path", "model"), "complete": "models"},
        "prompt": {
            "flag": "PROMPT",
            "stdin": True,
            "to": ("body", "contents", "-"),
            "as": {"parts": "$parts"},
            "part": {"text": "$value"},
            "instead": ["body", "set"],
        },
        "image": {
            "flag": "--image",
            "as": {
                "$first": [
                    {"inlineData": {"mimeType": "$value.media_type", "data": "$value.data"}},
                    {"fileData": {"mimeType": "$value.media_type", "fileUri": "$value.link"}},
                ],
            },
            "joins": "prompt",
        },
        "audio": {
            "flag": "--audio",
            "as": {
                "$first": [
                    {"inlineData": {"mimeType": "$value.media_type", "data": "$value.data"}},
                    {"fileData": {"mimeType": "$value.media_type", "fileUri": "$value.link"}},
                ],
            },
            "joins": "prompt",
        },
        "video": {
            "flag": "--video",
            "as": {
                "$first": [
                    {"inlineData": {"mimeType": "$value.media_type", "data": "$value.data"}},
                    {"fileData": {"mimeType": "$value.media_type", "fileUri": "$value.link"}},
                ],
            },
            "joins": "prompt",
        },
        "file": {
            "flag": "--file",
            "as": {
                "$first": [
                    {"inlineData": {"mimeType": "$value.media_type", "data": "$value.data"}},
                    {"fileData": {"mimeType": "$value.media_type", "fileUri": "$value.link"}},
                ],
            },
            "joins": "prompt",
        },
        "system": {"flag": "--system", "to": ("body", "systemInstruction", "parts", "-"), "as": {"text": "$value"}},
        "temperature": {"flag": "--temperature", "to": ("body", "generationConfig", "temperature")},
        "top_p": {"flag": "--top-p", "to": ("body", "generationConfig", "topP")},
        "top_k": {"flag": "--top-k", "to": ("body", "generationConfig", "topK")},
        "max_tokens": {"flag": "--max-tokens", "to": ("body", "generationConfig", "maxOutputTokens")},
        "candidates": {"flag": "--candidates", "to": ("body", "generationConfig", "candidateCount")},
        "stop": {"flag": "--stop", "to": ("body", "generationConfig", "stopSequences")},
        "seed": {"flag": "--seed", "to": ("body", "generationConfig", "seed")},
        "thinking_level": {
            "flag": "--thinking-level",
            "to": ("body", "generationConfig", "thinkingConfig", "thinkingLevel"),
            "words": {"minimal": "MINIMAL", "low": "LOW", "medium": "MEDIUM", "high": "HIGH"},
            "choices": ["minimal", "low", "medium", "high"],
            "excludes": ["thinking_budget"],
        },
        "thinking_budget": {
            "flag": "--thinking-budget",
            "to": ("body", "generationConfig", "thinkingConfig", "thinkingBudget"),
        },
        "include_thoughts": {
            "flag": "--include-thoughts",
            "to": ("body", "generationConfig", "thinkingConfig", "includeThoughts"),
        },
        "search": {"flag": "--search", "to": ("body", "tools", "-"), "as": {"google_search": {}}},
        "maps": {"flag": "--maps", "to": ("body", "tools", "-"), "as": {"googleMaps": {}}},
        "code_execution": {"flag": "--code-execution", "to": ("body", "tools", "-"), "as": {"codeExecution": {}}},
        "lat_lng": {"flag": "--lat-lng", "to": ("body", "toolConfig", "retrievalConfig", "latLng")},
        "json_mode": {
            "flag": "--json-mode",
            "to": ("body", "generationConfig", "responseMimeType"),
            "as": "application/json",
        },
        "schema": {
            "flag": "--schema",
            "to": ("body", "generationConfig"),
            "as": {"responseMimeType": "application/json", "responseSchema": "$value"},
            "excludes": ["json_mode"],
        },
        "modality": {
            "flag": "--modality",
            "to": ("body", "generationConfig", "responseModalities"),
            "words": {"text": "TEXT", "image": "IMAGE"},
            "choices": ["text", "image"],
        },
        "aspect_ratio": {"flag": "--aspect-ratio", "to": ("body", "generationConfig", "imageConfig", "aspectRatio")},
        "image_size": {"flag": "--image-size", "to": ("body", "generationConfig", "imageConfig", "imageSize")},
        "safety": {
            "flag": "--safety",
            "to": ("body", "safetySettings", "-"),
            "as": {"category": "$value.key", "threshold": "$value.value"},
        },
        "tools": {"flag": "--tools", "to": ("body", "tools", "-"), "as": {"functionDeclarations": "$value.list"}},
        "tool_mode": {
            "flag": "--tool-mode",
            "to": ("body", "toolConfig", "functionCallingConfig", "mode"),
            "words": {"auto": "AUTO", "any": "ANY", "none": "NONE"},
            "choices": ["auto", "any", "none"],
        },
        "cached_content": {"flag": "--cached-content", "to": ("body", "cachedContent")},
        "save": {"flag": "--save"},
        "stream": {"flag": "--stream"},
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
            "when": {"stream": True},
            "request": {
                "method": "POST",
                "service": "root",
                "path": "/v1beta/models/{model}:streamGenerateContent",
                "query": {"alt": "sse"},
                "credential": "google_key",
            },
            "response": {
                "is": "answer",
                "envelope": "gemini",
                "dialect": "gemini",
                "columns": [
                    {"name": "model", "title": "Model", "value": ("modelVersion",), "show": "always"},
                    {
                        "name": "content",
                        "title": "Content",
                        "value": "candidates[0].content.parts[?!thought].text",
                        "show": "always",
                        "format": {"kind": "text"},
                    },
                    {
                        "name": "finish_reason",
                        "title": "Finish reason",
                        "value": ("candidates", 0, "finishReason"),
                        "show": "always",
                    },
                    {
                        "name": "prompt_tokens",
                        "title": "Prompt tokens",
                        "value": ("usageMetadata", "promptTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "completion_tokens",
                        "title": "Completion tokens",
                        "value": ("usageMetadata", "candidatesTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "total_tokens",
                        "title": "Total tokens",
                        "value": ("usageMetadata", "totalTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                ],
            },
            "samples": [
                {"file": "gemini.json", "stream": "gemini.sse", "status": 200, "media_type": "application/json"},
                {
                    "file": "gemini-tools.json",
                    "stream": "gemini-tools.sse",
                    "when": "tools[?functionDeclarations] && !(contents[].parts[?functionResponse][])",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-search.json",
                    "stream": "gemini-search.sse",
                    "when": "tools[?google_search != `null` || googleSearch != `null` || googleMaps != `null`]",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-structured.json",
                    "stream": "gemini-structured.sse",
                    "when": ("generationConfig", "responseMimeType"),
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-image.json",
                    "stream": "gemini-image.sse",
                    "when": "generationConfig.responseModalities[?@ == 'IMAGE']",
                    "status": 200,
                    "media_type": "application/json",
                },
            ],
        },
        {
            "request": {
                "method": "POST",
                "service": "root",
                "path": "/v1beta/models/{model}:generateContent",
                "credential": "google_key",
            },
            "response": {
                "is": "answer",
                "envelope": "gemini",
                "dialect": "gemini",
                "columns": [
                    {"name": "model", "title": "Model", "value": ("modelVersion",), "show": "always"},
                    {
                        "name": "content",
                        "title": "Content",
                        "value": "candidates[0].content.parts[?!thought].text",
                        "show": "always",
                        "format": {"kind": "text"},
                    },
                    {
                        "name": "finish_reason",
                        "title": "Finish reason",
                        "value": ("candidates", 0, "finishReason"),
                        "show": "always",
                    },
                    {
                        "name": "prompt_tokens",
                        "title": "Prompt tokens",
                        "value": ("usageMetadata", "promptTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "completion_tokens",
                        "title": "Completion tokens",
                        "value": ("usageMetadata", "candidatesTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "total_tokens",
                        "title": "Total tokens",
                        "value": ("usageMetadata", "totalTokenCount"),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                ],
            },
            "samples": [
                {"file": "gemini.json", "stream": "gemini.sse", "status": 200, "media_type": "application/json"},
                {
                    "file": "gemini-tools.json",
                    "stream": "gemini-tools.sse",
                    "when": "tools[?functionDeclarations] && !(contents[].parts[?functionResponse][])",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-search.json",
                    "stream": "gemini-search.sse",
                    "when": "tools[?google_search != `null` || googleSearch != `null` || googleMaps != `null`]",
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-structured.json",
                    "stream": "gemini-structured.sse",
                    "when": ("generationConfig", "responseMimeType"),
                    "status": 200,
                    "media_type": "application/json",
                },
                {
                    "file": "gemini-image.json",
                    "stream": "gemini-image.sse",
                    "when": "generationConfig.responseModalities[?@ == 'IMAGE']",
                    "status": 200,
                    "media_type": "application/json",
                },
            ],
        },
    ],
    "stream": {"switch": "stream", "default_in": ["table", "markdown"]},
    "limits": [
        {
            "models": ["gemini-3*"],
            "of": "Gemini 3",
            "ranges": {},
            "most": {},
            "choices": {},
            "lacks": ["thinking_budget"],
        },
        {
            "models": ["gemini-2.5*"],
            "of": "Gemini 2.5",
            "ranges": {},
            "most": {},
            "choices": {},
            "lacks": ["thinking_level"],
        },
    ],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument("prompt", nargs="?", metavar="PROMPT", help="What to ask; read from a pipe when left out.")
    parser.add_argument("--model", "-m", dest="model", metavar="MODEL", help="Model that answers.")
    parser.add_argument(
        "--image",
        dest="image",
        action="append",
        type=types.read_by("image"),
        metavar="PATH|URL",
        help="Show an image to the model.",
    )
    parser.add_argument(
        "--audio",
        dest="audio",
        action="append",
        type=types.read_by("audio"),
        metavar="PATH|URL",
        help="Let the model hear a sound.",
    )
    parser.add_argument(
        "--video",
        dest="video",
        action="append",
        type=types.read_by("video"),
        metavar="PATH|URL",
        help="Show a video to the model.",
    )
    parser.add_argument(
        "--file",
        dest="file",
        action="append",
        type=types.read_by("any_medium"),
        metavar="PATH|URL",
        help="Give a document to the model.",
    )
    parser.add_argument("--system", "-s", dest="system", metavar="TEXT", help="Instruction for the whole conversation.")
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
        "--top-k",
        dest="top_k",
        type=types.integer(low=1),
        metavar="N",
        help="Sample from the N likeliest tokens.",
    )
    parser.add_argument(
        "--max-tokens",
        dest="max_tokens",
        type=types.integer(low=1),
        metavar="N",
        help="Longest answer in tokens.",
    )
    parser.add_argument(
        "--candidates",
        dest="candidates",
        type=types.integer(low=1, high=8),
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
        "--thinking-level",
        dest="thinking_level",
        type=types.choice("minimal", "low", "medium", "high"),
        metavar="LEVEL",
        help="How hard Gemini 3 models think.",
    )
    parser.add_argument(
        "--thinking-budget",
        dest="thinking_budget",
        type=types.integer(low=-1),
        metavar="N",
        help="Tokens that Gemini 2.5 models may think; 0 is off, -1 lets them choose.",
    )
    parser.add_argument(
        "--include-thoughts",
        dest="include_thoughts",
        action="store_const",
        const=True,
        help="Return summaries of the thoughts as reasoning.",
    )
    parser.add_argument(
        "--search",
        dest="search",
        action="store_const",
        const=True,
        help="Let the model search the web with Google.",
    )
    parser.add_argument(
        "--maps",
        dest="maps",
        action="store_const",
        const=True,
        help="Let the model look into Google Maps.",
    )
    parser.add_argument(
        "--code-execution",
        dest="code_execution",
        action="store_const",
        const=True,
        help="Let the model run code.",
    )
    parser.add_argument(
        "--lat-lng",
        dest="lat_lng",
        type=types.read_by("lat_lng"),
        metavar="LAT,LNG",
        help="Where --maps looks from.",
    )
    parser.add_argument("--json-mode", dest="json_mode", action="store_const", const=True, help="Answer in JSON.")
    parser.add_argument(
        "--schema",
        dest="schema",
        type=types.read_by("schema_file"),
        metavar="FILE",
        help="Answer in JSON that fits this schema; it is checked here too.",
    )
    parser.add_argument(
        "--modality",
        dest="modality",
        action="append",
        type=types.choice("text", "image"),
        metavar="KIND",
        help="What the answer may hold.",
    )
    parser.add_argument("--aspect-ratio", dest="aspect_ratio", metavar="RATIO", help="Shape of an image, such as 16:9.")
    parser.add_argument("--image-size", dest="image_size", metavar="SIZE", help="Size of an image: 1K, 2K or 4K.")
    parser.add_argument(
        "--safety",
        dest="safety",
        action="append",
        type=types.read_by("pair"),
        metavar="CATEGORY=THRESHOLD",
        help="Filter of one category, such as HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH.",
    )
    parser.add_argument(
        "--tools",
        dest="tools",
        type=types.read_by("declarations"),
        metavar="FILE",
        help="Functions that the model may call: a JSON list of declarations.",
    )
    parser.add_argument(
        "--tool-mode",
        dest="tool_mode",
        type=types.choice("auto", "any", "none"),
        metavar="MODE",
        help="Whether functions may, must or must not be called.",
    )
    parser.add_argument(
        "--cached-content",
        dest="cached_content",
        metavar="NAME",
        help="Cached content to use, as cachedContents/ID.",
    )
    parser.add_argument(
        "--save",
        dest="save",
        type=types.folder,
        metavar="DIR",
        help="Save images of the answer into this folder.",
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
