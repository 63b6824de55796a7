"""The option sets that commands share, each once. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated import index

SETS = {
    "everywhere": {
        "title": "General",
        "arguments": {
            "debug": {
                "flags": ["--debug"],
                "does": "debug",
                "switch": "on",
                "help": "Show the traceback when something fails, and every request and reply, without secrets.",
            },
            "quiet": {
                "flags": ["--quiet", "-q"],
                "does": "quiet",
                "switch": "on",
                "excludes": ["verbose"],
                "help": "Say nothing beside the result but errors.",
            },
            "verbose": {
                "flags": ["--verbose"],
                "does": "verbose",
                "switch": "on",
                "help": "Say which requests go out, what came back, and what came from a copy.",
            },
            "color": {
                "flags": ["--color"],
                "does": "color",
                "choices": ["auto", "always", "never"],
                "default": "auto",
                "metavar": "WHEN",
                "help": "Style what is printed; comes before NO_COLOR and FORCE_COLOR.",
            },
            "plain": {
                "flags": ["--plain"],
                "does": "plain",
                "switch": "on",
                "help": "Only append to the output, without styles or redrawing; for screen readers and logs.",
            },
            "no_input": {
                "flags": ["--no-input"],
                "does": "no_input",
                "switch": "on",
                "help": "Ask nothing: what is missing is an error. So it is where CI is set.",
            },
            "profile": {
                "flags": ["--profile"],
                "does": "profile",
                "metavar": "NAME",
                "default_from": "profile",
                "complete": "$profiles",
                "help": "Use the keys and settings of this profile.",
            },
        },
    },
    "network": {
        "title": "Network",
        "arguments": {
            "sandbox": {
                "flags": ["--sandbox"],
                "does": "sandbox",
                "switch": "on",
                "help": "Answer from sample data on this machine; nothing is sent to the service.",
            },
            "timeout": {
                "flags": ["--timeout"],
                "does": "timeout",
                "type": "number",
                "range": [0.001, None],
                "default_from": "timeout",
                "metavar": "SECONDS",
                "help": "How long to wait for the first byte, and between two pieces of a stream.",
            },
            "connect_timeout": {
                "flags": ["--connect-timeout"],
                "does": "connect_timeout",
                "type": "number",
                "range": [0.001, None],
                "default_from": "connect_timeout",
                "metavar": "SECONDS",
                "help": "How long a connection may take.",
            },
            "retries": {
                "flags": ["--retries"],
                "does": "retries",
                "type": "integer",
                "range": [0, 20],
                "default_from": "retries",
                "metavar": "N",
                "help": "How often a call that may be repeated is repeated.",
            },
            "retry_max_wait": {
                "flags": ["--retry-max-wait"],
                "does": "retry_max_wait",
                "type": "number",
                "range": [0, None],
                "default_from": "retry_max_wait",
                "metavar": "SECONDS",
                "help": "Longest wait before a call is repeated.",
            },
            "ca": {
                "flags": ["--ca"],
                "does": "ca",
                "type": "file",
                "default_from": "ca",
                "metavar": "FILE",
                "complete": "$files",
                "help": "Certificates in PEM to trust instead of the system's.",
            },
            "client_cert": {
                "flags": ["--client-cert"],
                "does": "client_cert",
                "type": "file",
                "default_from": "client_cert",
                "metavar": "FILE",
                "complete": "$files",
                "help": "Client certificate in PEM.",
            },
            "client_key": {
                "flags": ["--client-key"],
                "does": "client_key",
                "type": "file",
                "default_from": "client_key",
                "metavar": "FILE",
                "complete": "$files",
                "help": "Key of the client certificate, where it is in a file of its own.",
            },
        },
    },
    "looking": {
        "title": "Preview",
        "arguments": {
            "dry_run": {
                "flags": ["--dry-run"],
                "does": "dry_run",
                "switch": "on",
                "excludes": ["curl"],
                "help": "Print the request instead of sending it.",
            },
            "curl": {
                "flags": ["--curl"],
                "does": "curl",
                "switch": "on",
                "help": "Print a curl command that sends the request instead of sending it.",
            },
        },
    },
    "output": {
        "title": "Output",
        "arguments": {
            "format": {
                "flags": ["--format", "-f"],
                "does": "format",
                "choices": ["table", "json", "yaml", "csv", "markdown"],
                "default_from": "output_format",
                "metavar": "FORMAT",
                "help": "How to print the result.",
            },
            "json": {
                "flags": ["--json"],
                "stands_for": ("format", "json"),
                "help": "Print JSON; short for --format json.",
            },
            "fields": {
                "flags": ["--fields"],
                "does": "fields",
                "type": "words",
                "metavar": "NAME,...",
                "complete": "$columns",
                "help": "Print these fields only, in this order, in any format.",
            },
            "query": {
                "flags": ["--query"],
                "does": "query",
                "metavar": "EXPR",
                "help": "Print what this JMESPath expression selects from the result.",
            },
        },
    },
    "file": {
        "title": "Output",
        "arguments": {
            "output": {
                "flags": ["--output", "-o"],
                "does": "output",
                "metavar": "FILE",
                "complete": "$files",
                "help": "Write the result into FILE, whole or not at all; - is stdout.",
            },
            "force": {
                "flags": ["--force"],
                "does": "force",
                "switch": "on",
                "needs": {"output": None},
                "help": "Write over a file that is there.",
            },
        },
    },
    "media": {
        "title": "Output",
        "arguments": {
            "save": {
                "flags": ["--save"],
                "does": "save",
                "type": "folder",
                "metavar": "DIR",
                "complete": "$folders",
                "help": "Save what the reply holds into this folder.",
            },
        },
    },
    "reply": {
        "title": "Output",
        "arguments": {
            "raw": {
                "flags": ["--raw"],
                "does": "raw",
                "switch": "on",
                "excludes": ["format", "fields", "query"],
                "help": "Print the service's reply untouched.",
            },
        },
    },
    "answer": {
        "title": "Answer",
        "arguments": {
            "reasoning": {
                "flags": ["--reasoning"],
                "does": "reasoning",
                "choices": ["show", "hide", "only"],
                "metavar": "HOW",
                "help": "Show the model's reasoning on stderr (the default on a terminal), hide it, or print it alone.",
            },
            "usage": {
                "flags": ["--usage"],
                "does": "usage",
                "switch": "on",
                "help": "Tell tokens and their estimated cost on stderr.",
            },
            "events": {
                "flags": ["--events"],
                "does": "events",
                "switch": "on",
                "excludes": ["format", "fields", "query", "raw"],
                "help": "Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.",
            },
            "body": {
                "flags": ["--body"],
                "does": "body",
                "type": "json_object",
                "metavar": "FILE|-",
                "to": ("body",),
                "complete": "$files",
                "help": "Start from this JSON object; options are laid over it.",
            },
            "set": {
                "flags": ["--set"],
                "does": "fields_of_request",
                "type": "assignment",
                "repeat": True,
                "metavar": "KEY=VALUE",
                "to": ("body",),
                "help": "Any other field of the request, such as metadata.user=1; the value is JSON or text.",
            },
            "raw_text": {
                "flags": ["--raw-text"],
                "does": "raw_text",
                "switch": "on",
                "help": "Print the answer's Markdown on a terminal too, instead of rendering it.",
            },
            "strict": {
                "flags": ["--strict"],
                "does": "strict",
                "switch": "on",
                "help": "Refuse what the model's provider does not take instead of warning.",
            },
        },
    },
    "tools": {
        "title": "Tools",
        "arguments": {
            "run_tools": {
                "flags": ["--run-tools"],
                "does": "run_tools",
                "type": "folder",
                "metavar": "DIR",
                "needs": {"tools": None},
                "complete": "$folders",
                "help": "Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.",
            },
            "max_rounds": {
                "flags": ["--max-rounds"],
                "does": "max_rounds",
                "type": "integer",
                "range": [1, 100],
                "default": 8,
                "metavar": "N",
                "help": "How often the model may call tools.",
            },
            "tool_timeout": {
                "flags": ["--tool-timeout"],
                "does": "tool_timeout",
                "type": "number",
                "range": [0.1, 3600],
                "default": 60,
                "metavar": "SECONDS",
                "help": "How long one tool may take.",
            },
        },
    },
    "consent": {
        "title": "Confirmation",
        "arguments": {
            "yes": {
                "flags": ["--yes"],
                "does": "yes",
                "switch": "on",
                "help": "Do without asking what has to be asked for.",
            },
        },
    },
    "cache": {
        "title": "Cache",
        "arguments": {
            "refresh": {
                "flags": ["--refresh"],
                "does": "refresh",
                "switch": "on",
                "help": "Fetch anew even if the copy on this machine is fresh.",
            },
            "no_cache": {
                "flags": ["--no-cache"],
                "does": "no_cache",
                "switch": "on",
                "help": "Neither read nor write the copy on this machine.",
            },
        },
    },
    "limit": {
        "title": "Pages",
        "arguments": {
            "limit": {
                "flags": ["--limit", "-l"],
                "does": "limit",
                "type": "integer",
                "range": [1, None],
                "metavar": "N",
                "help": "Print at most N records.",
            },
        },
    },
    "detail": {
        "title": "Output",
        "arguments": {
            "detail": {
                "flags": ["--detail"],
                "does": "detail",
                "switch": "on",
                "help": "Show every column in table and markdown too.",
            },
        },
    },
    "waiting": {
        "title": "Waiting",
        "arguments": {
            "interval": {
                "flags": ["--interval"],
                "does": "interval",
                "type": "number",
                "range": [0.1, 3600],
                "default": 5,
                "metavar": "SECONDS",
                "help": "How long to wait between two looks.",
            },
            "max_wait": {
                "flags": ["--max-wait"],
                "does": "max_wait",
                "type": "number",
                "range": [0, None],
                "default": 1800,
                "metavar": "SECONDS",
                "help": "How long to wait in all.",
            },
        },
    },
    "paging": {
        "title": "Pages",
        "arguments": {
            "limit": {
                "flags": ["--limit", "-l"],
                "does": "limit",
                "type": "integer",
                "range": [1, None],
                "metavar": "N",
                "excludes": ["all"],
                "help": "Print at most N records, over as many pages as it takes.",
            },
            "all": {"flags": ["--all"], "does": "all", "switch": "on", "help": "Print every record, page by page."},
            "page_size": {
                "flags": ["--page-size"],
                "does": "page_size",
                "type": "integer",
                "range": [1, 100],
                "metavar": "N",
                "help": "How many records one request asks for.",
            },
        },
    },
    "page": {
        "title": "Pages",
        "arguments": {
            "page": {
                "flags": ["--page", "-p"],
                "does": "page",
                "type": "integer",
                "range": [1, None],
                "metavar": "N",
                "help": "Which page to start with; 1 is the newest.",
            },
        },
    },
}

# Sets with options that may stand before a command.
ROOT = [
    "detail",
    "output",
    "reply",
    "file",
    "network",
    "looking",
    "everywhere",
    "consent",
    "answer",
    "tools",
    "paging",
    "page",
    "cache",
    "waiting",
]

OPTIONS = """\
Options, before or after the command where it takes them:
  -f, --format FORMAT       How to print the result.
  --json                    Print JSON; short for --format json.
  --fields NAME,...         Print these fields only, in this order, in any
                            format.
  --query EXPR              Print what this JMESPath expression selects from the
                            result.
  --raw                     Print the service's reply untouched.
  -o, --output FILE         Write the result into FILE, whole or not at all; -
                            is stdout.
  --force                   Write over a file that is there.
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream.
  --connect-timeout SECONDS
                            How long a connection may take.
  --retries N               How often a call that may be repeated is repeated.
  --retry-max-wait SECONDS  Longest wait before a call is repeated.
  --ca FILE                 Certificates in PEM to trust instead of the
                            system's.
  --client-cert FILE        Client certificate in PEM.
  --client-key FILE         Key of the client certificate, where it is in a file
                            of its own.
  --dry-run                 Print the request instead of sending it.
  --curl                    Print a curl command that sends the request instead
                            of sending it.
  --debug                   Show the traceback when something fails, and every
                            request and reply, without secrets.
  -q, --quiet               Say nothing beside the result but errors.
  --verbose                 Say which requests go out, what came back, and what
                            came from a copy.
  --color WHEN              Style what is printed; comes before NO_COLOR and
                            FORCE_COLOR.
  --plain                   Only append to the output, without styles or
                            redrawing; for screen readers and logs.
  --no-input                Ask nothing: what is missing is an error. So it is
                            where CI is set.
  --profile NAME            Use the keys and settings of this profile.
  -h, --help                Show this help.
  -V, --version             Show the version."""

HELP = f"{index.START}\n\n{OPTIONS}\n\n{index.END}"
