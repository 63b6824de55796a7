"""Every call of the manifest meets every fault, and ends as the table says: code, sentence, stdout, requests, secrets."""

import pytest
from calls import CALLS
from cell import Cell, judged
from faults import FAULTS
from world import the_world


@pytest.mark.parametrize("fault", FAULTS, ids=str)
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_every_call_ends_every_fault_as_the_table_says(call, fault):
    for wanted, came in judged(Cell(the_world(), call, fault)):
        assert came == wanted
