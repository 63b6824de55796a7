"""cometapi completion bash: the parser and the facts of spec/commands/completion-bash.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi completion bash [options]

Print the completion script for bash.

The script completes commands, options, choices and models. To have it in every
bash, see completion install.

Examples:
  # Completion in the bash that runs now.
  source <(cometapi completion bash)

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "completion bash",
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
