"""The options that may stand before a command, as a command's module says its own. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

COMMAND = {
    "name": "",
    "arguments": {
        "detail": {"flag": "--detail"},
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
        "yes": {"flag": "--yes"},
        "reasoning": {"flag": "--reasoning", "choices": ["show", "hide", "only"]},
        "usage": {"flag": "--usage"},
        "events": {"flag": "--events", "excludes": ["format", "fields", "query", "raw"]},
        "raw_text": {"flag": "--raw-text"},
        "strict": {"flag": "--strict"},
        "run_tools": {"flag": "--run-tools", "needs": {"tools": None}},
        "max_rounds": {"flag": "--max-rounds", "default": 8},
        "tool_timeout": {"flag": "--tool-timeout", "default": 60},
        "interval": {"flag": "--interval", "default": 5},
        "max_wait": {"flag": "--max-wait", "default": 1800},
    },
}


def add_arguments(parser):
    """Declare them on an argparse parser."""
    parser.add_argument(
        "--detail",
        dest="detail",
        action="store_const",
        const=True,
        help="Show every column in table and markdown too.",
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
    parser.add_argument(
        "--yes",
        dest="yes",
        action="store_const",
        const=True,
        help="Do without asking what has to be asked for.",
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
