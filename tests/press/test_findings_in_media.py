"""What a command says wrongly of files that come or are sent, and of values that the program makes."""

import pytest
from project import edit, small_copy

from codegen.__main__ import press

THING = """\
command: thing
summary: Do a thing.
effect: write
arguments:
  - {flags: [--item], to: body/item, help: An item.}
request: {method: POST, service: gateway, path: "/things", credential: api_key}
response: {is: record, protocol: chat, record: data, columns: [{name: id, value: id}]}
samples: [{file: model-info.json}]
examples: [{run: cometapi thing, help: One.}]
"""
ITEM = "flags: [--item], to: body/item,"
ID = "{name: id, value: id}"

FAULTS = [
    (
        "kinds of a text",
        ITEM,
        f"{ITEM} takes: [audio/*],",
        "arguments.0.takes: Only an upload is of one of several kinds.",
    ),
    (
        "a long number",
        ITEM,
        f"{ITEM} type: integer, longest: 5,",
        "arguments.0.longest: Only a text is as long as it is.",
    ),
    (
        "a value of nobody",
        ID,
        "{name: id, value: id, made: true}",
        "response.columns.0.made: Only a command with run makes values of its own.",
    ),
    (
        "batches of nobody",
        "request:",
        "batches: {items: 1, tokens: 1}\nrequest:",
        "batches: Only a command with run sends its texts in batches.",
    ),
    (
        "a plain column that is none",
        "record: data,",
        "record: data, plain: text,",
        "response.plain: There is no column 'text'.",
    ),
    (
        "playing what is no file",
        ITEM,
        "flags: [--item], does: play, switch: on,",
        "arguments.0.does: Without a file with a name a command has no use for --item.",
    ),
]


@pytest.mark.parametrize("fault, old, new, finding", FAULTS, ids=[one[0] for one in FAULTS])
def test_a_fault_is_named(fault, old, new, finding, tmp_path):
    root = small_copy(tmp_path)
    (root / "spec" / "commands" / "thing.yaml").write_text(THING, "utf-8")
    edit(root / "spec" / "commands" / "thing.yaml", old, new)
    _, found = press(root)

    assert [str(one).partition(": ")[2] for one in found] == [finding]
