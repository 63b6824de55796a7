"""Examples that cannot be typed as they stand."""

import pytest
from project import edit, small_copy

from codegen.__main__ import press

CHAT = "commands/chat.yaml"

# fault, file, (text, what stands there instead) ..., findings
FAULTS = [
    (
        "an option that the command lacks",
        CHAT,
        [("--json --temperature 0", "--json --heat 0")],
        ["spec/commands/chat.yaml:60: examples.2.run: The command refuses this example: Unknown option --heat."],
    ),
    (
        "a value out of range",
        CHAT,
        [("--json --temperature 0", "--json --temperature 3")],
        [
            "spec/commands/chat.yaml:60: examples.2.run: The command refuses this example: --temperature must be between 0 and 2, not 3."
        ],
    ),
    (
        "a word that is no choice",
        "commands/config-show.yaml",
        [("run: cometapi config show", "run: cometapi config show -f xml")],
        [
            "spec/commands/config-show.yaml:13: examples.0.run: The command refuses this example: --format must be one of table, json, yaml, csv, markdown, not 'xml'."
        ],
    ),
    (
        "a word too many",
        CHAT,
        [('"Three primes"', "Three primes")],
        [
            "spec/commands/chat.yaml:60: examples.2.run: The command refuses this example: There is one word too many: primes."
        ],
    ),
    (
        "another command",
        CHAT,
        [('cometapi chat "Three primes"', 'cometapi chta "Three primes"')],
        ["spec/commands/chat.yaml:60: examples.2.run: This example does not call chat."],
    ),
    (
        "another program",
        CHAT,
        [('cometapi chat "Three primes"', 'comet chat "Three primes"')],
        ["spec/commands/chat.yaml:60: examples.2.run: This example does not call cometapi."],
    ),
    (
        "an open quote",
        CHAT,
        [('cometapi chat "Three primes"', 'cometapi chat "Three primes')],
        ["spec/commands/chat.yaml:60: examples.2.run: A shell cannot read this example: No closing quotation."],
    ),
]


@pytest.mark.parametrize(
    ("file", "edits", "findings"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    root = small_copy(tmp_path)
    for old, new in edits:
        edit(root / "spec" / file, old, new)
    plan, found = press(root)
    assert [str(finding) for finding in found] == findings
    assert plan is None
