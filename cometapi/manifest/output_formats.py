"""The output formats: of each who reads it, how it prints JSON values of any form, and what help says of it.

The writer of a format is the module ``output/as_NAME``; where ``answers`` names another one, that writes answers. Values are printed ``whole`` (its function ``text``), as
``cells`` of a line, or one on each of several ``lines`` or ``json_lines``.
"""

FORMATS = {
    "table": {
        "readers": "people",
        "values": "lines",
        "answers": "prose",
        "help": "Columns for reading, fitted to the terminal; an answer's plain text.",
    },
    "json": {"readers": "machines", "values": "whole", "help": "One JSON value, indented."},
    "jsonl": {"readers": "machines", "values": "json_lines", "help": "One JSON value a line, for lists that are long."},
    "yaml": {"readers": "machines", "values": "whole", "help": "The same as YAML."},
    "csv": {"readers": "machines", "values": "cells", "help": "A header line and one line a record, RFC 4180."},
    "markdown": {
        "readers": "people",
        "values": "lines",
        "help": "A Markdown table; an answer's own Markdown, untouched.",
    },
}


def is_for_machines(name):
    """Whether programs read what is printed under this name; nobody reads a format that is none."""
    return name in FORMATS and FORMATS[name]["readers"] == "machines"
