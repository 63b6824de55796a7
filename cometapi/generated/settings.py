"""The settings of the program. Made by `python -m codegen` from spec/. Do not edit."""

TYPE_CHECKING = False  # which type checkers take for true
if TYPE_CHECKING:
    from cometapi.manifest.schema_types import Setting

SETTINGS: "dict[str, Setting]" = {
    "profile": {
        "environment": "COMETAPI_PROFILE",
        "default": "default",
        "complete": "$profiles",
        "help": "Profile whose keys and settings are used; default means those outside of all profiles.",
    },
    "api_key": {
        "environment": "COMETAPI_KEY",
        "secret": True,
        "title": "API key",
        "from": "https://www.cometapi.com/console/token",
        "ask": True,
        "check": "models --source openai",
        "needed": True,
        "help": "API key (sk-...) for model calls, from https://www.cometapi.com/console/token",
    },
    "access_token": {
        "environment": "COMETAPI_ACCESS_TOKEN",
        "secret": True,
        "title": "access token",
        "from": "https://www.cometapi.com/console/personal",
        "ask": True,
        "check": "account",
        "help": "Personal access token for account calls, from https://www.cometapi.com/console/personal",
    },
    "api_key_command": {
        "supplies": "api_key",
        "help": "Program that prints the API key, such as pass show comet. It is run without a shell, when the key is needed.",
    },
    "access_token_command": {"supplies": "access_token", "help": "Program that prints the access token."},
    "secret_store": {
        "choices": ["file", "keyring"],
        "default": "file",
        "help": "Where config set and init put secrets: the config file, or the system's keyring.",
    },
    "base_url": {
        "environment": "COMETAPI_BASE_URL",
        "type": "url",
        "default": "https://api.cometapi.com/v1",
        "help": "URL of the OpenAI-compatible API; other endpoints are derived from it.",
    },
    "plain_http": {
        "choices": ["refuse", "allow"],
        "default": "refuse",
        "help": "Whether a base URL may be plain http to another machine, which exposes your keys on the network.",
    },
    "default_model": {
        "environment": "COMETAPI_DEFAULT_MODEL",
        "default": "gpt-5.4",
        "complete": "models",
        "ask": True,
        "help": "Default model.",
    },
    "image_model": {
        "environment": "COMETAPI_IMAGE_MODEL",
        "default": "gpt-image-2",
        "complete": "models",
        "help": "Default model of image and image edit.",
    },
    "video_model": {
        "environment": "COMETAPI_VIDEO_MODEL",
        "default": "sora-2",
        "complete": "models",
        "help": "Default model of video create.",
    },
    "output_format": {
        "choices": ["table", "json", "jsonl", "yaml", "csv", "markdown"],
        "default": "table",
        "help": "Format of every command that prints data.",
        "ask": True,
    },
    "timeout": {
        "environment": "COMETAPI_TIMEOUT",
        "type": "number",
        "range": [0.001, None],
        "help": "Seconds to wait for the first byte, and between two parts of a stream; 60, and 600 for a model's answer, when not set.",
    },
    "plain": {
        "environment": "COMETAPI_PLAIN",
        "choices": ["on", "off"],
        "default": "off",
        "help": "Whether output only appends, for screen readers and logs, as with --plain.",
    },
    "history": {
        "environment": "COMETAPI_HISTORY",
        "choices": ["all", "terminal", "off"],
        "default": "terminal",
        "help": "Which calls to models are kept on this machine: all, those from a terminal (never in CI), or none (off).",
    },
    "history_max_age": {
        "type": "integer",
        "range": [1, 36500],
        "default": 365,
        "help": "Days after which an unused conversation is deleted from the history.",
    },
    "history_max_size": {
        "type": "integer",
        "range": [1, 100000],
        "default": 500,
        "help": "Maximum size of the history in megabytes; the least recently used conversations are deleted first.",
    },
    "max_cost_per_day": {
        "environment": "COMETAPI_MAX_COST_PER_DAY",
        "type": "number",
        "range": [0, None],
        "help": "Cap in dollars on what paid calls may cost a day by the catalog's prices, over all processes (see help budgets).",
    },
    "max_tokens_under_cap": {
        "type": "integer",
        "range": [1, None],
        "help": "Maximum output tokens of a call under a cap on its cost that does not say how many it wants.",
    },
    "connect_timeout": {
        "environment": "COMETAPI_CONNECT_TIMEOUT",
        "type": "number",
        "range": [0.001, None],
        "default": 10,
        "help": "Seconds that a connection may take.",
    },
    "retries": {
        "environment": "COMETAPI_RETRIES",
        "type": "integer",
        "range": [0, 20],
        "default": 2,
        "help": "How many times to retry a request that is safe to retry.",
    },
    "retry_max_wait": {
        "environment": "COMETAPI_RETRY_MAX_WAIT",
        "type": "number",
        "range": [0, None],
        "default": 30,
        "help": "Longest wait between retries, in seconds; if the service asks for a longer one, the call ends.",
    },
    "ca": {
        "environment": "COMETAPI_CA",
        "type": "file",
        "help": "PEM file of certificates to trust instead of the system's.",
        "complete": "$files",
    },
    "client_cert": {
        "environment": "COMETAPI_CLIENT_CERT",
        "type": "file",
        "help": "Client certificate in PEM, for services and proxies that want one.",
        "complete": "$files",
    },
    "client_key": {
        "environment": "COMETAPI_CLIENT_KEY",
        "type": "file",
        "help": "Key of the client certificate in PEM, where it is in a file of its own.",
        "complete": "$files",
    },
}

# What people call each credential, and the path before every endpoint of a service.
REACH = {
    "credentials": {
        "api_key": "API key",
        "access_token": "access token",
        "google_key": "API key",
        "anthropic_key": "API key",
    },
    "paths": {"gateway": "/v1", "root": ""},
}
