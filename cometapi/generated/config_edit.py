"""cometapi config edit: the parser and the facts of spec/commands/config-edit.yaml. Made by `python -m codegen` from spec/. Do not edit."""

HELP = """\
Usage: cometapi config edit [options]

Open the config file in your editor, and check it afterwards.

Opens a private copy in the editor that VISUAL or EDITOR names, else in vi (on
Windows in Notepad). When the editor is closed the copy is checked; a sound one
replaces the file, with a wrong one you may go on editing.

Examples:
  # Settings and comments by hand.
  cometapi config edit
  # An editor with a window has to wait until it is closed.
  EDITOR='code --wait' cometapi config edit

Shared options:
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "config edit",
    "effect": "write",
    "cost": "free",
    "run": "edit:run",
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
