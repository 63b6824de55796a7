"""cometapi completion powershell: the parser and the facts of spec/commands/completion-powershell.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi completion powershell [options]

Print the completion script for PowerShell.

The script completes commands, options, choices and models. To have it in every
PowerShell, see completion install.

Examples:
  # Completion in the PowerShell that runs now.
  cometapi completion powershell | Out-String | Invoke-Expression

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "completion powershell",
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
