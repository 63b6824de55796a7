"""cometapi completion install: the parser and the facts of spec/commands/completion-install.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi completion install [SHELL] [options]

Put the completion script where your shell looks.

Writes the script of the named shell, or of the one that you log in with, into
the folder of your home where that shell looks, and says what is left to do. No
other file is changed; for PowerShell, which has no such folder, it prints the
line for your profile. Run it again after an upgrade.

Examples:
  # For the shell that you log in with.
  cometapi completion install
  # For fish.
  cometapi completion install fish

Arguments:
  SHELL                     Which shell; yours when left out. [choices: bash,
                            zsh, fish, powershell]

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "completion install",
    "effect": "write",
    "cost": "free",
    "run": "completion:install",
    "arguments": {
        "shell": {"flag": "SHELL", "choices": ["bash", "zsh", "fish", "powershell"]},
        "debug": {"flag": "--debug"},
    },
    "routes": [{}],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "shell",
        nargs="?",
        type=arguments.choice("bash", "zsh", "fish", "powershell"),
        metavar="SHELL",
        help="Which shell; yours when left out.",
    )
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails.",
    )
