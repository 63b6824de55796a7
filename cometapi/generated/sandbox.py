"""cometapi sandbox: the parser and the facts of spec/commands/sandbox.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi sandbox [options]

Serve every endpoint from sample data on this machine.

Answers the endpoints of all commands from the samples that the documentation
shows, streams included, and wants a key where the service wants one (any key
will do). It prints its base URL and serves until Ctrl-C. To see how a script
takes trouble, it can be told to fail, to cut a stream or to be slow.

Examples:
  # Then, elsewhere: COMETAPI_BASE_URL=http://127.0.0.1:8765/v1
  cometapi sandbox --port 8765
  # Refuse two requests for being too many.
  cometapi sandbox --fail 429:2

Options:
  --port N                  Port on 127.0.0.1; 0 takes a free one. [0 to 65535]
                            [default: 0]
  --fail STATUS[:TIMES]     Answer with this HTTP status, the first TIMES
                            requests or all.
  --cut-after N             Close every stream after N events. [0 or more]
  --delay SECONDS           Wait before every reply and between the events of a
                            stream. [0 to 3600]

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
    "--port": True,
    "--fail": True,
    "--cut-after": True,
    "--delay": True,
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
    "name": "sandbox",
    "effect": "read",
    "cost": "free",
    "run": "sandbox:run",
    "arguments": {
        "port": {"flag": "--port", "default": 0, "does": "port"},
        "fail": {"flag": "--fail", "does": "fail"},
        "cut_after": {"flag": "--cut-after", "does": "cut_after"},
        "delay": {"flag": "--delay", "does": "delay"},
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
        "--port",
        dest="port",
        type=types.integer(low=0, high=65535),
        metavar="N",
        help="Port on 127.0.0.1; 0 takes a free one.",
    )
    parser.add_argument(
        "--fail",
        dest="fail",
        type=types.failure,
        metavar="STATUS[:TIMES]",
        help="Answer with this HTTP status, the first TIMES requests or all.",
    )
    parser.add_argument(
        "--cut-after",
        dest="cut_after",
        type=types.integer(low=0),
        metavar="N",
        help="Close every stream after N events.",
    )
    parser.add_argument(
        "--delay",
        dest="delay",
        type=types.number(low=0, high=3600),
        metavar="SECONDS",
        help="Wait before every reply and between the events of a stream.",
    )
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
