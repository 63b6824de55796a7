"""A JSON value of any form, as ``--query`` gives it: in a table or CSV where it has rows, else as plain as it can be."""

from importlib import import_module

from cometapi.manifest.output_formats import FORMATS
from cometapi.output.plain import compact
from cometapi.terminal.visible import visible


def write_value(format_name, value, out):
    """Print a value in a format: a list of objects as rows, an object as a record, a text as it is, null as ``null``."""
    module = import_module(f"cometapi.output.as_{format_name}")
    way = FORMATS[format_name]["values"]
    if way == "whole":
        out.write(module.text(value, out).rstrip("\n") + "\n")
    elif way == "json_lines":
        for one in value if isinstance(value, list) else [value]:
            out.write(module.text(one, out) + "\n")
    elif isinstance(value, dict):
        module.write_record(columns([value]), value, out)
    elif value and isinstance(value, list) and all(isinstance(item, dict) for item in value):
        module.write_rows(columns(value), value, out)
    else:
        LINES[way](value if isinstance(value, list) else [value], out)


def columns(records):
    """A column for every key of some objects, in the order in which they come."""
    return [
        {"name": key, "title": key, "show": "always"} for key in dict.fromkeys(key for one in records for key in one)
    ]


def write_lines(values, out):
    """Print each value on a line of its own; texts are bare, as ``jq -r`` has them."""
    is_terminal = out.context.is_terminal("stdout")
    for value in values:
        line = value if isinstance(value, str) else compact(value)
        out.write((visible(line, keep="\n\t") if is_terminal else line).removesuffix("\n") + "\n")


def write_cells(values, out):
    """Print each value as a line of CSV: a list as its cells, anything else as one cell."""
    from cometapi.output.as_csv import write_lines as write

    write([value if isinstance(value, list) else [value] for value in values], out)


LINES = {"lines": write_lines, "cells": write_cells}
