"""Every call of the manifest meets every fault, and ends as the table says: code, sentence, stdout, requests, secrets."""

import pytest
from calls import CALLS
from cell import Cell, judged
from faults import FAULTS
from world import the_world


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_every_fault_of_a_call_ends_as_the_table_says(call):
    rows = {str(fault): judged(Cell(the_world(), call, fault)) for fault in FAULTS}
    wanted = {fault: [one for one, _ in row] for fault, row in rows.items()}
    came = {fault: [one for _, one in row] for fault, row in rows.items()}

    assert came == wanted
