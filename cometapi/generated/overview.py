"""What help of the whole program says: its commands by subject, its topics, its examples. Made by `python -m codegen` from spec/. Do not edit."""

OVERVIEW = {
    "summary": "Hundreds of AI models behind one key, from the command line.",
    "description": "Chat with models of OpenAI, Anthropic, Google and many others, run prompts in scripts and CI, and look up models and prices through CometAPI. The service's own documents: https://apidoc.cometapi.com (index: /llms.txt).",
    "subjects": [
        ("Ask a model", ["chat", "messages", "gemini", "responses", "response", "run"]),
        ("Models and prices", ["models", "model"]),
        ("Tasks", ["tasks"]),
        ("Your account", ["balance", "stats", "logs", "tokens", "account"]),
        ("Set up", ["init", "config", "doctor", "completion"]),
        ("Tools", ["sandbox", "api", "repl", "help"]),
    ],
    "examples": [
        {"run": 'cometapi chat "What is a monad?"', "help": "Ask a question."},
        {"run": "cometapi models --search claude", "help": "Find a model and its price."},
        {"run": 'git diff | cometapi chat "Review this"', "help": "Ask about a diff or a file."},
        {"run": "cometapi init", "help": "Store your key, once."},
    ],
    "topics": {
        "authentication": "The two credentials and what each is for.",
        "config": "The config file, its settings, and which value wins.",
        "environment": "Environment variables that the program reads.",
        "exit-codes": "What each exit code means.",
        "formats": "The five output formats.",
        "network": "Timeouts, retries, proxies and certificates.",
        "options": "Options that most commands share.",
        "scripting": "What scripts and CI can rely on.",
        "streaming": "How answers arrive, and when one counts as whole.",
    },
    "options": [
        ("-f, --format FORMAT", "How to print the result."),
        ("--json", "Print JSON; short for --format json."),
        ("--fields NAME,...", "Print these fields only, in this order, in any format."),
        ("--query EXPR", "Print what this JMESPath expression selects from the result."),
        ("--raw", "Print the service's reply untouched."),
        ("-o, --output FILE", "Write the result to FILE, atomically; - means stdout."),
        ("--force", "Overwrite an existing file."),
        ("--dry-run", "Print the request instead of sending it."),
        ("--curl", "Print a curl command that sends the request instead of sending it."),
    ],
    "elsewhere": {"General": "options", "Network": "options"},
    "start": '--sandbox chat "Hello"',
}
