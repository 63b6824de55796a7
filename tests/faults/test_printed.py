"""The printed tables of faults are what the tests hold; ``GOLDEN=write`` writes the matrix anew."""

import os
from pathlib import Path

from faults import FAULTS
from matrix import expected, matrix
from vendor import COMMANDS, ours
from world import the_world

HERE = Path(__file__).resolve().parent


def test_the_printed_matrix_is_the_one_that_is_held():
    path, wanted = HERE / "matrix.txt", matrix(the_world(), expected)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(wanted, "utf-8")
    assert path.read_text("utf-8").splitlines() == wanted.splitlines()


def test_our_half_beside_the_vendors_is_the_one_that_is_held():
    table = (HERE / "vendor.md").read_text("utf-8").partition("```text\n")[2].partition("```\n")[0]
    rows = [line.split() for line in table.splitlines()[1:]]
    told = {" ".join(row[: -len(COMMANDS)]): [cell.partition("|")[0] for cell in row[-len(COMMANDS) :]] for row in rows}
    names = {str(fault): fault for fault in FAULTS}
    assert told == {name: [ours(the_world(), command, names[name]) for command in COMMANDS] for name in told}
