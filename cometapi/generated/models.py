"""cometapi models: the parser and the facts of spec/commands/models.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi models [options]

List and search the models of the catalog.

Lists the public catalog, which needs no key and is kept on this machine for an
hour. With --source openai it asks the model API instead, in OpenAI's list
format: the models that your key may use. Prices are those of the catalog; the
model pages of the web site are the authority.

Examples:
  # The first five models with claude in their name.
  cometapi models --search claude --limit 5
  # Image models as a Markdown table.
  cometapi models --type image --format markdown
  # All model ids.
  cometapi models --json | jq -r '.[].id'
  # Try it without a network.
  cometapi --sandbox models --provider google --format csv --limit 1

Options:
  -s, --search TEXT         Only models whose id, name, provider or description
                            contains TEXT.
  --provider PROVIDER       Only models of these providers, separated by commas.
  --type, --modality TYPE   Only models of this type: text, image, audio, video
                            ...
  --feature, --capability FEATURE
                            Only models with one of these features, separated by
                            commas.
  --endpoint ENDPOINT       Only models whose endpoint name, path or method
                            contains this.
  --source SOURCE           The public catalog, or the model API's own list.
                            [choices: catalog, openai] [default: catalog]

Shared options:
  -l, --limit N             Print at most N records. [1 or more]
  --detail                  Show every column in table and markdown too.
  -f, --format FORMAT       How to print the result. [choices: table, json,
                            yaml, csv, markdown] [default: table] [setting:
                            output_format]
  --json                    Print JSON; short for --format json.
  --fields NAME,...         Print these fields only, in this order, in any
                            format.
  --query EXPR              Print what this JMESPath expression selects from the
                            result.
  -o, --output FILE         Write the result into FILE, whole or not at all; -
                            is stdout.
  --force                   Write over a file that is there.
  --raw                     Print the service's reply untouched.
  --refresh                 Fetch anew even if the copy on this machine is
                            fresh.
  --no-cache                Neither read nor write the copy on this machine.
  --debug                   Show the traceback when something fails, and every
                            request and reply, without secrets.
  -q, --quiet               Say nothing beside the result but errors.
  --verbose                 Say which requests go out, what came back, and what
                            came from a copy.
  --color WHEN              Style what is printed; comes before NO_COLOR and
                            FORCE_COLOR. [choices: auto, always, never]
                            [default: auto]
  --no-input                Ask nothing: what is missing is an error. So it is
                            where CI is set.
  --profile NAME            Use the keys and settings of this profile. [default:
                            default] [env: COMETAPI_PROFILE] [setting: profile]
  --sandbox                 Answer from sample data on this machine; nothing is
                            sent to the service.
  --timeout SECONDS         How long to wait for the first byte, and between two
                            pieces of a stream. [0.001 or more] [env:
                            COMETAPI_TIMEOUT] [setting: timeout]
  --connect-timeout SECONDS
                            How long a connection may take. [0.001 or more]
                            [default: 10] [env: COMETAPI_CONNECT_TIMEOUT]
                            [setting: connect_timeout]
  --retries N               How often a call that may be repeated is repeated.
                            [0 to 20] [default: 2] [env: COMETAPI_RETRIES]
                            [setting: retries]
  --retry-max-wait SECONDS  Longest wait before a call is repeated. [0 or more]
                            [default: 30] [env: COMETAPI_RETRY_MAX_WAIT]
                            [setting: retry_max_wait]
  --ca FILE                 Certificates in PEM to trust instead of the
                            system's. [env: COMETAPI_CA] [setting: ca]
  --client-cert FILE        Client certificate in PEM. [env:
                            COMETAPI_CLIENT_CERT] [setting: client_cert]
  --client-key FILE         Key of the client certificate, where it is in a file
                            of its own. [env: COMETAPI_CLIENT_KEY] [setting:
                            client_key]
  --dry-run                 Print the request instead of sending it.
  --curl                    Print a curl command that sends the request instead
                            of sending it.
  -h, --help                Show this help.
"""

FLAGS = {
    "--search": True,
    "-s": True,
    "--provider": True,
    "--type": True,
    "--modality": True,
    "--feature": True,
    "--capability": True,
    "--endpoint": True,
    "--source": True,
    "--limit": True,
    "-l": True,
    "--detail": False,
    "--format": True,
    "-f": True,
    "--json": False,
    "--fields": True,
    "--query": True,
    "--output": True,
    "-o": True,
    "--force": False,
    "--raw": False,
    "--refresh": False,
    "--no-cache": False,
    "--debug": False,
    "--quiet": False,
    "-q": False,
    "--verbose": False,
    "--color": True,
    "--no-input": False,
    "--profile": True,
    "--sandbox": False,
    "--timeout": True,
    "--connect-timeout": True,
    "--retries": True,
    "--retry-max-wait": True,
    "--ca": True,
    "--client-cert": True,
    "--client-key": True,
    "--dry-run": False,
    "--curl": False,
}

