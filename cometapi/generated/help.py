"""cometapi help: the parser and the facts of spec/commands/help.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi help [SUBJECT...] [options]

Explain a command or a topic.

Examples:
  # The same as cometapi model info --help.
  cometapi help model info
  # What each exit code means.
  cometapi help exit-codes

Arguments:
  SUBJECT...                A command, or a topic.

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
    "name": "help",
    "effect": "read",
    "cost": "free",
    "run": "help:run",
    "arguments": {
        "subject": {
            "flag": "SUBJECT",
            "does": "subject",
            "choices": {
                "account": "Show your account.",
                "api": "Send a request to any endpoint with the right credential.",
                "authentication": "The two credentials and what each is for.",
                "balance": "Show the balance of the account or of the API key.",
                "chat": "Send one message, or have a conversation; answers print as they come.",
                "completion bash": "Print the completion script for bash.",
                "completion fish": "Print the completion script for fish.",
                "completion install": "Put the completion script where your shell looks.",
                "completion powershell": "Print the completion script for PowerShell.",
                "completion zsh": "Print the completion script for zsh.",
                "config": "The config file, its settings, and which value wins.",
                "config edit": "Open the config file in your editor, and check it afterwards.",
                "config get": "Print the value of one setting.",
                "config path": "Print where the config file is.",
                "config profile list": "List the profiles and what each has.",
                "config profile remove": "Remove a profile and its keys.",
                "config profile show": "Show the settings of a profile, and where each comes from.",
                "config profile use": "Make a profile the one that counts when nothing else is said.",
                "config set": "Store one setting in the config file.",
                "config show": "Show every setting, where its value comes from and what it hides.",
                "config unset": "Remove one setting from the config file.",
                "doctor": "Check settings, network and keys, and say what to do.",
                "environment": "Environment variables that the program reads.",
                "exit-codes": "What each exit code means.",
                "formats": "The five output formats.",
                "gemini": "Ask a Gemini model through its native API.",
                "help": "Explain a command or a topic.",
                "init": "Ask for keys, model and format, check them, and store them.",
                "logs": "Browse usage logs.",
                "messages": "Ask a Claude model through Anthropic's Messages API.",
                "model info": "Show what the catalog knows of one model.",
                "models": "List and search the models of the catalog.",
                "network": "Time-outs, repeats, proxies and certificates.",
                "repl": "Run commands one after another without the prefix.",
                "response get": "Fetch an answer that the Responses API has stored.",
                "responses": "Ask a model through the Responses API.",
                "run": "Send one request to a model in any of the four protocols.",
                "sandbox": "Serve every endpoint from sample data on this machine.",
                "scripting": "What scripts and CI can rely on.",
                "stats": "Show the usage of the current month.",
                "streaming": "How answers arrive, and when one counts as whole.",
                "tasks": "List asynchronous tasks such as Suno, Midjourney, Luma or Kling.",
                "tasks wait": "Wait until one task is done, and print its result.",
                "tokens": "List and search your API keys.",
            },
        },
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
    parser.add_argument("subject", nargs="*", metavar="SUBJECT", help="A command, or a topic.")
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
