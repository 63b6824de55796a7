"""cometapi config unset: the parser and the facts of spec/commands/config-unset.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi import arguments

HELP = """\
Usage: cometapi config unset KEY [options]

Remove one setting from the config file.

Examples:
  # Back to the default.
  cometapi config unset default_model

Arguments:
  KEY                       Which setting. [choices: api_key, access_token,
                            base_url, default_model, output_format]

Shared options:
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

FLAGS = {"--debug": False, "--quiet": False, "-q": False, "--verbose": False, "--color": True, "--no-input": False}

COMMAND = {
    "name": "config unset",
    "effect": "write",
    "cost": "free",
    "run": "config:unset_value",
    "arguments": {
        "key": {
            "flag": "KEY",
            "choices": {
                "api_key": "API key (sk-...) for model calls, from https://www.cometapi.com/console/token",
                "access_token": "Personal access token for account calls, from https://www.cometapi.com/console/personal",
                "base_url": "Where the OpenAI-compatible API is; every other endpoint is derived from it.",
                "default_model": "Model that answers when a command names none.",
                "output_format": "Format of every command that prints data.",
            },
        },
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
        "key",
        type=arguments.choice("api_key", "access_token", "base_url", "default_model", "output_format"),
        metavar="KEY",
        help="Which setting.",
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
