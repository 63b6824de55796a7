"""The commands, and the texts that need none of them. Made by `python -m codegen` from spec/. Do not edit."""

VERSION = "cometapi 0.1.0\n"

COMMANDS = {
    "chat": ("chat", "Send one message, or have a conversation; answers print as they come."),
    "config get": ("config_get", "Print the value of one setting."),
    "config path": ("config_path", "Print where the config file is."),
    "config set": ("config_set", "Store one setting in the config file."),
    "config show": ("config_show", "Show every setting, where its value comes from and what it hides."),
    "config unset": ("config_unset", "Remove one setting from the config file."),
    "help": ("help", "Explain a command or a topic."),
    "model info": ("model_info", "Show what the catalog knows of one model."),
    "models": ("models", "List and search the models of the catalog."),
    "sandbox": ("sandbox", "Serve every endpoint from sample data on this machine."),
}

FLAGS = {
    "--format": True,
    "-f": True,
    "--json": False,
    "--debug": False,
    "--sandbox": False,
    "--timeout": True,
    "--retries": True,
}

EXITS = {
    "ok": 0,
    "general_error": 1,
    "invalid_arguments": 2,
    "configuration_missing": 64,
    "service_unavailable": 69,
    "authentication_error": 77,
    "configuration_error": 78,
    "interrupted": 130,
}

HELP = """\
Usage: cometapi [options] COMMAND ...

Hundreds of AI models behind one key, from the command line.

Chat with models of OpenAI, Anthropic, Google and many others, run prompts in
scripts and CI, and look up models and prices through CometAPI.

Commands:
  chat            Send one message, or have a conversation; answers print as
                  they come.
  config get      Print the value of one setting.
  config path     Print where the config file is.
  config set      Store one setting in the config file.
  config show     Show every setting, where its value comes from and what it
                  hides.
  config unset    Remove one setting from the config file.
  help            Explain a command or a topic.
  model info      Show what the catalog knows of one model.
  models          List and search the models of the catalog.
  sandbox         Serve every endpoint from sample data on this machine.

Options, before or after the command where it takes them:
  -f, --format FORMAT       How to print the result.
  --json                    Print JSON; short for --format json.
  --debug                   Show the traceback when something fails.
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream.
  --retries N               How often a call that may be repeated is repeated.
  -h, --help                Show this help.
  -V, --version             Show the version.

Topics, with cometapi help TOPIC:
  authentication  The two credentials and what each is for.
  config          The config file, its settings, and which value wins.
  environment     Environment variables that the program reads.
  exit-codes      What each exit code means.
  formats         The five output formats.
  scripting       What scripts and CI can rely on.
  streaming       How answers arrive, and when one counts as whole.

Start with: cometapi --sandbox chat "Hello"   (no key needed)
"""

GROUPS = {
    "config": """\
Usage: cometapi config COMMAND [options]

Commands:
  config get      Print the value of one setting.
  config path     Print where the config file is.
  config set      Store one setting in the config file.
  config show     Show every setting, where its value comes from and what it
                  hides.
  config unset    Remove one setting from the config file.

Details: cometapi config COMMAND --help
""",
    "model": """\
Usage: cometapi model COMMAND [options]

Commands:
  model info      Show what the catalog knows of one model.

Details: cometapi model COMMAND --help
""",
}
