"""cometapi help: the parser and the facts of spec/commands/help.yaml. Made by `python -m codegen` from spec/. Do not edit."""

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
  --debug                   Show the traceback when something fails.
  -h, --help                Show this help.
"""

FLAGS = {"--debug": False}

COMMAND = {
    "name": "help",
    "effect": "read",
    "cost": "free",
    "run": "help:run",
    "arguments": {
        "subject": {
            "flag": "SUBJECT",
            "choices": {
                "account": "Show your account.",
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
                "config set": "Store one setting in the config file.",
                "config show": "Show every setting, where its value comes from and what it hides.",
                "config unset": "Remove one setting from the config file.",
                "doctor": "Check settings, network and keys, and say what to do.",
                "environment": "Environment variables that the program reads.",
                "exit-codes": "What each exit code means.",
                "formats": "The five output formats.",
                "help": "Explain a command or a topic.",
                "init": "Ask for keys, model and format, check them, and store them.",
                "logs": "Browse usage logs.",
                "model info": "Show what the catalog knows of one model.",
                "models": "List and search the models of the catalog.",
                "repl": "Run commands one after another without the prefix.",
                "sandbox": "Serve every endpoint from sample data on this machine.",
                "scripting": "What scripts and CI can rely on.",
                "stats": "Show the usage of the current month.",
                "streaming": "How answers arrive, and when one counts as whole.",
                "tasks": "List asynchronous tasks such as Suno, Midjourney, Luma or Kling.",
                "tasks wait": "Wait until one task is done, and print its result.",
                "tokens": "List and search your API keys.",
            },
        },
        "debug": {"flag": "--debug"},
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
        help="Show the traceback when something fails.",
    )
