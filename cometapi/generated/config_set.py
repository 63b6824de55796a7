"""cometapi config set: the parser and the facts of spec/commands/config-set.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi config set KEY [VALUE] [options]

Store one setting in the config file.

Checks the value and stores it. A secret is better not given as an argument,
where the process list and the shell's history see it: without VALUE it is asked
for, unseen; with - it is read from a pipe. With --profile NAME the setting is
stored in that profile, which begins with its first setting.

Examples:
  # Ask Claude from now on.
  cometapi config set default_model claude-sonnet-4-6
  # Asks for the key, unseen.
  cometapi config set api_key
  # Another key for another account.
  cometapi config set api_key --profile work
  # Nothing secret in the file: pass is asked when the key is needed.
  cometapi config set api_key_command "pass show comet"
  # Takes the key from a password manager.
  pass show comet | cometapi config set api_key -

Arguments:
  KEY                       Which setting. [choices: profile, api_key,
                            access_token, api_key_command, access_token_command,
                            secret_store, base_url, plain_http, default_model,
                            output_format, timeout, plain, connect_timeout,
                            retries, retry_max_wait, ca, client_cert,
                            client_key]
  VALUE                     The new value, or - to read it from a pipe; asked
                            for when left out.

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
    "name": "config set",
    "effect": "write",
    "cost": "free",
    "run": "config:set_value",
    "arguments": {
        "key": {
            "flag": "KEY",
            "does": "setting",
            "choices": {
                "profile": "Which profile's keys and settings count; default stands for those outside of every profile.",
                "api_key": "API key (sk-...) for model calls, from https://www.cometapi.com/console/token",
                "access_token": "Personal access token for account calls, from https://www.cometapi.com/console/personal",
                "api_key_command": "Program that prints the API key, such as pass show comet; run without a shell, only when the key is needed.",
                "access_token_command": "Program that prints the access token.",
                "secret_store": "Where config set and init put secrets: the config file, or the system's keyring.",
                "base_url": "Where the OpenAI-compatible API is; every other endpoint is derived from it.",
                "plain_http": "Whether a base URL may be plain http to another machine, which shows your keys on the network.",
                "default_model": "Model that answers when a command names none.",
                "output_format": "Format of every command that prints data.",
                "timeout": "Seconds to wait for the first byte, and between two pieces of a stream; 60, and 600 for a model's answer, when not set.",
                "plain": "Whether output only appends, for screen readers and logs, as with --plain.",
                "connect_timeout": "Seconds that a connection may take.",
                "retries": "How often a request that may be repeated is repeated.",
                "retry_max_wait": "Longest wait in seconds before a request is repeated; a service that asks for more is not asked again.",
                "ca": "Certificates in PEM to trust instead of the system's.",
                "client_cert": "Client certificate in PEM, for services and proxies that want one.",
                "client_key": "Key of the client certificate in PEM, where it is in a file of its own.",
            },
        },
        "value": {"flag": "VALUE", "does": "setting_value"},
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
        "key",
        type=types.choice(
            "profile",
            "api_key",
            "access_token",
            "api_key_command",
            "access_token_command",
            "secret_store",
            "base_url",
            "plain_http",
            "default_model",
            "output_format",
            "timeout",
            "plain",
            "connect_timeout",
            "retries",
            "retry_max_wait",
            "ca",
            "client_cert",
            "client_key",
        ),
        metavar="KEY",
        help="Which setting.",
    )
    parser.add_argument(
        "value",
        nargs="?",
        metavar="VALUE",
        help="The new value, or - to read it from a pipe; asked for when left out.",
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
