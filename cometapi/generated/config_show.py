"""cometapi config show: the parser and the facts of spec/commands/config-show.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi config show [options]

Show every setting, where its value comes from and what it hides.

Examples:
  # Secrets are shown by their last four characters.
  cometapi config show

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
    "name": "config show",
    "effect": "read",
    "cost": "free",
    "run": "config:show",
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
                    {"name": "setting", "title": "Setting", "value": ("setting",), "show": "always"},
                    {"name": "value", "title": "Value", "value": ("value",), "show": "always"},
                    {"name": "origin", "title": "Origin", "value": ("origin",), "show": "always"},
                    {
                        "name": "shadows",
                        "title": "Shadows",
                        "value": ("shadows",),
                        "show": "always",
                        "format": {"kind": "list"},
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
