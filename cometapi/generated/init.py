"""cometapi init: the parser and the facts of spec/commands/init.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi init [options]

Ask for keys, model and format, check them, and store them.

A conversation on the terminal for the first minutes. Each key is checked with
the service as soon as it is typed; Enter keeps what is there already. The
config file is written once, at the end, and only if something changed; Ctrl-C
leaves it as it was.

Examples:
  # Everything that a new installation needs.
  cometapi init
  # A try: the sandbox accepts any key, and nothing is stored.
  cometapi --sandbox init

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
    "name": "init",
    "effect": "write",
    "cost": "free",
    "run": "init:run",
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
