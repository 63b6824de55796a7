"""The output formats: for each, who reads it and what help says of it. Its writer is the module ``output/as_NAME``."""

FORMATS = {
    "table": {
        "readers": "people",
        "help": "Columns for reading, fitted to the terminal; an answer's plain text.",
    },
    "json": {"readers": "machines", "help": "One JSON value, indented.", "values": "whole"},
    "yaml": {"readers": "machines", "help": "The same as YAML.", "values": "whole"},
    "csv": {"readers": "machines", "help": "A header line and one line a record, RFC 4180.", "values": "cells"},
    "markdown": {"readers": "people", "help": "A Markdown table; an answer's own Markdown, untouched."},
}


def is_for_machines(name):
    """Whether programs read a format; False for a name that is none."""
    return FORMATS.get(name, {}).get("readers") == "machines"
