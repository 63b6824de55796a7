"""Every fault meets every kind of call, and ends as the table says: code, sentence, stdout, requests, secrets.

Calls of one kind run the same Python from the first byte that they send to the last that they print, and differ in words,
columns and the credential: they share the faults, each of them the next one in turn, so that each kind meets every fault, each
fault some twenty calls, and each call some faults of its own. A stream that ends in its middle is read by its protocol:
those faults every streamed call meets. ``make matrix`` and ``make check`` (``FAULTS=all``) walk all faults with all calls.
"""

import os

import pytest
from calls import CALLS, load
from cell import Cell, judged
from faults import FAULTS
from spread import shared
from world import the_world

IN_STREAMS = [fault for fault in FAULTS if fault.streamed is not fault.end or fault.streamed.keeps == "start"]


def kind(call):
    """What decides which Python a call runs when a fault comes: its own, whether it may ask again, whether it makes a task. What
    it prints is the matter of its kinds of results, which meet the faults in turn.
    """
    made = load(call.command).get("run"), call.is_streamed, call.is_free, call.before
    return *made, bool(call.creates), call.is_followed


def faults_of():
    """``(call, its faults)`` of every call."""
    if os.environ.get("FAULTS") == "all":
        return [(call, FAULTS) for call in CALLS]
    return [(call, faults + in_streams(call, faults)) for call, faults in shared(CALLS, FAULTS, kind)]


def in_streams(call, faults):
    """The faults in the middle of a stream that a streamed call does not have yet."""
    return [fault for fault in IN_STREAMS if call.is_streamed and fault not in faults]


def test_every_kind_of_call_meets_every_fault():
    met = {(kind(call), str(fault)) for call, faults in faults_of() for fault in faults}

    assert met == {(kind(call), str(fault)) for call in CALLS for fault in FAULTS}
    assert all(len(faults) >= 3 for _, faults in faults_of())


@pytest.mark.parametrize(
    ("call", "faults"), faults_of(), ids=lambda value: "" if isinstance(value, list) else str(value)
)
def test_every_fault_of_a_call_ends_as_the_table_says(call, faults):
    rows = {str(fault): judged(Cell(the_world(), call, fault)) for fault in faults}
    wanted = {fault: [one for one, _ in row] for fault, row in rows.items()}
    came = {fault: [one for _, one in row] for fault, row in rows.items()}

    assert came == wanted
