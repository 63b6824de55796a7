"""cometapi config path: the parser and the facts of spec/commands/config-path.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi config path [options]

Print where the config file is.

Examples:
  # Look into the file.
  cat "$(cometapi config path)"

Shared options:
  -f, --format FORMAT       How to print the result. [choices: table, json,
                            yaml, csv, markdown] [default: table] [setting:
                            output_format]
  --json                    Print JSON; short for --format json.
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--format": True, "-f": True, "--json": False, "--debug": False}

COMMAND = {
    "name": "config path",
    "effect": "read",
    "cost": "free",
    "run": "config:path",
    "arguments": {
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "debug": {"flag": "--debug"},
    },
    "routes": [
        {
            "response": {
                "columns": [
                    {"name": "path", "title": "Path", "value": ("path",), "show": "always"},
                    {
                        "name": "exists",
                        "title": "Exists",
                        "value": ("exists",),
                        "show": "always",
                        "format": {"kind": "yes_no"},
                    },
                ],
            },
        },
    ],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
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
