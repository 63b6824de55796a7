"""cometapi config get: the parser and the facts of spec/commands/config-get.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi config get KEY [options]

Print the value of one setting.

Prints the value that a command would use now, whether it comes from the
environment, the file or the default. A secret is shown by its last four
characters. Exits with 64 when the setting has no value.

Examples:
  # The model that chat asks.
  cometapi config get default_model

Arguments:
  KEY                       Which setting. [choices: profile, api_key,
                            access_token, api_key_command, access_token_command,
                            secret_store, base_url, plain_http, default_model,
                            output_format, timeout, plain, connect_timeout,
                            retries, retry_max_wait, ca, client_cert,
                            client_key]

Shared options:
  -f, --format FORMAT       How to print the result. [choices: table, json,
                            yaml, csv, markdown] [default: table] [setting:
                            output_format]
  --json                    Print JSON; short for --format json.
  --fields NAME,...         Print these fields only, in this order, in any
                            format.
  --query EXPR              Print what this JMESPath expression selects from the
                            result.
  -o, --output FILE         Write the result into FILE, whole or not at all; -
                            is stdout.
  --force                   Write over a file that is there.
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
    "--format": True,
    "-f": True,
    "--json": False,
    "--fields": True,
    "--query": True,
    "--output": True,
    "-o": True,
    "--force": False,
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
    "name": "config get",
    "effect": "read",
    "cost": "free",
    "run": "config:get",
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
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "does": "format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "fields": {"flag": "--fields", "does": "fields"},
        "query": {"flag": "--query", "does": "query"},
        "output": {"flag": "--output", "does": "output"},
        "force": {"flag": "--force", "does": "force", "needs": {"output": None}},
        "debug": {"flag": "--debug", "does": "debug"},
        "quiet": {"flag": "--quiet", "does": "quiet", "excludes": ["verbose"]},
        "verbose": {"flag": "--verbose", "does": "verbose"},
        "color": {"flag": "--color", "default": "auto", "does": "color", "choices": ["auto", "always", "never"]},
        "plain": {"flag": "--plain", "does": "plain"},
        "no_input": {"flag": "--no-input", "does": "no_input"},
        "profile": {"flag": "--profile", "default_from": "profile", "does": "profile"},
    },
    "routes": [
        {
            "response": {
                "columns": [
                    {"name": "setting", "title": "Setting", "value": ("setting",), "show": "always"},
                    {"name": "value", "title": "Value", "value": ("value",), "show": "always"},
                    {"name": "origin", "title": "Origin", "value": ("origin",), "show": "always"},
                    {
                        "name": "shadows",
                        "title": "Shadows",
                        "value": ("shadows",),
                        "show": "always",
                        "format": {"kind": "list"},
                    },
                ],
            },
        },
    ],
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
        "--format",
        "-f",
        dest="format",
        type=types.choice("table", "json", "yaml", "csv", "markdown"),
        metavar="FORMAT",
        help="How to print the result.",
    )
    parser.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="Print JSON; short for --format json.",
    )
    parser.add_argument(
        "--fields",
        dest="fields",
        type=types.words,
        metavar="NAME,...",
        help="Print these fields only, in this order, in any format.",
    )
    parser.add_argument(
        "--query",
        dest="query",
        metavar="EXPR",
        help="Print what this JMESPath expression selects from the result.",
    )
    parser.add_argument(
        "--output",
        "-o",
        dest="output",
        metavar="FILE",
        help="Write the result into FILE, whole or not at all; - is stdout.",
    )
    parser.add_argument(
        "--force",
        dest="force",
        action="store_const",
        const=True,
        help="Write over a file that is there.",
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
