"""cometapi logs: the parser and the facts of spec/commands/logs.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi logs [options]

Browse usage logs.

Lists what the account did, newest first: calls with model, tokens, cost and
time, top-ups, refunds and errors. Without --limit or --all one page is printed.
--export prints the service's own CSV of everything that fits.

Examples:
  # The fifty newest calls since New Year.
  cometapi logs --type consume --start 2026-01-01 --limit 50
  # A week's entries as CSV.
  cometapi logs --start 7d --all --format csv > week.csv
  # What became of one request.
  cometapi logs --request-id 20260101000000123456789AbCdEfGh --json
  # The service's own CSV of everything.
  cometapi logs --export > logs.csv

Options:
  -m, --model MODEL         Only calls of this model; % stands for anything.
  --token-name NAME         Only calls with the API key of this name.
  -t, --type TYPE           Only entries of this kind. [choices: topup, consume,
                            manage, system, error, refund]
  --start DATE              Only entries at or after DATE: 2026-01-31,
                            2026-01-31T12:00Z, today, 7d.
  --end DATE                Only entries at or before DATE; a day counts to its
                            end.
  -g, --group GROUP         Only entries of this group.
  --request-id ID           The one entry with this request id, on whichever
                            page it is.
  --export                  Print the service's CSV of all entries.

Shared options:
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
  -l, --limit N             Print at most N records, over as many pages as it
                            takes. [1 or more]
  --all                     Print every record, page by page.
  --page-size N             How many records one request asks for. [1 to 100]
  -p, --page N              Which page to start with; 1 is the newest. [1 or
                            more]
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
    "--model": True,
    "-m": True,
    "--token-name": True,
    "--type": True,
    "-t": True,
    "--start": True,
    "--end": True,
    "--group": True,
    "-g": True,
    "--request-id": True,
    "--export": False,
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
    "--limit": True,
    "-l": True,
    "--all": False,
    "--page-size": True,
    "--page": True,
    "-p": True,
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
    "name": "logs",
    "effect": "read",
    "cost": "free",
    "arguments": {
        "model": {"flag": "--model", "to": ("query", "model_name"), "complete": "models"},
        "token_name": {"flag": "--token-name", "to": ("query", "token_name")},
        "type": {
            "flag": "--type",
            "to": ("query", "type"),
            "words": {"topup": 1, "consume": 2, "manage": 3, "system": 4, "error": 5, "refund": 6},
            "choices": ["topup", "consume", "manage", "system", "error", "refund"],
        },
        "start": {"flag": "--start", "to": ("query", "start_timestamp"), "not_after": "end"},
        "end": {"flag": "--end", "to": ("query", "end_timestamp")},
        "group": {"flag": "--group", "to": ("query", "group")},
        "request_id": {"flag": "--request-id", "find": [("request_id",)], "excludes": ["export", "limit", "all"]},
        "export": {
            "flag": "--export",
            "excludes": ["format", "fields", "query", "detail", "limit", "page", "page_size", "all"],
        },
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
        "limit": {"flag": "--limit", "to": ("rows", "limit"), "excludes": ["all"]},
        "all": {"flag": "--all", "to": ("page", "all")},
        "page_size": {"flag": "--page-size", "to": ("page", "size")},
        "page": {"flag": "--page", "to": ("page", "number")},
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
            "given": "export",
            "request": {
                "method": "GET",
                "service": "root",
                "path": "/api/log/self/export",
                "credential": "access_token",
            },
            "response": {"is": "file", "envelope": "account", "media_type": "text/csv", "columns": []},
            "samples": [{"file": "logs-export.csv", "status": 200, "media_type": "text/csv; charset=utf-8"}],
        },
        {
            "request": {"method": "GET", "service": "root", "path": "/api/log/self", "credential": "access_token"},
            "pages": {
                "by": "number",
                "size": ("query", "page_size"),
                "largest": 100,
                "to": ("query", "p"),
                "total": ("data", "total"),
            },
            "response": {
                "is": "rows",
                "envelope": "account",
                "parse": ["other"],
                "rows": [("data", "items"), ("data",)],
                "columns": [
                    {
                        "name": "time",
                        "title": "Time",
                        "value": ("created_at",),
                        "show": "always",
                        "format": {"kind": "time"},
                    },
                    {
                        "name": "type",
                        "title": "Type",
                        "value": ("type",),
                        "show": "always",
                        "words": {1: "topup", 2: "consume", 3: "manage", 4: "system", 5: "error", 6: "refund"},
                    },
                    {"name": "model", "title": "Model", "value": ("model_name",), "show": "always"},
                    {
                        "name": "cost_usd",
                        "title": "Cost",
                        "value": ("quota",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {
                        "name": "duration_ms",
                        "title": "Took",
                        "value": ("other", "total_ms"),
                        "show": "always",
                        "format": {"kind": "duration", "unit": "ms", "least": 1},
                        "otherwise": {"value": ("use_time",), "unit": "s"},
                    },
                    {
                        "name": "prompt_tokens",
                        "title": "In",
                        "value": ("prompt_tokens",),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {
                        "name": "completion_tokens",
                        "title": "Out",
                        "value": ("completion_tokens",),
                        "show": "always",
                        "format": {"kind": "count"},
                    },
                    {"name": "token_name", "title": "Key", "value": ("token_name",), "show": "always"},
                    {"name": "content", "title": "Content", "value": ("content",), "show": "always"},
                    {
                        "name": "stream",
                        "title": "Stream",
                        "value": ("is_stream",),
                        "show": "detail",
                        "format": {"kind": "yes_no"},
                    },
                    {
                        "name": "first_token_ms",
                        "title": "First token",
                        "value": ("other", "frt"),
                        "show": "detail",
                        "format": {"kind": "duration", "unit": "ms", "least": 1},
                    },
                    {
                        "name": "cache_tokens",
                        "title": "Cache tokens",
                        "value": ("other", "cache_tokens"),
                        "show": "detail",
                        "format": {"kind": "count"},
                    },
                    {"name": "request_id", "title": "Request ID", "value": ("request_id",), "show": "detail"},
                    {"name": "response_id", "title": "Response ID", "value": ("response_id",), "show": "detail"},
                    {"name": "group", "title": "Group", "value": ("group",), "show": "detail"},
                    {"name": "endpoint", "title": "Endpoint", "value": ("other", "request_path"), "show": "detail"},
                    {
                        "name": "model_ratio",
                        "title": "Model ratio",
                        "value": ("other", "model_ratio"),
                        "show": "detail",
                    },
                    {
                        "name": "completion_ratio",
                        "title": "Completion ratio",
                        "value": ("other", "completion_ratio"),
                        "show": "detail",
                    },
                    {
                        "name": "group_ratio",
                        "title": "Group ratio",
                        "value": ("other", "group_ratio"),
                        "show": "detail",
                    },
                    {
                        "name": "cache_ratio",
                        "title": "Cache ratio",
                        "value": ("other", "cache_ratio"),
                        "show": "detail",
                    },
                    {
                        "name": "model_price",
                        "title": "Model price",
                        "value": ("other", "model_price"),
                        "show": "detail",
                        "format": {"kind": "count", "least": 0},
                    },
                    {"name": "username", "title": "Username", "value": ("username",), "show": "machines"},
                    {"name": "user_id", "title": "User id", "value": ("user_id",), "show": "machines"},
                    {"name": "ip", "title": "IP", "value": ("ip",), "show": "machines"},
                    {"name": "quota", "title": "Quota", "value": ("quota",), "show": "machines"},
                    {"name": "error_code", "title": "Error code", "value": ("other", "error_code"), "show": "machines"},
                    {
                        "name": "http_status",
                        "title": "Http status",
                        "value": ("other", "status_code"),
                        "show": "machines",
                    },
                ],
            },
            "samples": [{"file": "logs.json", "status": 200, "media_type": "application/json"}],
        },
    ],
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--model",
        "-m",
        dest="model",
        metavar="MODEL",
        help="Only calls of this model; %% stands for anything.",
    )
    parser.add_argument(
        "--token-name",
        dest="token_name",
        metavar="NAME",
        help="Only calls with the API key of this name.",
    )
    parser.add_argument(
        "--type",
        "-t",
        dest="type",
        type=types.choice("topup", "consume", "manage", "system", "error", "refund"),
        metavar="TYPE",
        help="Only entries of this kind.",
    )
    parser.add_argument(
        "--start",
        dest="start",
        type=types.timestamp(),
        metavar="DATE",
        help="Only entries at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d.",
    )
    parser.add_argument(
        "--end",
        dest="end",
        type=types.timestamp(end=True),
        metavar="DATE",
        help="Only entries at or before DATE; a day counts to its end.",
    )
    parser.add_argument("--group", "-g", dest="group", metavar="GROUP", help="Only entries of this group.")
    parser.add_argument(
        "--request-id",
        dest="request_id",
        metavar="ID",
        help="The one entry with this request id, on whichever page it is.",
    )
    parser.add_argument(
        "--export",
        dest="export",
        action="store_const",
        const=True,
        help="Print the service's CSV of all entries.",
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
        "--limit",
        "-l",
        dest="limit",
        type=types.integer(low=1),
        metavar="N",
        help="Print at most N records, over as many pages as it takes.",
    )
    parser.add_argument("--all", dest="all", action="store_const", const=True, help="Print every record, page by page.")
    parser.add_argument(
        "--page-size",
        dest="page_size",
        type=types.integer(low=1, high=100),
        metavar="N",
        help="How many records one request asks for.",
    )
    parser.add_argument(
        "--page",
        "-p",
        dest="page",
        type=types.integer(low=1),
        metavar="N",
        help="Which page to start with; 1 is the newest.",
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
