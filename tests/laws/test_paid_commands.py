"""What holds for every command that costs money."""

import pytest
from manifest import COMMANDS

PAID = [command for command in COMMANDS if command.cost == "paid"]


@pytest.mark.parametrize("command", PAID, ids=lambda one: one.stem)
def test_every_paid_command_has_the_caps(command):
    assert {"max_cost", "max_calls", "until"} <= {one.does for one in command.options}


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.cost != "paid"], ids=lambda one: one.stem)
def test_no_other_command_has_them(command):
    assert not {"max_cost", "max_calls"} & {one.does for one in command.options}


def test_every_paid_request_says_what_bounds_its_cost():
    lacking = [
        one.words for one in PAID if any("request" in route for route in one.routes) and "charge" not in one.data
    ]
    assert lacking == []
