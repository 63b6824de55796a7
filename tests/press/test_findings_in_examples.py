"""Examples that cannot be typed as they stand."""

from project import each, refused

CHAT = "commands/chat.yaml"

# fault, file, (text, what stands there instead) ..., findings
FAULTS = [
    (
        "an option that the command lacks",
        CHAT,
        [("--json --temperature 0", "--json --heat 0")],
        ["spec/commands/chat.yaml:59: examples.2.run: The command refuses this example: Unknown option --heat."],
    ),
    (
        "a value out of range",
        CHAT,
        [("--json --temperature 0", "--json --temperature 3")],
        [
            "spec/commands/chat.yaml:59: examples.2.run: The command refuses this example: --temperature must be between 0 and 2, not 3."
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
        ["spec/commands/chat.yaml:59: examples.2.run: The command refuses this example: Unexpected word: primes."],
    ),
    (
        "another command",
        CHAT,
        [('cometapi chat "Three primes"', 'cometapi chta "Three primes"')],
        ["spec/commands/chat.yaml:59: examples.2.run: This example does not call chat."],
    ),
    (
        "another program",
        CHAT,
        [('cometapi chat "Three primes"', 'comet chat "Three primes"')],
        ["spec/commands/chat.yaml:59: examples.2.run: This example does not call cometapi."],
    ),
    (
        "an open quote",
        CHAT,
        [('cometapi chat "Three primes"', 'cometapi chat "Three primes')],
        ["spec/commands/chat.yaml:59: examples.2.run: A shell cannot read this example: No closing quotation."],
    ),
    (
        "one that stands there twice",
        CHAT,
        [('cometapi chat "Three primes" --json --temperature 0', 'cometapi chat "What is a monad?"')],
        ["spec/commands/chat.yaml:59: examples.2.run: This example stands here already."],
    ),
    (
        "something that is typed into what is not shown",
        CHAT,
        [("reply, for a script.", "reply, for a script.\n    typed: [yes]\n    output: {none: Asks something.}")],
        ["spec/commands/chat.yaml:61: examples.2.typed: Nothing is typed into an example that is not shown."],
    ),
    (
        "no reason why nothing is shown",
        CHAT,
        [("reply, for a script.", "reply, for a script.\n    output: none")],
        ["spec/commands/chat.yaml:61: examples.2.output: 'none' must be keys with values."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
