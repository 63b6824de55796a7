"""The commands, and the texts that need none of them. Made by `python -m codegen` from spec/. Do not edit."""

PROGRAM = "cometapi"

VERSION = "cometapi 0.2.0.dev0 (surface a9ad7f07)\n"

COMMANDS = {
    "account": ("account", "Show your account."),
    "api": ("api", "Send a request to any endpoint with the right credential."),
    "balance": ("balance", "Show the balance of the account or of the API key."),
    "chat": ("chat", "Send one message, or have a conversation; answers print as they come."),
    "completion bash": ("completion_bash", "Print the completion script for bash."),
    "completion fish": ("completion_fish", "Print the completion script for fish."),
    "completion install": ("completion_install", "Put the completion script where your shell looks."),
    "completion powershell": ("completion_powershell", "Print the completion script for PowerShell."),
    "completion zsh": ("completion_zsh", "Print the completion script for zsh."),
    "config edit": ("config_edit", "Open the config file in your editor, and check it afterwards."),
    "config get": ("config_get", "Print the value of one setting."),
    "config path": ("config_path", "Print where the config file is."),
    "config profile list": ("config_profile_list", "List the profiles and what each has."),
    "config profile remove": ("config_profile_remove", "Remove a profile and its keys."),
    "config profile show": ("config_profile_show", "Show the settings of a profile, and where each comes from."),
    "config profile use": ("config_profile_use", "Make a profile the one that counts when nothing else is said."),
    "config set": ("config_set", "Store one setting in the config file."),
    "config show": ("config_show", "Show every setting, where its value comes from and what it hides."),
    "config unset": ("config_unset", "Remove one setting from the config file."),
    "doctor": ("doctor", "Check settings, network and keys, and say what to do."),
    "gemini": ("gemini", "Ask a Gemini model through its native API."),
    "help": ("help", "Explain a command or a topic."),
    "init": ("init", "Ask for keys, model and format, check them, and store them."),
    "logs": ("logs", "Browse usage logs."),
    "messages": ("messages", "Ask a Claude model through Anthropic's Messages API."),
    "model info": ("model_info", "Show what the catalog knows of one model."),
    "models": ("models", "List and search the models of the catalog."),
    "repl": ("repl", "Run commands one after another without the prefix."),
    "response get": ("response_get", "Fetch an answer that the Responses API has stored."),
    "responses": ("responses", "Ask a model through the Responses API."),
    "run": ("run", "Send one request to a model in any of the four protocols."),
    "sandbox": ("sandbox", "Serve every endpoint from sample data on this machine."),
    "stats": ("stats", "Show the usage of the current month."),
    "tasks": ("tasks", "List asynchronous tasks such as Suno, Midjourney, Luma or Kling."),
    "tasks wait": ("tasks_wait", "Wait until one task is done, and print its result."),
    "tokens": ("tokens", "List and search your API keys."),
}

