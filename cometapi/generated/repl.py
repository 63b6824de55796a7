"""cometapi repl: the parser and the facts of spec/commands/repl.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi repl [options]

Run commands one after another without the prefix.

Opens a prompt that takes every command without the prefix cometapi, with quotes
as in a shell; Tab completes commands, options, choices and models. The prompt
shows the exit code of the last command when it is not 0, and no failure ends
it: exit, quit, q or Ctrl-D do. Lines are remembered in ~/.local/state/cometapi
(or XDG_STATE_HOME), those with a key or token never. Without a terminal it runs
the lines of a pipe as a script: blank lines and those that begin with # are
skipped, commands find nothing on their standard input, and the exit code is the
last command's. There are no pipes, variables and redirections. Options given to
repl count for every line whose command takes them.

Examples:
  # Opens the prompt.
  cometapi repl
  # Looks around on sample data, without a key.
  cometapi repl --sandbox
  # Runs two commands in one process.
  printf 'models --limit 3\\nconfig show\\n' | cometapi repl

Shared options:
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream. [0.001 or more]
  --retries N               How often a call that may be repeated is repeated.
                            [0 to 20]
  --debug                   Show the traceback when something fails, and the
                            head of every request and reply.
  -q, --quiet               Say nothing beside the result but errors.
  --verbose                 Say which requests go out, what came back, and what
                            came from a copy.
  --color WHEN              Style what is printed; comes before NO_COLOR and
                            FORCE_COLOR. [choices: auto, always, never]
                            [default: auto]
  --no-input                Ask nothing: what is missing is an error. So it is
                            where CI is set.
  -h, --help                Show this help.
"""

FLAGS = {
    "--sandbox": False,
    "--timeout": True,
    "--retries": True,
    "--debug": False,
    "--quiet": False,
    "-q": False,
    "--verbose": False,
    "--color": True,
    "--no-input": False,
}

COMMAND = {
    "name": "repl",
    "effect": "write",
    "cost": "free",
    "run": "repl:run",
    "arguments": {
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout"},
        "retries": {"flag": "--retries"},
        "debug": {"flag": "--debug"},
        "quiet": {"flag": "--quiet", "excludes": ["verbose"]},
        "verbose": {"flag": "--verbose"},
        "color": {"flag": "--color", "default": "auto", "choices": ["auto", "always", "never"]},
        "no_input": {"flag": "--no-input"},
    },
    "routes": [{}],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--sandbox",
        dest="sandbox",
        action="store_const",
        const=True,
        help="Answer from sample data on this machine; nothing is sent to the service.",
    )
    parser.add_argument(
        "--timeout",
        dest="timeout",
        type=arguments.number(low=0.001),
        metavar="SECONDS",
        help="How long to wait for the first byte, and between two pieces of a stream.",
    )
    parser.add_argument(
        "--retries",
        dest="retries",
        type=arguments.integer(low=0, high=20),
        metavar="N",
        help="How often a call that may be repeated is repeated.",
    )
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails, and the head of every request and reply.",
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
        type=arguments.choice("auto", "always", "never"),
        metavar="WHEN",
        help="Style what is printed; comes before NO_COLOR and FORCE_COLOR.",
    )
    parser.add_argument(
        "--no-input",
        dest="no_input",
        action="store_const",
        const=True,
        help="Ask nothing: what is missing is an error. So it is where CI is set.",
    )
