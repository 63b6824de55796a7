"""What tests/README.md tells of the faults is what the tests hold; ``GOLDEN=write`` writes the matrix anew."""

import os
from pathlib import Path

from faults import FAULTS
from matrix import expected, matrix
from vendor import COMMANDS, ours
from world import the_world

README = Path(__file__).resolve().parent.parent / "README.md"


def block(name):
    """``(text before, the fenced text, text after)`` of what stands under a mark of this name."""
    before, mark, rest = README.read_text("utf-8").partition(f"<!-- {name} -->\n```text\n")
    told, fence, after = rest.partition("```\n")
    return before + mark, told, fence + after


def test_the_printed_matrix_is_the_one_that_is_held():
    before, told, after = block("matrix")
    wanted = matrix(the_world(), expected)
    if os.environ.get("GOLDEN") == "write":
        told = wanted
        README.write_text(before + told + after, "utf-8")
    assert told.splitlines() == wanted.splitlines()


def test_our_half_beside_the_vendors_is_the_one_that_is_held():
    rows = [line.split() for line in block("beside the vendor's")[1].splitlines()[1:]]
    told = {" ".join(row[: -len(COMMANDS)]): [cell.partition("|")[0] for cell in row[-len(COMMANDS) :]] for row in rows}
    names = {str(fault): fault for fault in FAULTS}
    assert told == {name: [ours(the_world(), command, names[name]) for command in COMMANDS] for name in told}
