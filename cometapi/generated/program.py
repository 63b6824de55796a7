"""What the program's commands share: services, credentials, protocols, exits, retries. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.settings import SETTINGS as SETTINGS

TYPE_CHECKING = False  # which type checkers take for true
if TYPE_CHECKING:
    from cometapi.manifest.schema_types import Exit, Hint, Protocol

VERSION = "0.3.0.dev0"

USER_AGENT = "cometapi/0.3.0.dev0"

SERVICES = {
    "gateway": {"without": [], "setting": "base_url"},
    "root": {"without": ["/v1", "/v1beta"], "setting": "base_url"},
}

CREDENTIALS = {
    "api_key": {"setting": "api_key", "header": "Authorization", "scheme": "Bearer"},
    "access_token": {"setting": "access_token", "header": "Authorization", "scheme": "Bearer"},
    "google_key": {"setting": "api_key", "header": "x-goog-api-key"},
    "anthropic_key": {"setting": "api_key", "header": "x-api-key"},
}

PRIVATE = ["key", "access_token", "password"]

PATHS = [
    {
        "begins": "/api/",
        "service": "root",
        "credential": "access_token",
        "protocol": "account",
        "private": True,
        "rows": [("data", "items"), ("data",)],
        "pages": {
            "by": "number",
            "size": ("query", "page_size"),
            "largest": 100,
            "to": ("query", "p"),
            "total": ("data", "total"),
        },
    },
    {"begins": "/", "service": "root", "credential": "api_key", "protocol": "chat"},
]

REQUEST_ID = ["X-Cometapi-Request-Id", "X-Oneapi-Request-Id"]

HINTS: "list[Hint]" = [
    {
        "codes": ["insufficient_user_quota", "pre_consume_token_quota_failed"],
        "statuses": [402],
        "means": "The balance is used up",
        "hint": "See what is left: {program} balance",
    },
    {
        "codes": ["model_not_found"],
        "means": "The service does not have this model",
        "hint": "All models: {program} models",
    },
    {"statuses": [404], "commands": ["api"], "hint": "Check the path, and the base URL: {program} config show"},
    {
        "statuses": [404],
        "commands": ["chat", "gemini", "messages", "responses", "run", "model info"],
        "hint": "Check the model ({program} models) and the base URL ({program} config show).",
    },
    {
        "statuses": [400, 422],
        "means": "The service does not accept the request",
        "hint": "See what is sent: the same command with {dry_run}.",
    },
    {"statuses": [401], "means": "The {credential} was refused", "hint": "Check the credential: {program} config show"},
    {
        "statuses": [403],
        "means": "The {credential} does not allow this",
        "hint": "Check the credential: {program} config show",
    },
    {"statuses": [404], "means": "Not found", "hint": "Check the base URL: {program} config show"},
    {
        "statuses": [413],
        "means": "The request is larger than the service takes",
        "hint": "Send less: a shorter text, or smaller files.",
    },
    {"statuses": [429], "means": "Too many requests", "hint": "Try again later."},
    {"statuses": [500], "means": "The service failed", "hint": "Try again later."},
    {
        "exits": ["authentication_error"],
        "means": "The {credential} was refused",
        "hint": "Check the credential: {program} config show",
    },
    {"exits": ["service_unavailable"], "means": "The service is unavailable", "hint": "Try again later."},
]

START_WITH = 'chat "Hello"'

PROTOCOLS: "dict[str, Protocol]" = {
    "account": {
        "protocol": "account",
        "envelope": {
            "refusal": {"success": False, "message": "$value.message"},
            "words": {},
            "fails_when": [
                {"value": ("success",), "equals": [False]},
                {"value": ("code",), "equals": [False]},
                {"value": ("error",)},
            ],
            "message": [("message",), ("error", "message"), ("error",)],
            "code": [("code",), ("error", "code"), ("error", "type")],
        },
    },
    "chat": {
        "protocol": "chat",
        "command": "chat",
        "envelope": {
            "refusal": {"error": {"message": "$value.message", "type": "$value.word", "param": "", "code": None}},
            "words": {
                "400": "invalid_request_error",
                "401": "authentication_error",
                "403": "permission_error",
                "404": "not_found_error",
                "429": "rate_limit_error",
                "otherwise": "api_error",
            },
            "fails_when": [{"value": ("error",)}, {"value": ("success",), "equals": [False]}],
            "message": [("error", "message"), ("error",), ("message",)],
            "code": [("error", "code"), ("error", "type"), ("code",)],
        },
        "ends": {"data": "[DONE]"},
        "asks_usage": {"stream_options": {"include_usage": True}},
        "events": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": [("delta", "content"), ("delta", "refusal")],
                "reasoning": [("delta", "reasoning_content"), ("delta", "reasoning")],
                "calls": {
                    "each": ("delta", "tool_calls"),
                    "key": ("index",),
                    "id": ("id",),
                    "name": ("function", "name"),
                    "arguments": ("function", "arguments"),
                },
                "finish": ("finish_reason",),
            },
            {"model": ("model",), "usage": ("usage",)},
        ],
        "reply": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": [("message", "content"), ("message", "refusal")],
                "reasoning": [("message", "reasoning_content"), ("message", "reasoning")],
                "calls": {
                    "each": ("message", "tool_calls"),
                    "id": ("id",),
                    "name": ("function", "name"),
                    "arguments": ("function", "arguments"),
                },
                "finish": ("finish_reason",),
            },
            {"model": ("model",), "usage": ("usage",)},
        ],
        "assemble": [
            {"value": (), "without": ["choices", "object"], "at": []},
            {
                "each": ("choices",),
                "value": (),
                "at": ["choices", ("index",)],
                "how": "join",
                "number": "index",
                "once": ["finish_reason"],
                "without": ["delta"],
            },
            {
                "each": ("choices",),
                "value": ("delta",),
                "at": ["choices", ("index",), "message"],
                "how": "join",
                "number": "index",
                "once": ["role", "id", "type", "name"],
            },
            {"value": "'chat.completion'", "at": ["object"], "how": "replace"},
        ],
        "tokens": {
            "input": ("prompt_tokens",),
            "output": ("completion_tokens",),
            "reasoning": ("completion_tokens_details", "reasoning_tokens"),
            "cached": ("prompt_tokens_details", "cached_tokens"),
        },
        "finish": {
            "whole": ["stop", "tool_calls", "function_call"],
            "short": ["length"],
            "refused": ["content_filter"],
        },
        "turn": {
            "to": ["messages"],
            "roles": {
                "system": {"role": "system", "content": "$value"},
                "developer": {"role": "developer", "content": "$value"},
                "user": {"role": "user", "content": "$value"},
                "assistant": {"role": "assistant", "content": "$value"},
            },
            "reply": ("choices", 0, "message"),
            "without": ["reasoning_content", "reasoning"],
            "tools": "tools[?function].function.name",
            "result": {"role": "tool", "tool_call_id": "$value.id", "content": "$value.result"},
        },
    },
    "gemini": {
        "protocol": "gemini",
        "command": "gemini",
        "envelope": {
            "refusal": {"error": {"code": "$value.status", "message": "$value.message", "status": "$value.word"}},
            "words": {
                "400": "INVALID_ARGUMENT",
                "401": "UNAUTHENTICATED",
                "403": "PERMISSION_DENIED",
                "404": "NOT_FOUND",
                "429": "RESOURCE_EXHAUSTED",
                "500": "INTERNAL",
                "503": "UNAVAILABLE",
                "504": "DEADLINE_EXCEEDED",
                "otherwise": "UNKNOWN",
            },
            "fails_when": [{"value": ("error",)}, {"value": ("success",), "equals": [False]}],
            "message": [("error", "message"), ("error",), ("message",)],
            "code": [("error", "status"), ("error", "type"), ("error", "code")],
        },
        "events": [
            {
                "each": ("candidates",),
                "choice": ("index",),
                "text": "content.parts[?!thought].text",
                "reasoning": "content.parts[?thought].text",
                "calls": {
                    "each": "content.parts[?functionCall].functionCall",
                    "id": ("id",),
                    "name": ("name",),
                    "arguments": ("args",),
                },
                "media": {
                    "each": "content.parts[?inlineData && !thought].inlineData",
                    "media_type": ("mimeType",),
                    "data": ("data",),
                },
                "finish": ("finishReason",),
            },
            {
                "model": ("modelVersion",),
                "usage": ("usageMetadata",),
                "blocked": ("promptFeedback", "blockReason"),
                "sources": {
                    "each": "candidates[0].groundingMetadata.groundingChunks[].[web || maps][]",
                    "title": ("title",),
                    "link": ("uri",),
                },
            },
        ],
        "assemble": [
            {"value": (), "without": ["candidates"], "at": []},
            {
                "each": ("candidates",),
                "value": (),
                "at": ["candidates", ("index",)],
                "how": "merge",
                "without": ["content"],
            },
            {
                "each": ("candidates",),
                "value": ("content",),
                "at": ["candidates", ("index",), "content"],
                "how": "merge",
                "without": ["parts"],
            },
            {
                "each": ("candidates",),
                "value": ("content", "parts"),
                "at": ["candidates", ("index",), "content", "parts"],
                "how": "extend",
                "grows": {"text": "text", "like": ["thought"], "until": "thoughtSignature"},
            },
        ],
        "tokens": {
            "input": ("promptTokenCount",),
            "output": "[candidatesTokenCount, thoughtsTokenCount]",
            "reasoning": ("thoughtsTokenCount",),
            "cached": ("cachedContentTokenCount",),
        },
        "finish": {"whole": ["STOP"], "short": ["MAX_TOKENS"], "refused": [], "otherwise": "refused"},
        "turn": {
            "to": ["contents"],
            "roles": {
                "user": {"role": "user", "parts": [{"text": "$value"}]},
                "assistant": {"role": "model", "parts": [{"text": "$value"}]},
            },
            "defaults": {"role": "user"},
            "reply": ("candidates", 0, "content"),
            "tools": "tools[].functionDeclarations[].name",
            "result": {
                "functionResponse": {
                    "$first": [
                        {"id": "$value.id", "name": "$value.name", "response": {"result": "$value.result"}},
                        {"name": "$value.name", "response": {"result": "$value.result"}},
                    ],
                },
            },
            "together": {"role": "user", "parts": "$value"},
        },
        "reply": [
            {
                "each": ("candidates",),
                "choice": ("index",),
                "text": "content.parts[?!thought].text",
                "reasoning": "content.parts[?thought].text",
                "calls": {
                    "each": "content.parts[?functionCall].functionCall",
                    "id": ("id",),
                    "name": ("name",),
                    "arguments": ("args",),
                },
                "media": {
                    "each": "content.parts[?inlineData && !thought].inlineData",
                    "media_type": ("mimeType",),
                    "data": ("data",),
                },
                "finish": ("finishReason",),
            },
            {
                "model": ("modelVersion",),
                "usage": ("usageMetadata",),
                "blocked": ("promptFeedback", "blockReason"),
                "sources": {
                    "each": "candidates[0].groundingMetadata.groundingChunks[].[web || maps][]",
                    "title": ("title",),
                    "link": ("uri",),
                },
            },
        ],
    },
    "messages": {
        "protocol": "messages",
        "command": "messages",
        "endpoint": "anthropic",
        "envelope": {
            "refusal": {"type": "error", "error": {"type": "$value.word", "message": "$value.message"}},
            "words": {
                "400": "invalid_request_error",
                "401": "authentication_error",
                "403": "permission_error",
                "404": "not_found_error",
                "413": "request_too_large",
                "429": "rate_limit_error",
                "529": "overloaded_error",
                "otherwise": "api_error",
            },
            "fails_when": [
                {"value": ("error",)},
                {"value": ("type",), "equals": ["error"]},
                {"value": ("success",), "equals": [False]},
            ],
            "message": [("error", "message"), ("error",), ("message",)],
            "code": [("error", "type"), ("error", "code")],
        },
        "type": ("type",),
        "ends": {"types": ["message_stop"]},
        "events": [
            {"on": ["message_start"], "model": ("message", "model"), "usage": ("message", "usage")},
            {
                "on": ["content_block_start"],
                "text": ("content_block", "text"),
                "calls": {
                    "each": "[@][?content_block.type == 'tool_use']",
                    "key": ("index",),
                    "id": ("content_block", "id"),
                    "name": ("content_block", "name"),
                },
            },
            {
                "on": ["content_block_delta"],
                "text": ("delta", "text"),
                "reasoning": ("delta", "thinking"),
                "calls": {
                    "each": "[@][?delta.type == 'input_json_delta']",
                    "key": ("index",),
                    "arguments": ("delta", "partial_json"),
                },
            },
            {"on": ["message_delta"], "finish": ("delta", "stop_reason"), "usage": ("usage",)},
        ],
        "reply": [
            {
                "text": "content[?type == 'text'].text",
                "reasoning": "content[?type == 'thinking'].thinking",
                "calls": {
                    "each": "content[?type == 'tool_use']",
                    "id": ("id",),
                    "name": ("name",),
                    "arguments": ("input",),
                },
                "finish": ("stop_reason",),
                "model": ("model",),
                "usage": ("usage",),
            },
        ],
        "assemble": [
            {"on": ["message_start"], "value": ("message",), "at": []},
            {
                "on": ["content_block_start"],
                "value": ("content_block",),
                "at": ["content", ("index",)],
                "how": "replace",
            },
            {
                "on": ["content_block_delta"],
                "value": ("delta", "text"),
                "at": ["content", ("index",), "text"],
                "how": "append",
            },
            {
                "on": ["content_block_delta"],
                "value": ("delta", "thinking"),
                "at": ["content", ("index",), "thinking"],
                "how": "append",
            },
            {
                "on": ["content_block_delta"],
                "value": ("delta", "signature"),
                "at": ["content", ("index",), "signature"],
                "how": "append",
            },
            {
                "on": ["content_block_delta"],
                "value": "delta.citation && [delta.citation]",
                "at": ["content", ("index",), "citations"],
                "how": "extend",
            },
            {
                "on": ["content_block_delta"],
                "value": ("delta", "partial_json"),
                "at": ["content", ("index",), "input"],
                "how": "json",
            },
            {"on": ["message_delta"], "value": ("delta",), "at": []},
            {"on": ["message_delta"], "value": ("usage",), "at": ["usage"], "how": "merge"},
        ],
        "tokens": {
            "input": "[input_tokens, cache_creation_input_tokens, cache_read_input_tokens]",
            "output": ("output_tokens",),
            "cached": ("cache_read_input_tokens",),
        },
        "finish": {
            "whole": ["end_turn", "stop_sequence", "tool_use", "pause_turn"],
            "short": ["max_tokens", "model_context_window_exceeded"],
            "refused": ["refusal"],
        },
        "turn": {
            "to": ["messages"],
            "roles": {
                "user": {"role": "user", "content": "$value"},
                "assistant": {"role": "assistant", "content": "$value"},
            },
            "reply": "{role: role, content: content}",
            "tools": "tools[?!type || type == 'custom'].name",
            "result": {"type": "tool_result", "tool_use_id": "$value.id", "content": "$value.result"},
            "together": {"role": "user", "content": "$value"},
        },
    },
    "responses": {
        "protocol": "responses",
        "command": "responses",
        "envelope": {
            "refusal": {"error": {"message": "$value.message", "type": "$value.word", "param": "", "code": None}},
            "words": {
                "400": "invalid_request_error",
                "401": "authentication_error",
                "403": "permission_error",
                "404": "not_found_error",
                "429": "rate_limit_error",
                "otherwise": "api_error",
            },
            "fails_when": [
                {"value": ("error",)},
                {"value": ("response", "error")},
                {"value": ("type",), "equals": ["error"]},
                {"value": ("success",), "equals": [False]},
            ],
            "message": [("error", "message"), ("response", "error", "message"), ("error",), ("message",)],
            "code": [("error", "code"), ("response", "error", "code"), ("error", "type"), ("code",)],
        },
        "type": ("type",),
        "ends": {"types": ["response.completed", "response.incomplete", "response.failed"]},
        "events": [
            {"on": ["response.output_text.delta", "response.refusal.delta"], "text": ("delta",)},
            {"on": ["response.reasoning_summary_text.delta", "response.reasoning_text.delta"], "reasoning": ("delta",)},
            {
                "on": ["response.output_item.added"],
                "calls": {
                    "each": "[@][?item.type == 'function_call']",
                    "key": ("output_index",),
                    "id": ("item", "call_id"),
                    "name": ("item", "name"),
                },
            },
            {
                "on": ["response.function_call_arguments.delta"],
                "calls": {"each": "[@]", "key": ("output_index",), "arguments": ("delta",)},
            },
            {
                "on": ["response.completed", "response.incomplete", "response.failed"],
                "finish": [("response", "incomplete_details", "reason"), ("response", "status")],
                "model": ("response", "model"),
                "usage": ("response", "usage"),
            },
        ],
        "reply": [
            {
                "text": "output[?type == 'message'].content[] | [?type == 'output_text' || type == 'refusal'].[text || refusal][]",
                "reasoning": "output[?type == 'reasoning'].summary[].text",
                "calls": {
                    "each": "output[?type == 'function_call']",
                    "id": ("call_id",),
                    "name": ("name",),
                    "arguments": ("arguments",),
                },
                "finish": [("incomplete_details", "reason"), ("status",)],
                "model": ("model",),
                "usage": ("usage",),
            },
        ],
        "assemble": [
            {"on": ["response.completed", "response.incomplete", "response.failed"], "value": ("response",), "at": []},
        ],
        "tokens": {
            "input": ("input_tokens",),
            "output": ("output_tokens",),
            "reasoning": ("output_tokens_details", "reasoning_tokens"),
            "cached": ("input_tokens_details", "cached_tokens"),
        },
        "finish": {
            "whole": ["completed", "queued", "in_progress"],
            "short": ["max_output_tokens"],
            "refused": ["content_filter", "failed", "cancelled"],
        },
        "turn": {
            "to": ["input"],
            "roles": {
                "user": {"role": "user", "content": "$value"},
                "assistant": {"role": "assistant", "content": "$value"},
            },
            "reply": ("output",),
            "tools": "tools[?type == 'function' || type == 'custom'].name",
            "result": {"type": "function_call_output", "call_id": "$value.id", "output": "$value.result"},
        },
    },
}

COMPLETIONS = {
    "models": {"from": "models", "value": "id", "describe": ["provider", "price"]},
    "providers": {"from": "models", "value": "provider", "describe": []},
    "types": {"from": "models", "value": "type", "describe": []},
    "features": {"from": "models", "value": "features", "describe": []},
    "endpoints": {"from": "models", "value": "endpoints", "describe": []},
}

WAITERS = {
    "task": {
        "command": "tasks wait",
        "id": "task_id",
        "state": "status",
        "progress": "progress",
        "done": ["SUCCESS", "COMPLETED", "SUCCEED", "SUCCEEDED", "DONE"],
        "needs_input": ["MODAL"],
        "failed": ["FAILURE", "FAILED", "ERROR", "EXPIRED", "CANCELLED", "CANCELED"],
    },
    "background": {"command": "response get", "id": "id", "state": "status", "running": ["queued", "in_progress"]},
}

SANDBOX = {"base_url": "/v1"}

EXITS: "dict[str, Exit]" = {
    "ok": {"code": 0, "meaning": "Success."},
    "general_error": {
        "code": 1,
        "meaning": "The service refused or failed the request.",
        "codes": [
            "insufficient_user_quota",
            "pre_consume_token_quota_failed",
            "invalid_request",
            "model_not_found",
            "sensitive_words_detected",
        ],
    },
    "invalid_arguments": {"code": 2, "meaning": "Invalid arguments."},
    "configuration_missing": {"code": 64, "meaning": "Configuration missing: a key or token that the command needs."},
    "service_unavailable": {
        "code": 69,
        "meaning": "Service unavailable: no connection, a time-out, an overload after the retries, a stream that was cut.",
        "statuses": [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529],
        "codes": [
            "overloaded_error",
            "rate_limit_error",
            "rate_limit_exceeded",
            "api_error",
            "server_error",
            "timeout_error",
            "UNAVAILABLE",
            "RESOURCE_EXHAUSTED",
            "INTERNAL",
            "DEADLINE_EXCEEDED",
        ],
    },
    "authentication_error": {
        "code": 77,
        "meaning": "Authentication error: the key or token is not accepted.",
        "statuses": [401, 403],
        "codes": ["authentication_error", "permission_error", "UNAUTHENTICATED", "PERMISSION_DENIED"],
        "words": ["token", "unauthorized", "unauthenticated", "not logged in", "无权", "未登录", "无效", "令牌"],
    },
    "configuration_error": {"code": 78, "meaning": "Configuration file unreadable or wrong."},
    "interrupted": {"code": 130, "meaning": "Interrupted (Ctrl-C)."},
}

RETRY: dict = {
    "first_wait": 0.5,
    "safe": {
        "failures": ["refused", "unresolved", "connect", "reset", "timeout"],
        "statuses": [408, 429, 500, 502, 503, 504, 520, 522, 524, 529],
    },
    "unsafe": {"failures": ["refused", "unresolved", "connect"], "statuses": [429, 503]},
    "never": ["invalid_request", "model_not_found"],
}

TIMEOUTS = {"free": 60, "paid": 600, "secret": 60}
