"""Every endpoint of the manifest with its sample reply, for the sandbox. Made by `python -m codegen` from spec/. Do not edit."""

ENDPOINTS = [
    {
        "method": "GET",
        "path": "/api/user/self",
        "credential": "access_token",
        "envelope": "account",
        "reply": "account.json",
    },
    {
        "method": "POST",
        "path": "/v1/chat/completions",
        "credential": "api_key",
        "envelope": "gateway",
        "reply": "chat.json",
        "stream": {"switch": ("body", "stream"), "reply": "chat.sse"},
    },
    {
        "method": "GET",
        "path": "/api/model/{+code}",
        "credential": None,
        "envelope": "account",
        "reply": "model-info.json",
    },
    {
        "method": "GET",
        "path": "/v1/models",
        "credential": "api_key",
        "envelope": "gateway",
        "reply": "models-openai.json",
    },
    {"method": "GET", "path": "/api/models", "credential": None, "envelope": "account", "reply": "models.json"},
]
