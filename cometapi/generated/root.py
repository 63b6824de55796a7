"""The options that may stand before a command, as a command's module says its own. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

COMMAND = {
    "name": "",
    "arguments": {
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "debug": {"flag": "--debug"},
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout"},
        "retries": {"flag": "--retries"},
        "reasoning": {"flag": "--reasoning", "choices": ["show", "hide", "only"]},
        "usage": {"flag": "--usage"},
        "events": {"flag": "--events", "excludes": ["format"]},
        "raw_text": {"flag": "--raw-text"},
        "strict": {"flag": "--strict"},
        "run_tools": {"flag": "--run-tools", "needs": {"tools": None}},
        "max_rounds": {"flag": "--max-rounds", "default": 8},
        "tool_timeout": {"flag": "--tool-timeout", "default": 60},
        "yes": {"flag": "--yes"},
        "detail": {"flag": "--detail"},
        "interval": {"flag": "--interval", "default": 5},
        "max_wait": {"flag": "--max-wait", "default": 1800},
    },
}


def add_arguments(parser):
    """Declare them on an argparse parser."""
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
    parser.add_argument(
        "--reasoning",
        dest="reasoning",
        type=arguments.choice("show", "hide", "only"),
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
        type=arguments.folder,
        metavar="DIR",
        help="Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.",
    )
    parser.add_argument(
        "--max-rounds",
        dest="max_rounds",
        type=arguments.integer(low=1, high=100),
        metavar="N",
        help="How often the model may call tools.",
    )
    parser.add_argument(
        "--tool-timeout",
        dest="tool_timeout",
        type=arguments.number(low=0.1, high=3600),
        metavar="SECONDS",
        help="How long one tool may take.",
    )
    parser.add_argument(
        "--yes",
        dest="yes",
        action="store_const",
        const=True,
        help="Run tools without asking, which is needed outside of a terminal.",
    )
    parser.add_argument(
        "--detail",
        dest="detail",
        action="store_const",
        const=True,
        help="Show every column in table and markdown too.",
    )
    parser.add_argument(
        "--interval",
        dest="interval",
        type=arguments.number(low=0.1, high=3600),
        metavar="SECONDS",
        help="How long to wait between two looks.",
    )
    parser.add_argument(
        "--max-wait",
        dest="max_wait",
        type=arguments.number(low=0),
        metavar="SECONDS",
        help="How long to wait in all.",
    )
