"""cometapi tasks: the parser and the facts of spec/commands/tasks.yaml. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.cli import types

HELP = """\
Usage: cometapi tasks [options]

List asynchronous tasks such as Suno, Midjourney, Luma or Kling.

Lists the account's tasks, newest first. With --watch it looks again until none
of the listed tasks is running, and exits with 1 when one of them failed.

Examples:
  # The five newest songs.
  cometapi tasks --platform suno --limit 5
  # Wait for everything that is under way.
  cometapi tasks --status in_progress --watch

Options:
  --platform PLATFORM       Only tasks of this platform: suno, mj, luma, kling
                            ...
  --status STATUS           Only tasks in this state: SUBMITTED, IN_PROGRESS,
                            SUCCESS, FAILURE ...
  --task-id ID              Only the task with this id.
  --action ACTION           Only tasks of this kind, such as MUSIC.
  --start DATE              Only tasks submitted at or after DATE.
  --end DATE                Only tasks submitted at or before DATE.
  --watch                   Look again until no listed task is running.

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
  --interval SECONDS        How long to wait between two looks. [0.1 to 3600]
                            [default: 5]
  --max-wait SECONDS        How long to wait in all. [0 or more] [default: 1800]
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
    "--platform": True,
    "--status": True,
    "--task-id": True,
    "--action": True,
    "--start": True,
    "--end": True,
    "--watch": False,
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
    "--interval": True,
    "--max-wait": True,
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
    "name": "tasks",
    "effect": "read",
    "cost": "free",
    "run": "waiting:run",
    "arguments": {
        "platform": {"flag": "--platform", "to": ("query", "platform")},
        "status": {"flag": "--status", "to": ("query", "status")},
        "task_id": {"flag": "--task-id", "to": ("query", "task_id")},
        "action": {"flag": "--action", "to": ("query", "action")},
        "start": {"flag": "--start", "to": ("query", "start_timestamp"), "not_after": "end"},
        "end": {"flag": "--end", "to": ("query", "end_timestamp")},
        "watch": {"flag": "--watch"},
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
        "interval": {"flag": "--interval", "default": 5},
        "max_wait": {"flag": "--max-wait", "default": 1800},
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
            "request": {"method": "GET", "service": "root", "path": "/api/task/self", "credential": "access_token"},
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
                "rows": [("data", "items"), ("data",)],
                "columns": [
                    {"name": "task_id", "title": "Task", "value": ("task_id",), "show": "always"},
                    {
                        "name": "time",
                        "title": "Time",
                        "value": ("submit_time",),
                        "show": "always",
                        "format": {"kind": "time", "never": [0]},
                    },
                    {"name": "platform", "title": "Platform", "value": ("platform",), "show": "always"},
                    {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
                    {"name": "progress", "title": "Progress", "value": ("progress",), "show": "always"},
                    {"name": "result", "title": "Result", "value": ("fail_reason",), "show": "always"},
                    {"name": "action", "title": "Action", "value": ("action",), "show": "always"},
                    {
                        "name": "model",
                        "title": "Model",
                        "value": [("model_name",), ("properties", "origin_model_name")],
                        "show": "always",
                    },
                    {
                        "name": "cost_usd",
                        "title": "Cost",
                        "value": ("quota",),
                        "show": "always",
                        "format": {"kind": "money", "divide": 500000},
                    },
                    {
                        "name": "started",
                        "title": "Started",
                        "value": ("start_time",),
                        "show": "detail",
                        "format": {"kind": "time", "never": [0]},
                    },
                    {
                        "name": "finished",
                        "title": "Finished",
                        "value": ("finish_time",),
                        "show": "detail",
                        "format": {"kind": "time", "never": [0]},
                    },
                    {"name": "data", "title": "Data", "value": ("data",), "show": "machines"},
                ],
            },
            "samples": [{"file": "tasks.json", "status": 200, "media_type": "application/json"}],
        },
    ],
    "wait": {"for": "task", "if": "watch"},
}


def add_arguments(parser):
    """Declare what the command accepts on an argparse parser."""
    parser.add_argument(
        "--platform",
        dest="platform",
        type=str.lower,
        metavar="PLATFORM",
        help="Only tasks of this platform: suno, mj, luma, kling ...",
    )
    parser.add_argument(
        "--status",
        dest="status",
        type=str.upper,
        metavar="STATUS",
        help="Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...",
    )
    parser.add_argument("--task-id", dest="task_id", metavar="ID", help="Only the task with this id.")
    parser.add_argument("--action", dest="action", metavar="ACTION", help="Only tasks of this kind, such as MUSIC.")
    parser.add_argument(
        "--start",
        dest="start",
        type=types.timestamp(),
        metavar="DATE",
        help="Only tasks submitted at or after DATE.",
    )
    parser.add_argument(
        "--end",
        dest="end",
        type=types.timestamp(end=True),
        metavar="DATE",
        help="Only tasks submitted at or before DATE.",
    )
    parser.add_argument(
        "--watch",
        dest="watch",
        action="store_const",
        const=True,
        help="Look again until no listed task is running.",
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
        "--interval",
        dest="interval",
        type=types.number(low=0.1, high=3600),
        metavar="SECONDS",
        help="How long to wait between two looks.",
    )
    parser.add_argument(
        "--max-wait",
        dest="max_wait",
        type=types.number(low=0),
        metavar="SECONDS",
        help="How long to wait in all.",
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
