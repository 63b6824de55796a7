"""cometapi help: the parser and the facts of spec/commands/help.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi help [SUBJECT...] [options]

Explain a command or a topic.

Examples:
  # The same as cometapi model info --help.
  cometapi help model info
  # What each exit code means.
  cometapi help exit-codes

Arguments:
  SUBJECT...                A command, or a topic.

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "help",
    "effect": "read",
    "cost": "free",
    "run": "help:run",
    "arguments": {"subject": {"flag": "SUBJECT"}, "debug": {"flag": "--debug"}},
    "routes": [{}],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument("subject", nargs="*", metavar="SUBJECT", help="A command, or a topic.")
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails.",
    )
