"""What the program's commands share: services, credentials, protocols, exits, retries. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.settings import SETTINGS as SETTINGS

TYPE_CHECKING = False  # which type checkers take for true
if TYPE_CHECKING:
    from cometapi.manifest.schema_types import Exit, Hint, Protocol

VERSION = "0.5.0.dev0"

USER_AGENT = "cometapi/0.5.0.dev0"

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
    {
        "begins": "/v1/embeddings",
        "service": "root",
        "credential": "api_key",
        "protocol": "chat",
        "rows": ("data",),
        "samples": {"POST": [{"file": "embeddings.json", "status": 200, "media_type": "application/json"}]},
    },
    {"begins": "/", "service": "root", "credential": "api_key", "protocol": "chat", "rows": [("data",), ("models",)]},
]

REQUEST_ID = ["X-Cometapi-Request-Id", "X-Oneapi-Request-Id"]

HINTS: "list[Hint]" = [
    {
        "codes": ["insufficient_user_quota", "insufficient_quota", "pre_consume_token_quota_failed"],
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

FAMILIES = [{"types": ["text"], "command": "chat"}, {"types": ["image"], "command": "image"}]

START_WITH = 'chat "Hello"'

PROTOCOLS: "dict[str, Protocol]" = {
    "account": {
        "protocol": "account",
        "envelope": {
            "refusal": {"success": False, "message": "$value.message"},
            "words": {},
            "elsewhere": ["errors[].message", ("errors",), ("msg",), ("detail",)],
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
            "elsewhere": ["errors[].message", ("errors",), "detail[].msg", ("detail",), ("msg",), ("message",)],
            "fails_when": [
                {"value": ("error",)},
                {"value": "choices[].error | [?@]"},
                {"value": ("errors",)},
                {"value": ("success",), "equals": [False]},
            ],
            "message": [
                ("error", "message"),
                "choices[].error.message | [0]",
                "choices[].error | [0]",
                ("error",),
                ("message",),
            ],
            "inner": ("error", "metadata", "raw"),
            "code": [("error", "code"), ("error", "type"), "choices[].error.code | [0]", ("code",)],
        },
        "ends": {"data": "[DONE]"},
        "answers": "choices",
        "asks_usage": {"stream_options": {"include_usage": True}},
        "events": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": [
                    ("delta", "content"),
                    "delta.content[?type != 'thinking'].[text || refusal][]",
                    ("delta", "refusal"),
                    ("delta", "audio", "transcript"),
                    ("text",),
                ],
                "reasoning": [
                    ("delta", "reasoning_content"),
                    ("delta", "reasoning"),
                    "[delta.reasoning_content, delta.reasoning][].[text || content || summary][]",
                    "delta.reasoning_details[].[text || summary][]",
                    "delta.content[?type == 'thinking'].thinking[].text",
                    "delta.content[?type == 'thinking'].[thinking || text][]",
                ],
                "calls": {
                    "each": "delta.tool_calls[?!custom]",
                    "key": ("index",),
                    "id": ("id",),
                    "name": ("function", "name"),
                    "arguments": ("function", "arguments"),
                },
                "media": {
                    "each": "delta.[images, content][] | [?image_url || type == 'image']",
                    "media_type": ("media_type",),
                    "data": [("image_url", "url"), ("image_url",), ("data",)],
                },
                "unseen": {
                    "each": "delta.content[?type && type != 'text' && type != 'thinking' && type != 'refusal' && !image_url]",
                    "kind": ("type",),
                },
                "finish": ("finish_reason",),
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "again": True,
                "text": [
                    ("message", "content"),
                    "message.content[?type != 'thinking'].[text || refusal][]",
                    ("message", "refusal"),
                ],
                "reasoning": [
                    ("message", "reasoning_content"),
                    ("message", "reasoning"),
                    "message.content[?type == 'thinking'].thinking[].text",
                ],
                "calls": {
                    "each": ("message", "tool_calls"),
                    "id": ("id",),
                    "name": ("function", "name"),
                    "arguments": ("function", "arguments"),
                },
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "calls": {"each": "[delta.function_call][?@]", "name": ("name",), "arguments": ("arguments",)},
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "unseen": {"each": "delta.tool_calls[?custom || (type && type != 'function')]", "kind": ("type",)},
            },
            {"each": ("choices",), "choice": ("index",), "unseen": {"each": "[delta.audio][?data]", "kind": "'audio'"}},
            {"model": ("model",), "usage": [("usage",), "choices[].usage | [0]", ("x_groq", "usage")]},
            {
                "sources": {
                    "each": "choices[0].[delta, message][].annotations[] | [?type == 'url_citation'].url_citation",
                    "title": ("title",),
                    "link": ("url",),
                },
            },
        ],
        "reply": [
            {
                "each": ("choices",),
                "choice": ("index",),
                "text": [
                    ("message", "content"),
                    "message.content[?type != 'thinking'].[text || refusal][]",
                    ("message", "refusal"),
                    ("message", "audio", "transcript"),
                    ("text",),
                    ("delta", "content"),
                ],
                "reasoning": [
                    ("message", "reasoning_content"),
                    ("message", "reasoning"),
                    "[message.reasoning_content, message.reasoning][].[text || content || summary][]",
                    "message.reasoning_details[].[text || summary][]",
                    "message.content[?type == 'thinking'].thinking[].text",
                    "message.content[?type == 'thinking'].[thinking || text][]",
                ],
                "calls": {
                    "each": "message.tool_calls[?function]",
                    "id": ("id",),
                    "name": ("function", "name"),
                    "arguments": ("function", "arguments"),
                },
                "media": {
                    "each": "message.[images, content][] | [?image_url || type == 'image']",
                    "media_type": ("media_type",),
                    "data": [("image_url", "url"), ("image_url",), ("data",)],
                },
                "unseen": {
                    "each": "message.content[?type && type != 'text' && type != 'thinking' && type != 'refusal' && !image_url]",
                    "kind": ("type",),
                },
                "finish": ("finish_reason",),
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "calls": {"each": "[message.function_call][?@]", "name": ("name",), "arguments": ("arguments",)},
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "unseen": {"each": "message.tool_calls[?!function]", "kind": ("type",)},
            },
            {
                "each": ("choices",),
                "choice": ("index",),
                "unseen": {"each": "[message.audio][?data]", "kind": "'audio'"},
            },
            {"model": ("model",), "usage": [("usage",), "choices[].usage | [0]", ("x_groq", "usage")]},
            {
                "sources": {
                    "each": "choices[0].message.annotations[?type == 'url_citation'].url_citation",
                    "title": ("title",),
                    "link": ("url",),
                },
            },
        ],
        "assemble": [
            {"value": (), "without": ["choices", "object"], "at": []},
            {
                "each": ("choices",),
                "value": (),
                "at": ["choices", ("index",)],
                "how": "join",
                "number": "index",
                "growing": ["text"],
                "without": ["delta", "message"],
            },
            {
                "each": ("choices",),
                "value": ("delta",),
                "at": ["choices", ("index",), "message"],
                "how": "join",
                "number": "index",
                "growing": [
                    "content",
                    "refusal",
                    "reasoning_content",
                    "reasoning",
                    "text",
                    "summary",
                    "thinking",
                    "arguments",
                    "input",
                    "data",
                    "transcript",
                ],
                "calls": {"each": "tool_calls", "id": ("id",), "name": ("function", "name")},
            },
            {"each": ("choices",), "value": ("message",), "at": ["choices", ("index",), "message"], "how": "fill"},
            {"value": "'chat.completion'", "at": ["object"], "how": "replace"},
        ],
        "tokens": {
            "input": [("prompt_tokens",), ("input_tokens",)],
            "output": [("completion_tokens",), ("output_tokens",)],
            "reasoning": [
                ("completion_tokens_details", "reasoning_tokens"),
                ("output_tokens_details", "reasoning_tokens"),
                ("reasoning_tokens",),
            ],
            "cached": [
                ("prompt_tokens_details", "cached_tokens"),
                ("input_tokens_details", "cached_tokens"),
                ("prompt_cache_hit_tokens",),
                ("cached_tokens",),
            ],
        },
        "finish": {
            "whole": {
                "stop": "It came to its own end, or to a stop sequence.",
                "tool_calls": "The model called one or more tools.",
                "function_call": "The model called a function.",
                "eos": "It came to its own end.",
            },
            "short": {"length": "It ran into the limit of max_tokens or max_completion_tokens."},
            "refused": {
                "content_filter": "A content policy filtered it.",
                "sensitive": "A content policy filtered it.",
            },
            "failed": ["error", "network_error", "insufficient_system_resource"],
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
            "text": ["content[?type == 'text'].text", ("content",)],
            "calls": ("tool_calls",),
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
            "elsewhere": ["errors[].message", ("errors",), "detail[].msg", ("detail",), ("msg",), ("message",)],
            "fails_when": [{"value": ("error",)}, {"value": ("errors",)}, {"value": ("success",), "equals": [False]}],
            "message": [("error", "message"), ("error",), ("message",)],
            "code": [("error", "status"), ("error", "type"), ("error", "code")],
        },
        "ends": {"data": "[DONE]"},
        "answers": "candidates",
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
                    "partial": "partialArgs || willContinue",
                },
                "media": {
                    "each": "content.parts[?inlineData && !thought].inlineData",
                    "media_type": ("mimeType",),
                    "data": ("data",),
                },
                "unseen": {
                    "each": "content.parts[?executableCode || codeExecutionResult || functionResponse]",
                    "kind": "executableCode && 'executableCode' || codeExecutionResult && 'codeExecutionResult' || 'functionResponse'",
                },
                "finish": ("finishReason",),
            },
            {
                "each": ("candidates",),
                "choice": ("index",),
                "media": {
                    "each": "content.parts[?fileData].fileData",
                    "media_type": ("mimeType",),
                    "data": ("fileUri",),
                },
            },
            {
                "model": ("modelVersion",),
                "usage": ("usageMetadata",),
                "blocked": ("promptFeedback", "blockReason"),
                "sources": {
                    "each": ("candidates", 0, "groundingMetadata", "groundingChunks"),
                    "title": [("web", "title"), ("maps", "title"), ("retrievedContext", "title")],
                    "link": [("web", "uri"), ("maps", "uri"), ("retrievedContext", "uri")],
                    "confidence": "candidates[0].groundingMetadata.groundingSupports[].[groundingChunkIndices, confidenceScores]",
                },
            },
            {
                "sources": {
                    "each": "candidates[0].citationMetadata.[citationSources, citations][]",
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
        "finish": {
            "whole": {"STOP": "It came to its own end, or to a stop sequence."},
            "short": {"MAX_TOKENS": "It ran into the limit of maxOutputTokens."},
            "refused": [
                "SAFETY",
                "RECITATION",
                "LANGUAGE",
                "BLOCKLIST",
                "PROHIBITED_CONTENT",
                "SPII",
                "IMAGE_SAFETY",
                "IMAGE_PROHIBITED_CONTENT",
                "IMAGE_RECITATION",
            ],
            "failed": [
                "MALFORMED_FUNCTION_CALL",
                "MALFORMED_RESPONSE",
                "UNEXPECTED_TOOL_CALL",
                "TOO_MANY_TOOL_CALLS",
                "MISSING_THOUGHT_SIGNATURE",
            ],
        },
        "turn": {
            "to": ["contents"],
            "roles": {
                "user": {"role": "user", "parts": [{"text": "$value"}]},
                "assistant": {"role": "model", "parts": [{"text": "$value"}]},
            },
            "defaults": {"role": "user"},
            "reply": ("candidates", 0, "content"),
            "tools": "tools[].functionDeclarations[].name",
            "text": "parts[?text && !thought].text",
            "calls": "parts[?functionCall]",
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
                    "partial": "partialArgs || willContinue",
                },
                "media": {
                    "each": "content.parts[?inlineData && !thought].inlineData",
                    "media_type": ("mimeType",),
                    "data": ("data",),
                },
                "unseen": {
                    "each": "content.parts[?executableCode || codeExecutionResult || functionResponse]",
                    "kind": "executableCode && 'executableCode' || codeExecutionResult && 'codeExecutionResult' || 'functionResponse'",
                },
                "finish": ("finishReason",),
            },
            {
                "each": ("candidates",),
                "choice": ("index",),
                "media": {
                    "each": "content.parts[?fileData].fileData",
                    "media_type": ("mimeType",),
                    "data": ("fileUri",),
                },
            },
            {
                "model": ("modelVersion",),
                "usage": ("usageMetadata",),
                "blocked": ("promptFeedback", "blockReason"),
                "sources": {
                    "each": ("candidates", 0, "groundingMetadata", "groundingChunks"),
                    "title": [("web", "title"), ("maps", "title"), ("retrievedContext", "title")],
                    "link": [("web", "uri"), ("maps", "uri"), ("retrievedContext", "uri")],
                    "confidence": "candidates[0].groundingMetadata.groundingSupports[].[groundingChunkIndices, confidenceScores]",
                },
            },
            {
                "sources": {
                    "each": "candidates[0].citationMetadata.[citationSources, citations][]",
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
            "elsewhere": ["errors[].message", ("errors",), "detail[].msg", ("detail",), ("msg",), ("message",)],
            "fails_when": [
                {"value": ("error",)},
                {"value": ("errors",)},
                {"value": ("type",), "equals": ["error"]},
                {"value": ("success",), "equals": [False]},
            ],
            "message": [("error", "message"), ("error",), ("message",)],
            "code": [("error", "type"), ("error", "code")],
        },
        "type": ("type",),
        "ends": {"data": "[DONE]", "types": ["message_stop"]},
        "events": [
            {
                "on": ["message_start"],
                "model": ("message", "model"),
                "usage": ("message", "usage"),
                "text": [("message", "content"), "message.content[?type == 'text'].text"],
            },
            {
                "on": ["content_block_start"],
                "text": ("content_block", "text"),
                "reasoning": ("content_block", "thinking"),
                "calls": {
                    "each": "[@][?content_block.type == 'tool_use']",
                    "key": ("index",),
                    "id": ("content_block", "id"),
                    "name": ("content_block", "name"),
                    "arguments": ("content_block", "input"),
                },
                "unseen": {
                    "each": "[content_block][?type != 'text' && type != 'thinking' && type != 'redacted_thinking' && type != 'tool_use']",
                    "kind": ("type",),
                },
            },
            {
                "on": ["content_block_delta"],
                "text": ("delta", "text"),
                "reasoning": ("delta", "thinking"),
                "calls": {
                    "each": "[@][?delta.partial_json]",
                    "continues": True,
                    "key": ("index",),
                    "arguments": ("delta", "partial_json"),
                },
            },
            {
                "on": ["content_block_delta"],
                "sources": {"each": "[delta.citation][?url]", "title": ("title",), "link": ("url",)},
            },
            {"on": ["message_delta"], "finish": ("delta", "stop_reason"), "usage": [("usage",), ("delta", "usage")]},
            {
                "on": ["message_stop"],
                "usage": [("usage",), ("message", "usage")],
                "finish": [("stop_reason",), ("message", "stop_reason")],
            },
        ],
        "reply": [
            {
                "text": [("content",), "content[?type == 'text'].text"],
                "reasoning": "content[?type == 'thinking'].thinking",
                "unseen": {
                    "each": "content[?type != 'text' && type != 'thinking' && type != 'redacted_thinking' && type != 'tool_use']",
                    "kind": ("type",),
                },
                "calls": {
                    "each": "content[?type == 'tool_use']",
                    "id": ("id",),
                    "name": ("name",),
                    "arguments": ("input",),
                },
                "finish": ("stop_reason",),
                "sources": {"each": "content[].citations[] | [?url]", "title": ("title",), "link": ("url",)},
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
            "input": ["[input_tokens, cache_creation_input_tokens, cache_read_input_tokens]", ("prompt_tokens",)],
            "output": [("output_tokens",), ("completion_tokens",)],
            "cached": ("cache_read_input_tokens",),
        },
        "finish": {
            "whole": {
                "end_turn": "It came to its own end.",
                "stop_sequence": "It came to a stop sequence.",
                "tool_use": "The model called one or more tools.",
                "pause_turn": "The service paused a long turn; send it back to go on.",
            },
            "short": {
                "max_tokens": "It ran into the limit of max_tokens.",
                "model_context_window_exceeded": "It ran into the limit of what the model can hold.",
            },
            "refused": {"refusal": "The model refused."},
        },
        "turn": {
            "to": ["messages"],
            "roles": {
                "user": {"role": "user", "content": "$value"},
                "assistant": {"role": "assistant", "content": "$value"},
            },
            "reply": "{role: role, content: content}",
            "tools": "tools[?!type || type == 'custom'].name",
            "text": ["content[?type == 'text'].text", ("content",)],
            "calls": "content[?type == 'tool_use']",
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
            "elsewhere": ["errors[].message", ("errors",), "detail[].msg", ("detail",), ("msg",), ("message",)],
            "fails_when": [
                {"value": ("error",)},
                {"value": ("errors",)},
                {"value": ("response", "error")},
                {"value": ("type",), "equals": ["error"]},
                {"value": ("success",), "equals": [False]},
            ],
            "message": [("error", "message"), ("response", "error", "message"), ("error",), ("message",)],
            "code": [("error", "code"), ("response", "error", "code"), ("error", "type"), ("code",)],
        },
        "type": ("type",),
        "ends": {
            "data": "[DONE]",
            "types": ["response.completed", "response.incomplete", "response.failed", "response.cancelled"],
        },
        "events": [
            {
                "on": ["response.output_text.delta", "response.refusal.delta"],
                "part": "[output_index, content_index]",
                "text": ("delta",),
            },
            {
                "on": ["response.output_text.done", "response.refusal.done"],
                "part": "[output_index, content_index]",
                "again": True,
                "text": [("text",), ("refusal",)],
            },
            {
                "on": ["response.content_part.done"],
                "part": "[output_index, content_index]",
                "again": True,
                "text": "[part][?type != 'reasoning_text'].[text || refusal][]",
            },
            {"on": ["response.audio.transcript.delta", "response.output_audio_transcript.delta"], "text": ("delta",)},
            {
                "on": ["response.reasoning_summary_text.delta"],
                "part": "[output_index, summary_index]",
                "reasoning": ("delta",),
            },
            {
                "on": ["response.reasoning_summary_text.done"],
                "part": "[output_index, summary_index]",
                "again": True,
                "reasoning": ("text",),
            },
            {
                "on": ["response.reasoning_text.delta"],
                "part": "[output_index, 'content', content_index]",
                "reasoning": ("delta",),
            },
            {
                "on": ["response.reasoning_text.done"],
                "part": "[output_index, 'content', content_index]",
                "again": True,
                "reasoning": ("text",),
            },
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
                "calls": {"each": "[@]", "continues": True, "key": ("output_index",), "arguments": ("delta",)},
            },
            {
                "on": ["response.function_call_arguments.done"],
                "again": True,
                "calls": {"each": "[@]", "continues": True, "key": ("output_index",), "arguments": ("arguments",)},
            },
            {
                "on": ["response.output_item.done"],
                "again": True,
                "part": "[output_index]",
                "text": "item.content[?type != 'reasoning_text'].[text || refusal][]",
                "reasoning": ["item.summary[].text", "item.content[?type == 'reasoning_text'].text"],
                "calls": {
                    "each": "[@][?item.type == 'function_call']",
                    "key": ("output_index",),
                    "id": ("item", "call_id"),
                    "name": ("item", "name"),
                    "arguments": ("item", "arguments"),
                },
                "unseen": {
                    "each": "[item][?type != 'message' && type != 'function_call' && type != 'reasoning' && type != 'web_search_call' && type != 'file_search_call']",
                    "kind": ("type",),
                },
            },
            {
                "on": ["response.output_text.annotation.added"],
                "sources": {"each": "[annotation][?type == 'url_citation']", "title": ("title",), "link": ("url",)},
            },
            {
                "on": ["response.completed", "response.incomplete", "response.failed", "response.cancelled"],
                "sources": {
                    "each": "response.output[].content[].annotations[] | [?type == 'url_citation']",
                    "title": ("title",),
                    "link": ("url",),
                },
                "again": True,
                "text": [
                    "response.output[?type == 'message' || !type].content[] | [?type != 'reasoning_text'].[text || refusal][]",
                    ("response", "output_text"),
                ],
                "reasoning": [
                    "response.output[?type == 'reasoning'].summary[].text",
                    "response.output[?type == 'reasoning'].content[].text",
                ],
                "calls": {
                    "each": "response.output[?type == 'function_call']",
                    "id": ("call_id",),
                    "name": ("name",),
                    "arguments": ("arguments",),
                },
                "unseen": {
                    "each": "response.output[?type && type != 'message' && type != 'function_call' && type != 'reasoning' && type != 'web_search_call' && type != 'file_search_call']",
                    "kind": ("type",),
                },
                "finish": [("response", "incomplete_details", "reason"), ("response", "status")],
                "model": ("response", "model"),
                "usage": [("response", "usage"), ("usage",)],
            },
        ],
        "reply": [
            {
                "text": [
                    "output[?type == 'message' || !type].content[] | [?type != 'reasoning_text'].[text || refusal][]",
                    "output[?type == 'message'].content",
                    ("output_text",),
                ],
                "reasoning": [
                    "output[?type == 'reasoning'].summary[].text",
                    "output[?type == 'reasoning'].content[].text",
                ],
                "calls": {
                    "each": "output[?type == 'function_call']",
                    "id": ("call_id",),
                    "name": ("name",),
                    "arguments": ("arguments",),
                },
                "unseen": {
                    "each": "output[?type && type != 'message' && type != 'function_call' && type != 'reasoning' && type != 'web_search_call' && type != 'file_search_call']",
                    "kind": ("type",),
                },
                "finish": [("incomplete_details", "reason"), ("status",)],
                "sources": {
                    "each": "output[].content[].annotations[] | [?type == 'url_citation']",
                    "title": ("title",),
                    "link": ("url",),
                },
                "model": ("model",),
                "usage": ("usage",),
            },
        ],
        "assemble": [
            {"on": ["response.created"], "value": ("response",), "at": []},
            {
                "on": ["response.output_item.added", "response.output_item.done"],
                "value": ("item",),
                "at": ["output", ("output_index",)],
                "how": "merge",
            },
            {
                "on": ["response.content_part.added", "response.content_part.done"],
                "value": ("part",),
                "at": ["output", ("output_index",), "content", ("content_index",)],
                "how": "merge",
            },
            {
                "on": ["response.output_text.delta"],
                "value": ("delta",),
                "at": ["output", ("output_index",), "content", ("content_index",), "text"],
                "how": "append",
            },
            {
                "on": ["response.output_text.done"],
                "value": ("text",),
                "at": ["output", ("output_index",), "content", ("content_index",), "text"],
                "how": "replace",
            },
            {
                "on": ["response.refusal.delta"],
                "value": ("delta",),
                "at": ["output", ("output_index",), "content", ("content_index",), "refusal"],
                "how": "append",
            },
            {
                "on": ["response.refusal.done"],
                "value": ("refusal",),
                "at": ["output", ("output_index",), "content", ("content_index",), "refusal"],
                "how": "replace",
            },
            {
                "on": ["response.reasoning_summary_text.delta"],
                "value": ("delta",),
                "at": ["output", ("output_index",), "summary", ("summary_index",), "text"],
                "how": "append",
            },
            {
                "on": ["response.reasoning_summary_text.done"],
                "value": ("text",),
                "at": ["output", ("output_index",), "summary", ("summary_index",), "text"],
                "how": "replace",
            },
            {
                "on": ["response.function_call_arguments.delta"],
                "value": ("delta",),
                "at": ["output", ("output_index",), "arguments"],
                "how": "append",
            },
            {
                "on": ["response.function_call_arguments.done"],
                "value": ("arguments",),
                "at": ["output", ("output_index",), "arguments"],
                "how": "replace",
            },
            {
                "on": ["response.completed", "response.incomplete", "response.failed", "response.cancelled"],
                "value": ("response",),
                "without": ["output"],
                "at": [],
            },
            {
                "on": ["response.completed", "response.incomplete", "response.failed", "response.cancelled"],
                "value": ("response", "output"),
                "at": ["output"],
                "how": "unite",
            },
        ],
        "tokens": {
            "input": [("input_tokens",), ("prompt_tokens",)],
            "output": [("output_tokens",), ("completion_tokens",)],
            "reasoning": ("output_tokens_details", "reasoning_tokens"),
            "cached": ("input_tokens_details", "cached_tokens"),
        },
        "finish": {
            "whole": {
                "completed": "It is complete.",
                "queued": "The service has yet to make it, in the background.",
                "in_progress": "The service is making it, in the background.",
            },
            "short": {"max_output_tokens": "It ran into the limit of max_output_tokens."},
            "refused": {
                "content_filter": "A content policy filtered it.",
                "failed": "The service failed to make it.",
                "cancelled": "It was cancelled.",
            },
        },
        "turn": {
            "to": ["input"],
            "roles": {
                "user": {"role": "user", "content": "$value"},
                "assistant": {"role": "assistant", "content": "$value"},
            },
            "reply": ("output",),
            "tools": "tools[?type == 'function' || type == 'custom'].name",
            "text": ["content[?type == 'input_text' || type == 'output_text'].text", ("content",)],
            "calls": "[@][?type == 'function_call']",
            "result": {"type": "function_call_output", "call_id": "$value.id", "output": "$value.result"},
        },
    },
}

COMPLETIONS = {
    "models": {"from": "models", "value": "id", "describe": ["provider", "price"], "refused": ["model_not_found"]},
    "providers": {"from": "models", "value": "provider", "describe": []},
    "types": {"from": "models", "value": "type", "describe": []},
    "model_types": {"from": "models", "value": "id", "describe": ["type"]},
    "model_windows": {"from": "models", "value": "id", "describe": ["context_length"]},
    "features": {"from": "models", "value": "features", "describe": []},
    "endpoints": {"from": "models", "value": "endpoints", "describe": []},
    "conversations": {"from": "history", "value": "id", "describe": ["model", "used_at"]},
}

WAITERS = {
    "task": {
        "command": "tasks wait",
        "id": "task_id",
        "state": "status",
        "progress": "progress",
        "reason": "result",
        "result": "result",
        "done": ["SUCCESS", "COMPLETED", "SUCCEED", "SUCCEEDED", "DONE", "READY", "COMPLETE"],
        "needs_input": ["MODAL"],
        "failed": [
            "FAILURE",
            "FAILED",
            "ERROR",
            "EXPIRED",
            "CANCELLED",
            "CANCELED",
            "REJECTED",
            "REQUEST MODERATED",
            "CONTENT MODERATED",
        ],
    },
    "background": {"command": "response get", "id": "id", "state": "status", "running": ["queued", "in_progress"]},
}

LOOK_UP = {"command": "logs", "request_id": "request_id", "model": "model", "since": "start", "until": "end"}

SANDBOX = {"base_url": "/v1"}

SAMPLE_TIMES = {
    "now": "2026-03-25T04:35:00Z",
    "fields": [
        "created_at",
        "completed_at",
        "updated_at",
        "submit_time",
        "start_time",
        "finish_time",
        "created_time",
        "accessed_time",
        "expired_time",
    ],
    "environment": "COMETAPI_SANDBOX_CLOCK",
}

EXITS: "dict[str, Exit]" = {
    "ok": {"code": 0, "meaning": "Success."},
    "general_error": {
        "code": 1,
        "meaning": "The service refused or failed the request.",
        "always": [402],
        "codes": [
            "insufficient_user_quota",
            "insufficient_quota",
            "pre_consume_token_quota_failed",
            "invalid_request",
            "sensitive_words_detected",
            "model_not_found",
            "context_length_exceeded",
            "content_policy_violation",
        ],
    },
    "invalid_arguments": {"code": 2, "meaning": "Invalid arguments."},
    "partial": {"code": 3, "meaning": "Partial: some of several calls failed, and the others are printed."},
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
        "always": [401],
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
    "fallback": {"failures": ["refused", "unresolved", "connect"], "statuses": [429, 503, 529]},
    "never": [
        "invalid_request",
        "model_not_found",
        "insufficient_user_quota",
        "insufficient_quota",
        "pre_consume_token_quota_failed",
        "sensitive_words_detected",
        "context_length_exceeded",
        "content_policy_violation",
    ],
}

TIMEOUTS = {"free": 60, "paid": 600, "secret": 60}
