"""cometapi completion zsh: the parser and the facts of spec/commands/completion-zsh.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi completion zsh [options]

Print the completion script for zsh.

The script completes commands, options, choices and models. To have it in every
zsh, see completion install.

Examples:
  # Completion in the zsh that runs now.
  source <(cometapi completion zsh)

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "completion zsh",
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
