"""The sandbox answers every request that an example of the manifest makes."""

import pytest
from manifest import (
    COMMANDS,
    MODEL,
    examples,
    in_a_folder_of_its_own,  # noqa: F401 - a fixture
    is_needed,
    takes,
    without_output,
)

from cometapi.cli.examples import call_words

BESIDE = {"init", "repl", "serve"}  # these open a dialogue, or send what others ask
SENDING = [
    (example["run"], is_needed(command, "output"))
    for command in COMMANDS
    if takes(command, "sandbox") and command.words not in BESIDE
    for example in examples(command)
]


@pytest.mark.parametrize("line, writes", SENDING)
def test_every_example_is_answered(line, writes, cli):
    words = call_words(line, MODEL.name)
    words = words if writes else without_output(words)
    own = words.index("--") if "--" in words else len(words)  # what is behind belongs to another command
    quick = ["--interval", "0.1"] if "wait" in line or "--watch" in line else []
    ran = cli(*words[:own], *quick, *([] if "--sandbox" in words else ["--sandbox"]), *words[own:], stdin="a change")

    assert (ran.code, "Nothing found." in ran.err) == (0, False), ran
