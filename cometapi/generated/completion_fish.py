"""cometapi completion fish: the parser and the facts of spec/commands/completion-fish.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi completion fish [options]

Print the completion script for fish.

The script completes commands, options, choices and models. To have it in every
fish, see completion install.

Examples:
  # Completion in the fish that runs now.
  cometapi completion fish | source

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "completion fish",
    "effect": "read",
    "cost": "free",
    "run": "completion:show",
    "arguments": {"debug": {"flag": "--debug"}},
    "routes": [{}],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails.",
    )
