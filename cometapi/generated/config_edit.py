"""cometapi config edit: the parser and the facts of spec/commands/config-edit.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

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
  --debug                   Show the traceback when something fails, and every
                            request and reply, without secrets.
  -q, --quiet               Say nothing beside the result but errors.
  --verbose                 Say which requests go out, what came back, and what
                            came from a copy.
  --color WHEN              Style what is printed; comes before NO_COLOR and
                            FORCE_COLOR. [choices: auto, always, never]
                            [default: auto]
  --plain                   Only append to the output, without styles or
                            redrawing; for screen readers and logs.
  --no-input                Ask nothing: what is missing is an error. So it is
                            where CI is set.
  --profile NAME            Use the keys and settings of this profile. [default:
                            default] [env: COMETAPI_PROFILE] [setting: profile]
  -h, --help                Show this help.
"""

FLAGS = {
    "--debug": False,
    "--quiet": False,
    "-q": False,
    "--verbose": False,
    "--color": True,
    "--plain": False,
    "--no-input": False,
    "--profile": True,
}

COMMAND = {
    "name": "config edit",
    "effect": "write",
    "cost": "free",
    "run": "config_edit:run",
    "arguments": {
        "debug": {"flag": "--debug", "does": "debug"},
        "quiet": {"flag": "--quiet", "does": "quiet", "excludes": ["verbose"]},
        "verbose": {"flag": "--verbose", "does": "verbose"},
        "color": {"flag": "--color", "default": "auto", "does": "color", "choices": ["auto", "always", "never"]},
        "plain": {"flag": "--plain", "does": "plain"},
        "no_input": {"flag": "--no-input", "does": "no_input"},
        "profile": {"flag": "--profile", "default_from": "profile", "does": "profile"},
    },
    "routes": [{}],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails, and every request and reply, without secrets.",
    )
    parser.add_argument(
        "--quiet",
        "-q",
        dest="quiet",
        action="store_const",
        const=True,
        help="Say nothing beside the result but errors.",
    )
    parser.add_argument(
        "--verbose",
        dest="verbose",
        action="store_const",
        const=True,
        help="Say which requests go out, what came back, and what came from a copy.",
    )
    parser.add_argument(
        "--color",
        dest="color",
        type=types.choice("auto", "always", "never"),
        metavar="WHEN",
        help="Style what is printed; comes before NO_COLOR and FORCE_COLOR.",
    )
    parser.add_argument(
        "--plain",
        dest="plain",
        action="store_const",
        const=True,
        help="Only append to the output, without styles or redrawing; for screen readers and logs.",
    )
    parser.add_argument(
        "--no-input",
        dest="no_input",
        action="store_const",
        const=True,
        help="Ask nothing: what is missing is an error. So it is where CI is set.",
    )
    parser.add_argument("--profile", dest="profile", metavar="NAME", help="Use the keys and settings of this profile.")
