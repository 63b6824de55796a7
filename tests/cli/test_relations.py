"""How options stand to each other: what is refused, and with which words."""

import pytest

from cometapi.cli import relations
from cometapi.cli.completion import offers
from cometapi.errors import UsageError

ARGUMENTS = {
    "reason": {"flags": ["--reason"], "required": True},
    "text": {"flags": ["--text"], "excludes": ["file"]},
    "file": {"flags": ["--file"], "excludes": ["text"]},
    "width": {"flags": ["--width"], "needs": {"height": None}, "type": "integer", "less_than": "widest"},
    "height": {"flags": ["--height"], "needs": {"width": None}, "type": "integer", "at_most": "highest"},
    "widest": {"flags": ["--widest"], "default": 100},
    "highest": {"flags": ["--highest"], "default": 50, "to": ("body", "highest")},
    "kind": {"flags": ["--kind"], "default": "box"},
    "lid": {"flags": ["--lid"], "needs": {"kind": "box"}},
    "start": {"flags": ["--start"], "type": "timestamp", "at_most": "end"},
    "before": {"flags": ["--before"], "type": "timestamp", "less_than": "end"},
    "end": {"flags": ["--end"]},
    "token": {"flags": ["--token"], "secret": True, "environment": "BOX_TOKEN"},
    "pin": {"flags": ["--pin"], "secret": True},
}
COMMAND = {"arguments": ARGUMENTS, "some": [["text", "file"], ["reason", "width", "pin"]]}
ENOUGH = {"reason": "x", "text": "x"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"width": 99, "height": 50},
        {"width": 150, "height": 1, "widest": 151},
        {"width": 1, "height": 51},  # a default that is sent may be replaced by a body's field
        {"lid": True},
        {"lid": True, "kind": "box"},
        {"start": 5, "end": 5},
        {"start": 6},
        {"before": 4, "end": 5},
        {"token": "-", "pin": "-"},
    ],
)
def test_what_goes_together(given):
    assert relations.check(COMMAND, {**ENOUGH, **given}, {}) is None


@pytest.mark.parametrize(
    ("given", "sentence", "step"),
    [
        ({"text": "x"}, "--reason is missing.", None),
        ({"reason": "x"}, "Give --text or --file.", None),
        (
            {**ENOUGH, "file": "x"},
            "--text and --file cannot be combined.",
            "Leave out --text or --file.",
        ),
        ({**ENOUGH, "width": 1}, "--width needs --height.", "Add --height, or leave out --width."),
        ({**ENOUGH, "height": 1}, "--height needs --width.", "Add --width, or leave out --height."),
        ({**ENOUGH, "lid": 1, "kind": "bag"}, "--lid needs --kind box.", "Add --kind box, or leave out --lid."),
        ({**ENOUGH, "width": 100, "height": 1}, "--width (100) must be less than --widest (100).", None),
        ({**ENOUGH, "width": 1, "height": 3, "highest": 2}, "--height (3) must be at most --highest (2).", None),
        ({**ENOUGH, "start": 6, "end": 5}, "--start is after --end.", None),
        ({**ENOUGH, "before": 5, "end": 5}, "--before must be before --end.", None),
        (
            {**ENOUGH, "token": "abc"},
            "--token is a secret; other programs can see command-line arguments.",
            "Pipe it in with --token -, or set BOX_TOKEN.",
        ),
        (
            {**ENOUGH, "pin": "abc"},
            "--pin is a secret; other programs can see command-line arguments.",
            "Pipe it in with --pin -.",
        ),
    ],
)
def test_what_does_not_is_told_with_the_next_step(given, sentence, step):
    with pytest.raises(UsageError) as caught:
        relations.check(COMMAND, given, {})
    assert (caught.value.message, caught.value.hint) == (sentence, step)


def test_a_choice_of_three_names_all_of_them():
    command = {"arguments": {name: {"flags": [f"--{name}"]} for name in "abc"}, "some": [["a", "b", "c"]]}
    with pytest.raises(UsageError, match=r"^Give --a, --b or --c\.$"):
        relations.check(command, {}, {})


def test_a_variable_stands_for_the_option():
    command = {"arguments": {"token": {"flags": ["--token"], "required": True, "environment": "BOX_TOKEN"}}}
    assert relations.check(command, {}, {"BOX_TOKEN": "x"}) is None
    with pytest.raises(UsageError, match=r"^--token is missing\.$") as caught:
        relations.check(command, {}, {"BOX_TOKEN": "  "})
    assert caught.value.hint == "Give --token, or set BOX_TOKEN."


def test_an_option_that_needs_another_is_offered_beside_it():
    assert list(offers(["models", "--output", "x"], "--fo", {})) == ["--format", "--force"]
