"""What the program's commands share: settings, services, credentials, protocols, exits, retries. Made by `python -m codegen` from spec/. Do not edit."""

VERSION = "0.1.0"

USER_AGENT = "cometapi/0.1.0"

SETTINGS = {
    "api_key": {
        "environment": "COMETAPI_KEY",
        "secret": True,
        "help": "API key (sk-...) for model calls, from https://www.cometapi.com/console/token",
    },
    "access_token": {
        "environment": "COMETAPI_ACCESS_TOKEN",
        "secret": True,
        "help": "Personal access token for account calls, from https://www.cometapi.com/console/personal",
    },
    "base_url": {
        "environment": "COMETAPI_BASE_URL",
        "type": "url",
        "default": "https://api.cometapi.com/v1",
        "help": "Where the OpenAI-compatible API is; every other endpoint is derived from it.",
    },
    "default_model": {
        "environment": "COMETAPI_DEFAULT_MODEL",
        "default": "gpt-5.4",
        "complete": "models",
        "help": "Model that answers when a command names none.",
    },
    "output_format": {
        "choices": ["table", "json", "yaml", "csv", "markdown"],
        "default": "table",
        "help": "Format of every command that prints data.",
    },
}

SERVICES = {
    "gateway": {"setting": "base_url", "without": []},
    "root": {"setting": "base_url", "without": ["/v1", "/v1beta"]},
}

CREDENTIALS = {
    "api_key": {"setting": "api_key", "header": "Authorization", "scheme": "Bearer"},
    "access_token": {"setting": "access_token", "header": "Authorization", "scheme": "Bearer"},
}

ENVELOPES = {
    "gateway": {
        "fails_when": [{"value": ("error",)}, {"value": ("success",), "equals": [False]}],
        "message": [("error", "message"), ("error",), ("message",)],
        "code": [("error", "code"), ("error", "type"), ("code",)],
    },
    "account": {
        "fails_when": [
            {"value": ("success",), "equals": [False]},
            {"value": ("code",), "equals": [False]},
            {"value": ("error",)},
        ],
        "message": [("message",), ("error", "message"), ("error",)],
        "code": [("code",), ("error", "code"), ("error", "type")],
    },
}

DIALECTS = {
    "chat": {
        "ends": {"data": "[DONE]"},
        "events": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": ("delta", "content"),
                "reasoning": [("delta", "reasoning_content"), ("delta", "reasoning")],
                "tool_calls": ("delta", "tool_calls"),
                "finish": ("finish_reason",),
            },
            {"model": ("model",), "usage": ("usage",)},
        ],
        "reply": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": ("message", "content"),
                "reasoning": [("message", "reasoning_content"), ("message", "reasoning")],
                "tool_calls": ("message", "tool_calls"),
                "finish": ("finish_reason",),
            },
            {"model": ("model",), "usage": ("usage",)},
        ],
        "assemble": {
            "each": "choices",
            "by": "index",
            "from": "delta",
            "to": "message",
            "set": {"object": "chat.completion"},
        },
        "finish": {
            "whole": ["stop", "tool_calls", "function_call"],
            "short": ["length"],
            "refused": ["content_filter"],
        },
    },
}

COMPLETIONS = {
    "models": {"from": "models", "value": "id", "describe": ["provider", "price"]},
    "providers": {"from": "models", "value": "provider", "describe": []},
}

WAITS = {
    "task": {
        "state": "status",
        "progress": "progress",
        "result": "result",
        "done": ["SUCCESS", "COMPLETED", "SUCCEED", "SUCCEEDED", "DONE"],
        "failed": ["FAILURE", "FAILED", "ERROR", "EXPIRED", "CANCELLED", "CANCELED"],
    },
}

EXITS = {
    "ok": {"code": 0, "meaning": "Success."},
    "general_error": {
        "code": 1,
        "meaning": "The service refused or failed the request.",
        "codes": [
            "insufficient_user_quota",
            "pre_consume_token_quota_failed",
            "invalid_request",
            "sensitive_words_detected",
        ],
    },
    "invalid_arguments": {"code": 2, "meaning": "Invalid arguments."},
    "configuration_missing": {"code": 64, "meaning": "Configuration missing: a key or token that the command needs."},
    "service_unavailable": {
        "code": 69,
        "meaning": "Service unavailable: no connection, a time-out, an overload after the retries, a stream that was cut.",
        "statuses": [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529],
    },
    "authentication_error": {
        "code": 77,
        "meaning": "Authentication error: the key or token is not accepted.",
        "statuses": [401, 403],
        "words": ["token", "unauthorized", "unauthenticated", "not logged in", "无权", "未登录", "无效", "令牌"],
    },
    "configuration_error": {"code": 78, "meaning": "Configuration file unreadable or wrong."},
    "interrupted": {"code": 130, "meaning": "Interrupted (Ctrl-C)."},
}

RETRY = {
    "retries": 2,
    "first_wait": 0.5,
    "longest_wait": 30,
    "harmless": {
        "failures": ["refused", "unresolved", "reset", "timeout"],
        "statuses": [408, 429, 500, 502, 503, 504, 520, 522, 524, 529],
    },
    "careful": {"failures": ["refused", "unresolved"], "statuses": [429, 503]},
    "never": ["invalid_request"],
}

TIMEOUTS = {"connect": 10, "free": 60, "paid": 600}
