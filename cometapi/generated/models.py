"""cometapi models, as spec/commands/models.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "models",
    "summary": "List and search the models of the catalog.",
    "description": "Lists the public catalog, which needs no key and is kept on this machine for an hour. With --source openai it asks the model API instead, in OpenAI's list format: the models that your key may use. Prices are those of the catalog; the model pages of the web site are the authority.",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "search": {
            "flags": ["--search", "-s"],
            "group": "Filters",
            "metavar": "TEXT",
            "filter": {
                "in": [
                    ("id",),
                    ("code",),
                    ("name",),
                    ("description",),
                    ("provider",),
                    ("provider_code",),
                    ("owned_by",),
                ],
            },
            "help": "Only models whose id, name, provider or description contains TEXT.",
        },
        "provider": {
            "flags": ["--provider"],
            "group": "Filters",
            "needs": {"source": "catalog"},
            "type": "words",
            "filter": {"in": [("provider",), ("provider_code",)]},
            "complete": "providers",
            "metavar": "PROVIDER",
            "help": "Only models of these providers, separated by commas.",
        },
        "type": {
            "flags": ["--type", "--modality"],
            "group": "Filters",
            "needs": {"source": "catalog"},
            "type": "words",
            "filter": {"in": [("model_type",)]},
            "metavar": "TYPE",
            "help": "Only models of this type: text, image, audio, video ...",
        },
        "feature": {
            "flags": ["--feature", "--capability"],
            "group": "Filters",
            "needs": {"source": "catalog"},
            "type": "words",
            "filter": {"in": [("features",)]},
            "metavar": "FEATURE",
            "help": "Only models with one of these features, separated by commas.",
        },
        "endpoint": {
            "flags": ["--endpoint"],
            "group": "Filters",
            "needs": {"source": "catalog"},
            "type": "words",
            "filter": {"in": [("endpoints",)]},
            "metavar": "ENDPOINT",
            "help": "Only models whose endpoint name, path or method contains this.",
        },
        "source": {
            "flags": ["--source"],
            "choices": ["catalog", "openai"],
            "default": "catalog",
            "metavar": "SOURCE",
            "help": "The public catalog, or the model API's own list.",
        },
    },
    "use": ["limit", "detail", "output", "reply", "file", "cache", "network", "looking", "everywhere"],
    "routes": [
        {
            "when": {"source": "openai"},
            "request": {"method": "GET", "service": "gateway", "path": "/models", "credential": "api_key"},
            "response": {
                "is": "rows",
                "protocol": "chat",
                "rows": ("data",),
                "columns": [
                    {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
                    {"name": "owned_by", "title": "Owner", "value": ("owned_by",), "show": "always"},
                    {
                        "name": "created",
                        "title": "Created",
                        "value": ("created",),
                        "show": "detail",
                        "format": {"kind": "time"},
                    },
                ],
            },
            "samples": [{"file": "models-openai.json", "status": 200, "media_type": "application/json"}],
        },
        {
            "request": {"method": "GET", "service": "root", "path": "/api/models", "cache": 3600},
            "response": {
                "is": "rows",
                "protocol": "account",
                "parse": ["endpoints"],
                "rows": ("data",),
                "columns": [
                    {"name": "id", "title": "ID", "value": ("id",), "show": "always"},
                    {"name": "provider", "title": "Provider", "value": ("provider",), "show": "always"},
                    {"name": "type", "title": "Type", "value": ("model_type",), "show": "always"},
                    {
                        "name": "price",
                        "title": "Price",
                        "value": ("pricing",),
                        "show": "people",
                        "format": {"kind": "price"},
                    },
                    {
                        "name": "features",
                        "title": "Features",
                        "value": ("features",),
                        "show": "detail",
                        "format": {"kind": "list"},
                    },
                    {
                        "name": "context_length",
                        "title": "Context",
                        "value": ("context_length",),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "max_completion_tokens",
                        "title": "Maximum output",
                        "value": ("max_completion_tokens",),
                        "show": "detail",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "input_price",
                        "title": "Input price",
                        "value": ("pricing", "input"),
                        "show": "machines",
                        "format": {"kind": "money"},
                    },
                    {
                        "name": "output_price",
                        "title": "Output price",
                        "value": ("pricing", "output"),
                        "show": "machines",
                        "format": {"kind": "money"},
                    },
                    {
                        "name": "per_request_price",
                        "title": "Per request price",
                        "value": ("pricing", "per_request"),
                        "show": "machines",
                        "format": {"kind": "money"},
                    },
                    {
                        "name": "per_second_price",
                        "title": "Per second price",
                        "value": ("pricing", "per_second"),
                        "show": "machines",
                        "format": {"kind": "money"},
                    },
                    {"name": "currency", "title": "Currency", "value": ("pricing", "currency"), "show": "machines"},
                    {"name": "endpoints", "title": "Endpoints", "value": ("endpoints",), "show": "machines"},
                    {"name": "api_doc_url", "title": "Api doc url", "value": ("api_doc_url",), "show": "machines"},
                ],
            },
            "samples": [{"file": "models.json", "status": 200, "media_type": "application/json"}],
        },
    ],
    "examples": [
        {
            "run": "cometapi models --search claude --limit 5",
            "help": "The first five models with claude in their name.",
        },
        {"run": "cometapi models --type image --format markdown", "help": "Image models as a Markdown table."},
        {"run": "cometapi models --json | jq -r '.[].id'", "help": "All model ids."},
        {
            "run": "cometapi --sandbox models --provider google --format csv --limit 1",
            "help": "Try it without a network.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
