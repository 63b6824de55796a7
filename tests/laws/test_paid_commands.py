"""What holds for every command that costs money."""

import json

import pytest
from manifest import (
    COMMANDS,
    example,
    in_a_folder_of_its_own,  # noqa: F401 - a fixture
    takes,
)

PAID = [command for command in COMMANDS if command.cost == "paid"]
OWN = [command for command in PAID if "on_behalf" not in command.data]  # whose requests are known before


@pytest.mark.parametrize("command", PAID, ids=lambda one: one.stem)
def test_every_paid_command_has_the_caps(command):
    assert {"max_cost", "max_calls", "until"} <= {one.does for one in command.options}
    assert ("estimate" in {one.does for one in command.options}) == (command in OWN)


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.cost != "paid"], ids=lambda one: one.stem)
def test_no_other_command_has_them(command):
    assert not {"max_cost", "max_calls", "estimate"} & {one.does for one in command.options}


def test_every_paid_request_says_what_bounds_its_cost():
    lacking = [
        one.words for one in PAID if any("request" in route for route in one.routes) and "charge" not in one.data
    ]
    assert lacking == []


@pytest.mark.parametrize("command", OWN, ids=lambda one: one.stem)
def test_every_paid_command_can_be_estimated(command, cli, nobody):
    words = example(command)
    own = words.index("--") if "--" in words else len(words)  # what is behind belongs to another command
    as_json = ["-f", "json"] if takes(command, "format") else []
    ran = cli(*words[:own], "--estimate", *as_json, *words[own:])

    assert ran.code == 0, ran
    found = json.loads(ran.out) if as_json else {}
    for one in found if isinstance(found, list) else [found] if found else []:
        assert one["requests"] >= 1
        assert (one["cost_usd_low"] is None) == (one["unpriced"] == one["requests"])
        assert (one["cost_usd_low"] or 0) <= (one["cost_usd_high"] or 0)
