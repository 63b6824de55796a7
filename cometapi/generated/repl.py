"""cometapi repl: the parser and the facts of spec/commands/repl.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

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
                            pieces of a stream. [0.001 or more] [env:
                            COMETAPI_TIMEOUT] [setting: timeout]
  --connect-timeout SECONDS
                            How long a connection may take. [0.001 or more]
                            [default: 10] [env: COMETAPI_CONNECT_TIMEOUT]
                            [setting: connect_timeout]
  --retries N               How often a call that may be repeated is repeated.
                            [0 to 20] [default: 2] [env: COMETAPI_RETRIES]
                            [setting: retries]
  --retry-max-wait SECONDS  Longest wait before a call is repeated. [0 or more]
                            [default: 30] [env: COMETAPI_RETRY_MAX_WAIT]
                            [setting: retry_max_wait]
  --ca FILE                 Certificates in PEM to trust instead of the
                            system's. [env: COMETAPI_CA] [setting: ca]
  --client-cert FILE        Client certificate in PEM. [env:
                            COMETAPI_CLIENT_CERT] [setting: client_cert]
  --client-key FILE         Key of the client certificate, where it is in a file
                            of its own. [env: COMETAPI_CLIENT_KEY] [setting:
                            client_key]
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
    "--sandbox": False,
    "--timeout": True,
    "--connect-timeout": True,
    "--retries": True,
    "--retry-max-wait": True,
    "--ca": True,
    "--client-cert": True,
    "--client-key": True,
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
    "name": "repl",
    "effect": "write",
    "cost": "free",
    "run": "repl:run",
    "arguments": {
        "sandbox": {"flag": "--sandbox", "does": "sandbox"},
        "timeout": {"flag": "--timeout", "default_from": "timeout", "does": "timeout"},
        "connect_timeout": {"flag": "--connect-timeout", "default_from": "connect_timeout", "does": "connect_timeout"},
        "retries": {"flag": "--retries", "default_from": "retries", "does": "retries"},
        "retry_max_wait": {"flag": "--retry-max-wait", "default_from": "retry_max_wait", "does": "retry_max_wait"},
        "ca": {"flag": "--ca", "default_from": "ca", "does": "ca", "file": True},
        "client_cert": {"flag": "--client-cert", "default_from": "client_cert", "does": "client_cert", "file": True},
        "client_key": {"flag": "--client-key", "default_from": "client_key", "does": "client_key", "file": True},
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
        "--sandbox",
        dest="sandbox",
        action="store_const",
        const=True,
        help="Answer from sample data on this machine; nothing is sent to the service.",
    )
    parser.add_argument(
        "--timeout",
        dest="timeout",
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long to wait for the first byte, and between two pieces of a stream.",
    )
    parser.add_argument(
        "--connect-timeout",
        dest="connect_timeout",
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long a connection may take.",
    )
    parser.add_argument(
        "--retries",
        dest="retries",
        type=types.integer(low=0, high=20),
        metavar="N",
        help="How often a call that may be repeated is repeated.",
    )
    parser.add_argument(
        "--retry-max-wait",
        dest="retry_max_wait",
        type=types.number(low=0),
        metavar="SECONDS",
        help="Longest wait before a call is repeated.",
    )
    parser.add_argument(
        "--ca",
        dest="ca",
        type=types.file,
        metavar="FILE",
        help="Certificates in PEM to trust instead of the system's.",
    )
    parser.add_argument(
        "--client-cert",
        dest="client_cert",
        type=types.file,
        metavar="FILE",
        help="Client certificate in PEM.",
    )
    parser.add_argument(
        "--client-key",
        dest="client_key",
        type=types.file,
        metavar="FILE",
        help="Key of the client certificate, where it is in a file of its own.",
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
