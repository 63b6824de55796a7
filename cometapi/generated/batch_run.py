"""cometapi batch run, as spec/commands/batch-run.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch run",
    "summary": "Run a paid command for every row of a file, each row once.",
    "description": "ROWS is a file of requests in OpenAI's batch form (custom_id, method, url, body) or Anthropic's (custom_id, params), or of lines of text, CSV or JSON Lines, for which a command line behind -- says what is done with each, with {column} in the places of values. RESULTS gets one JSON object per row, failed ones too. A journal beside it records each request before it is sent. Run the same command again to continue after an interruption - rows with a result are skipped, and a row whose request may have been charged is never sent again unless you say so (see help batch).",
    "effect": "write",
    "cost": "paid",
    "run": "batch.run:run",
    "arguments": {
        "rows": {"does": "rows", "metavar": "ROWS", "complete": "$files", "help": "File of rows; - means stdin."},
        "command_line": {
            "does": "command_line",
            "optional": True,
            "repeat": True,
            "metavar": "COMMAND",
            "help": "What to run for each row, behind --, such as: -- chat -m gpt-5.4 'Translate: {text}'. Lines of text go to chat without it.",
        },
        "output": {
            "flags": ["--output", "-o"],
            "does": "results",
            "required": True,
            "metavar": "RESULTS",
            "complete": "$files",
            "help": "File of results, one JSON object per line; results that are there are kept.",
        },
        "template": {
            "flags": ["--template"],
            "group": "Rows",
            "does": "row_template",
            "metavar": "NAME",
            "complete": "$templates",
            "help": "Fill this template with the columns of each row (see help templates).",
        },
        "input_format": {
            "flags": ["--input-format"],
            "group": "Rows",
            "does": "input_format",
            "choices": ["openai", "anthropic", "jsonl", "csv", "tsv", "text"],
            "metavar": "FORMAT",
            "help": "What the rows are; by default the file's name and first row tell.",
        },
        "id": {
            "flags": ["--id"],
            "group": "Rows",
            "does": "id_column",
            "metavar": "COLUMN",
            "help": "Column with the ID of each row; without one, its content is hashed.",
        },
        "order": {
            "flags": ["--order"],
            "group": "Rows",
            "does": "order",
            "choices": ["completion", "input"],
            "default": "completion",
            "metavar": "ORDER",
            "help": "Order of the results.",
        },
        "shard": {
            "flags": ["--shard"],
            "group": "Rows",
            "does": "shard",
            "metavar": "I/N|auto",
            "help": "Run one of N parts of the rows: 1/3, auto in a Slurm array, or auto/N in a Kubernetes job (see help batch).",
        },
        "engine": {
            "flags": ["--engine"],
            "group": "Cluster",
            "does": "engine",
            "choices": ["local", "dask"],
            "default": "local",
            "metavar": "ENGINE",
            "help": "Where requests are sent from: this machine, or the workers of a Dask cluster, which use their own key (see help batch-clusters).",
        },
        "scheduler": {
            "flags": ["--scheduler"],
            "group": "Cluster",
            "does": "scheduler",
            "metavar": "ADDRESS",
            "needs": {"engine": "dask"},
            "help": "Address of the Dask scheduler, such as tcp://127.0.0.1:8786.",
        },
        "retry_errors": {
            "flags": ["--retry-errors"],
            "group": "Running again",
            "does": "retry_errors",
            "switch": "on",
            "help": "Run rows again that failed.",
        },
        "resend_unknown": {
            "flags": ["--resend-unknown"],
            "group": "Running again",
            "does": "resend_unknown",
            "switch": "on",
            "help": "Run rows again whose request may have been answered and charged, though no result is here.",
        },
        "rerun": {
            "flags": ["--rerun"],
            "group": "Running again",
            "does": "rerun",
            "choices": ["changed"],
            "metavar": "WHICH",
            "help": "With changed: run rows again that have an answer to another request.",
        },
        "max_errors": {
            "flags": ["--max-errors"],
            "group": "Limits",
            "does": "max_errors",
            "type": "integer",
            "range": [0, None],
            "metavar": "N",
            "help": "Stop when more than N rows have failed.",
        },
        "strict": {
            "flags": ["--strict"],
            "does": "strict",
            "switch": "on",
            "help": "Count a row as failed if there would be a note about its answer.",
        },
    },
    "use": ["limits", "network", "spending", "everywhere"],
    "examples": [
        {
            "run": "cometapi batch run requests.jsonl -o out.jsonl",
            "help": "Run a file of requests in OpenAI's batch form.",
        },
        {
            "run": 'cometapi batch run cities.csv -o out.jsonl -- chat -m gpt-5.4-mini "Name a sight in {city}, {country}."',
            "help": "Fill columns into a command line.",
        },
        {
            "run": "cometapi batch run lines.txt -o out.jsonl --parallel 20 --max-errors 100",
            "help": "Each line as a message; at most 20 at once.",
        },
        {
            "run": "cometapi batch run requests.jsonl -o out.jsonl --retry-errors",
            "help": "Run the rows again that failed.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
