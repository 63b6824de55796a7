"""The options that may stand before a command, as a command's module says its own. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

COMMAND = {
    "name": "",
    "arguments": {
        "detail": {"flag": "--detail"},
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "debug": {"flag": "--debug"},
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout"},
        "retries": {"flag": "--retries"},
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