# What options are called, by what they do, where every command calls them the same.
FLAGS = {
    "all": ["--all"],
    "ca": ["--ca"],
    "client_cert": ["--client-cert"],
    "client_key": ["--client-key"],
    "color": ["--color"],
    "connect_timeout": ["--connect-timeout"],
    "curl": ["--curl"],
    "cut_after": ["--cut-after"],
    "debug": ["--debug"],
    "delay": ["--delay"],
    "detail": ["--detail"],
    "dry_run": ["--dry-run"],
    "events": ["--events"],
    "fail": ["--fail"],
    "fields": ["--fields"],
    "force": ["--force"],
    "format": ["--format", "-f"],
    "http_headers": ["--header"],
    "input_body": ["--input-file"],
    "input_fields": ["--input", "-i"],
    "interval": ["--interval"],
    "limit": ["--limit", "-l"],
    "max_rounds": ["--max-rounds"],
    "max_tokens": ["--max-tokens"],
    "max_wait": ["--max-wait"],
    "no_cache": ["--no-cache"],
    "no_input": ["--no-input"],
    "output": ["--output", "-o"],
    "page": ["--page", "-p"],
    "page_size": ["--page-size"],
    "paginate": ["--paginate"],
    "plain": ["--plain"],
    "port": ["--port"],
    "profile": ["--profile"],
    "protocol": ["--endpoint", "-e"],
    "query": ["--query"],
    "quiet": ["--quiet", "-q"],
    "raw": ["--raw"],
    "raw_text": ["--raw-text"],
    "reasoning": ["--reasoning"],
    "refresh": ["--refresh"],
    "retries": ["--retries"],
    "retry_max_wait": ["--retry-max-wait"],
    "run_tools": ["--run-tools"],
    "sandbox": ["--sandbox"],
    "save": ["--save"],
    "schema": ["--schema"],
    "strict": ["--strict"],
    "timeout": ["--timeout"],
    "tool_timeout": ["--tool-timeout"],
    "usage": ["--usage"],
    "verbose": ["--verbose"],
    "yes": ["--yes"],
}

# Options that are short for another one with a value.
SHORT_FOR = {"--json": ("format", "json")}

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

# How the help text of the program begins and ends; its options stand between, in options.py.
START = """\
Usage: cometapi [options] COMMAND ...

Hundreds of AI models behind one key, from the command line.

Chat with models of OpenAI, Anthropic, Google and many others, run prompts in
scripts and CI, and look up models and prices through CometAPI.

Commands:
  account                Show your account.
  api                    Send a request to any endpoint with the right
                         credential.
  balance                Show the balance of the account or of the API key.
  chat                   Send one message, or have a conversation; answers print
                         as they come.
  completion bash        Print the completion script for bash.
  completion fish        Print the completion script for fish.
  completion install     Put the completion script where your shell looks.
  completion powershell  Print the completion script for PowerShell.
  completion zsh         Print the completion script for zsh.
  config edit            Open the config file in your editor, and check it
                         afterwards.
  config get             Print the value of one setting.
  config path            Print where the config file is.
  config profile list    List the profiles and what each has.
  config profile remove  Remove a profile and its keys.
  config profile show    Show the settings of a profile, and where each comes
                         from.
  config profile use     Make a profile the one that counts when nothing else is
                         said.
  config set             Store one setting in the config file.
  config show            Show every setting, where its value comes from and what
                         it hides.
  config unset           Remove one setting from the config file.
  doctor                 Check settings, network and keys, and say what to do.
  gemini                 Ask a Gemini model through its native API.
  help                   Explain a command or a topic.
  init                   Ask for keys, model and format, check them, and store
                         them.
  logs                   Browse usage logs.
  messages               Ask a Claude model through Anthropic's Messages API.
  model info             Show what the catalog knows of one model.
  models                 List and search the models of the catalog.
  repl                   Run commands one after another without the prefix.
  response get           Fetch an answer that the Responses API has stored.
  responses              Ask a model through the Responses API.
  run                    Send one request to a model in any of the four
                         protocols.
  sandbox                Serve every endpoint from sample data on this machine.
  stats                  Show the usage of the current month.
  tasks                  List asynchronous tasks such as Suno, Midjourney, Luma
                         or Kling.
  tasks wait             Wait until one task is done, and print its result.
  tokens                 List and search your API keys."""

END = """\
Topics, with cometapi help TOPIC:
  authentication  The two credentials and what each is for.
  config          The config file, its settings, and which value wins.
  environment     Environment variables that the program reads.
  exit-codes      What each exit code means.
  formats         The five output formats.
  network         Time-outs, repeats, proxies and certificates.
  scripting       What scripts and CI can rely on.
  streaming       How answers arrive, and when one counts as whole.

Start with: cometapi --sandbox chat "Hello"   (no key needed)
"""

# Words that open longer commands.
GROUPS = ["completion", "config", "config profile", "model", "response", "tasks"]