COMMAND = {
    "name": "models",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "search": {
            "flag": "--search",
            "match": [
                ("id",),
                ("code",),
                ("name",),
                ("description",),
                ("provider",),
                ("provider_code",),
                ("owned_by",),
            ],
        },
        "provider": {
            "flag": "--provider",
            "complete": "providers",
            "match": [("provider",), ("provider_code",)],
            "needs": {"source": "catalog"},
        },
        "type": {"flag": "--type", "match": [("model_type",)], "needs": {"source": "catalog"}},
        "feature": {"flag": "--feature", "match": [("features",)], "needs": {"source": "catalog"}},
        "endpoint": {"flag": "--endpoint", "match": [("endpoints",)], "needs": {"source": "catalog"}},
        "source": {"flag": "--source", "default": "catalog", "choices": ["catalog", "openai"]},
        "limit": {"flag": "--limit", "to": ("rows", "limit")},
        "detail": {"flag": "--detail"},
        "format": {
            "flag": "--format",
            "default_from": "output_format",
            "choices": ["table", "json", "yaml", "csv", "markdown"],
        },
        "fields": {"flag": "--fields"},
        "query": {"flag": "--query"},
        "output": {"flag": "--output"},
        "force": {"flag": "--force", "needs": {"output": None}},
        "raw": {"flag": "--raw", "excludes": ["format", "fields", "query"]},
        "refresh": {"flag": "--refresh", "to": ("cache", "refresh")},
        "no_cache": {"flag": "--no-cache", "to": ("cache", "off")},
        "debug": {"flag": "--debug"},
        "quiet": {"flag": "--quiet", "excludes": ["verbose"]},
        "verbose": {"flag": "--verbose"},
        "color": {"flag": "--color", "default": "auto", "choices": ["auto", "always", "never"]},
        "no_input": {"flag": "--no-input"},
        "profile": {"flag": "--profile", "default_from": "profile"},
        "sandbox": {"flag": "--sandbox"},
        "timeout": {"flag": "--timeout", "default_from": "timeout"},
        "connect_timeout": {"flag": "--connect-timeout", "default_from": "connect_timeout"},
        "retries": {"flag": "--retries", "default_from": "retries"},
        "retry_max_wait": {"flag": "--retry-max-wait", "default_from": "retry_max_wait"},
        "ca": {"flag": "--ca", "default_from": "ca", "file": True},
        "client_cert": {"flag": "--client-cert", "default_from": "client_cert", "file": True},
        "client_key": {"flag": "--client-key", "default_from": "client_key", "file": True},
        "dry_run": {"flag": "--dry-run", "excludes": ["curl"]},
        "curl": {"flag": "--curl"},
    },
    "routes": [
        {
            "when": {"source": "openai"},
            "request": {"method": "GET", "service": "gateway", "path": "/models", "credential": "api_key"},
            "response": {
                "is": "rows",
                "envelope": "gateway",
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
                "envelope": "account",
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
                        "title": "Longest answer",
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
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--search",
        "-s",
        dest="search",
        metavar="TEXT",
        help="Only models whose id, name, provider or description contains TEXT.",
    )
    parser.add_argument(
        "--provider",
        dest="provider",
        type=types.words,
        metavar="PROVIDER",
        help="Only models of these providers, separated by commas.",
    )
    parser.add_argument(
        "--type",
        "--modality",
        dest="type",
        type=types.words,
        metavar="TYPE",
        help="Only models of this type: text, image, audio, video ...",
    )
    parser.add_argument(
        "--feature",
        "--capability",
        dest="feature",
        type=types.words,
        metavar="FEATURE",
        help="Only models with one of these features, separated by commas.",
    )
    parser.add_argument(
        "--endpoint",
        dest="endpoint",
        type=types.words,
        metavar="ENDPOINT",
        help="Only models whose endpoint name, path or method contains this.",
    )
    parser.add_argument(
        "--source",
        dest="source",
        type=types.choice("catalog", "openai"),
        metavar="SOURCE",
        help="The public catalog, or the model API's own list.",
    )
    parser.add_argument(
        "--limit",
        "-l",
        dest="limit",
        type=types.integer(low=1),
        metavar="N",
        help="Print at most N records.",
    )
    parser.add_argument(
        "--detail",
        dest="detail",
        action="store_const",
        const=True,
        help="Show every column in table and markdown too.",
    )
    parser.add_argument(
        "--format",
        "-f",
        dest="format",
        type=types.choice("table", "json", "yaml", "csv", "markdown"),
        metavar="FORMAT",
        help="How to print the result.",
    )
    parser.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="Print JSON; short for --format json.",
    )
    parser.add_argument(
        "--fields",
        dest="fields",
        type=types.words,
        metavar="NAME,...",
        help="Print these fields only, in this order, in any format.",
    )
    parser.add_argument(
        "--query",
        dest="query",
        metavar="EXPR",
        help="Print what this JMESPath expression selects from the result.",
    )
    parser.add_argument(
        "--output",
        "-o",
        dest="output",
        metavar="FILE",
        help="Write the result into FILE, whole or not at all; - is stdout.",
    )
    parser.add_argument(
        "--force",
        dest="force",
        action="store_const",
        const=True,
        help="Write over a file that is there.",
    )
    parser.add_argument(
        "--raw",
        dest="raw",
        action="store_const",
        const=True,
        help="Print the service's reply untouched.",
    )
    parser.add_argument(
        "--refresh",
        dest="refresh",
        action="store_const",
        const=True,
        help="Fetch anew even if the copy on this machine is fresh.",
    )
    parser.add_argument(
        "--no-cache",
        dest="no_cache",
        action="store_const",
        const=True,
        help="Neither read nor write the copy on this machine.",
    )
    parser.add_argument(
        "--debug",
        dest="debug",
        action="store_const",
        const=True,
        help="Show the traceback when something fails, and every request and reply, without secrets.",
    )
    parser.add_argument(
        "--quiet",
        "-q",
        dest="quiet",
        action="store_const",
        const=True,
        help="Say nothing beside the result but errors.",
    )
    parser.add_argument(
        "--verbose",
        dest="verbose",
        action="store_const",
        const=True,
        help="Say which requests go out, what came back, and what came from a copy.",
    )
    parser.add_argument(
        "--color",
        dest="color",
        type=types.choice("auto", "always", "never"),
        metavar="WHEN",
        help="Style what is printed; comes before NO_COLOR and FORCE_COLOR.",
    )
    parser.add_argument(
        "--no-input",
        dest="no_input",
        action="store_const",
        const=True,
        help="Ask nothing: what is missing is an error. So it is where CI is set.",
    )
    parser.add_argument("--profile", dest="profile", metavar="NAME", help="Use the keys and settings of this profile.")
    parser.add_argument(
        "--sandbox",
        dest="sandbox",
        action="store_const",
        const=True,
        help="Answer from sample data on this machine; nothing is sent to the service.",
    )
    parser.add_argument(
        "--timeout",
        dest="timeout",
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long to wait for the first byte, and between two pieces of a stream.",
    )
    parser.add_argument(
        "--connect-timeout",
        dest="connect_timeout",
        type=types.number(low=0.001),
        metavar="SECONDS",
        help="How long a connection may take.",
    )
    parser.add_argument(
        "--retries",
        dest="retries",
        type=types.integer(low=0, high=20),
        metavar="N",
        help="How often a call that may be repeated is repeated.",
    )
    parser.add_argument(
        "--retry-max-wait",
        dest="retry_max_wait",
        type=types.number(low=0),
        metavar="SECONDS",
        help="Longest wait before a call is repeated.",
    )
    parser.add_argument(
        "--ca",
        dest="ca",
        type=types.file,
        metavar="FILE",
        help="Certificates in PEM to trust instead of the system's.",
    )
    parser.add_argument(
        "--client-cert",
        dest="client_cert",
        type=types.file,
        metavar="FILE",
        help="Client certificate in PEM.",
    )
    parser.add_argument(
        "--client-key",
        dest="client_key",
        type=types.file,
        metavar="FILE",
        help="Key of the client certificate, where it is in a file of its own.",
    )
    parser.add_argument(
        "--dry-run",
        dest="dry_run",
        action="store_const",
        const=True,
        help="Print the request instead of sending it.",
    )
    parser.add_argument(
        "--curl",
        dest="curl",
        action="store_const",
        const=True,
        help="Print a curl command that sends the request instead of sending it.",
    )
