"""cometapi batch join, as spec/commands/batch-join.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "batch join",
    "summary": "Join the rows of a batch with their results.",
    "description": "Prints every row of ROWS, in its order, with what came of it in RESULTS - the text of its answer, or the error. Rows of CSV, TSV, JSON Lines and text keep their columns; one with the name of a column below gets input_ before it. A reply without text is printed as JSON. Give the results of all parts of a batch that was run with --shard. If a row, a part or a line is missing, damaged, foreign or out of date, the command says so and exits with 3. CSV is exact here, without the apostrophes that formats describes.",
    "effect": "read",
    "cost": "free",
    "run": "batch.join:run",
    "withheld": "works on files of this machine",
    "arguments": {
        "rows": {
            "does": "rows",
            "metavar": "ROWS",
            "complete": "$files",
            "help": "File of rows that batch run was given.",
        },
        "results": {
            "does": "results",
            "repeat": True,
            "metavar": "RESULTS",
            "complete": "$files",
            "help": "Results of the batch, or of each of its parts.",
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
            "help": "Column with the ID of each row, as batch run was told.",
        },
    },
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "id", "title": "ID", "value": ("id",), "show": "always", "priority": 1},
            {"name": "answer", "title": "Answer", "value": ("answer",), "show": "always", "priority": 2},
            {"name": "error_code", "title": "Error", "value": ("error_code",), "show": "always"},
            {"name": "error_message", "title": "Message", "value": ("error_message",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {
                "name": "cost_usd_estimate",
                "title": "Cost (estimate)",
                "value": ("cost_usd_estimate",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {"name": "files", "title": "Files", "value": ("files",), "show": "always", "format": {"kind": "list"}},
        ],
    },
    "examples": [
        {"run": "cometapi batch join requests.jsonl results.jsonl -o joined.csv", "help": "A table for a spreadsheet."},
        {
            "run": "cometapi batch join requests.jsonl part-1.jsonl part-2.jsonl part-3.jsonl -o joined.jsonl",
            "help": "All parts of a batch in one file.",
        },
        {
            "run": "cometapi batch join requests.jsonl results.jsonl --fields id,answer -f jsonl",
            "help": "Only the answers.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
