"""Flags that a file names: they are there, go by their first name, and can be what is expected of them."""

from project import each, refused

CHAT = "commands/chat.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "an option that may stand alone and is sent",
        CHAT,
        [("  - flags: [--max-tokens]\n", "  - flags: [--max-tokens]\n    bare: true\n")],
        ["spec/commands/chat.yaml:35: arguments.4.to: An option that may stand alone is true then, so it has no to."],
    ),
    (
        "a switch that may stand alone, as all of them do",
        CHAT,
        [("  - flags: [--stream]\n", "  - flags: [--stream]\n    bare: true\n")],
        ["spec/commands/chat.yaml:37: arguments.5.bare: An option with switch never has a value, so it has no bare."],
    ),
    (
        "an unknown flag in or_from",
        CHAT,
        [("    stdin: true\n", "    stdin: true\n    or_from: [--bdy]\n")],
        ["spec/commands/chat.yaml:22: arguments.2.or_from: This command has no option --bdy."],
    ),
    (
        "an unknown flag in needs as a list",
        MODELS,
        [("needs: {--source: catalog}", "needs: [--sauce]")],
        ["spec/commands/models.yaml:14: arguments.1.needs: This command has no option --sauce."],
    ),
    (
        "an unknown flag in limits",
        CHAT,
        [
            (
                "use: [output]\n",
                "use: [output]\nlimits: [{models: [x-*], provider: X, options: {--thinking-bugdet: {unsupported: true}}}]\n",
            )
        ],
        [
            "spec/commands/chat.yaml:41: limits.0.options.--thinking-bugdet: This command has no option --thinking-bugdet."
        ],
    ),
    (
        "an unknown flag in limits with a range",
        CHAT,
        [
            (
                "use: [output]\n",
                "use: [output]\nlimits: [{models: [x-*], provider: X, options: {--temprature: {range: [0, 1]}}}]\n",
            )
        ],
        ["spec/commands/chat.yaml:41: limits.0.options.--temprature: This command has no option --temprature."],
    ),
    (
        "an option that needs itself",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    needs: [--max-tokens]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.needs: An option cannot name itself here."],
    ),
    (
        "an option that excludes itself",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    excludes: [--max-tokens]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.excludes: An option cannot name itself here."],
    ),
    (
        "an option that is not after itself",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    at_most: --max-tokens\n")],
        ["spec/commands/chat.yaml:35: arguments.4.at_most: An option cannot name itself here."],
    ),
    (
        "an option that is short for itself",
        PROGRAM,
        [("stands_for: {--format: json}", "stands_for: {--json: json}")],
        ["spec/program.yaml:76: options.output.arguments.1.stands_for: An option cannot name itself here."],
    ),
    (
        "a switch that is to be a text",
        MODELS,
        [("when: {--source: openai}", "when: {--refresh: yes}")],
        ["spec/commands/models.yaml:41: routes.0.when: --refresh is a switch, which is true or false and never 'yes'."],
    ),
    (
        "a switch that is needed as a text",
        MODELS,
        [("needs: {--source: catalog}", "needs: {--refresh: yes}")],
        [
            "spec/commands/models.yaml:14: arguments.1.needs: --refresh is a switch, which is true or false and never 'yes'."
        ],
    ),
    (
        "an option with values that is to be true",
        MODELS,
        [("when: {--source: openai}", "when: {--source: true}")],
        ["spec/commands/models.yaml:41: routes.0.when: --source takes a value, which is never true."],
    ),
    (
        "a number that is to be a text",
        MODELS,
        [("when: {--source: openai}", 'when: {--limit: "5"}')],
        ["spec/commands/models.yaml:41: routes.0.when: --limit is of type integer and never the text '5'."],
    ),
    (
        "an option named by its second flag",
        MODELS,
        [("when: {--source: openai}", "when: {--modality: image}")],
        ["spec/commands/models.yaml:41: routes.0.when: Name this option by its first long flag, --type."],
    ),
    (
        "an option named by its letter",
        MODELS,
        [("needs: {--source: catalog}", "needs: [-l]")],
        ["spec/commands/models.yaml:14: arguments.1.needs: Name this option by its first long flag, --limit."],
    ),
    (
        "the negative form of a pair",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    needs: [--no-stream]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.needs: Name this option by its first long flag, --stream."],
    ),
    (
        "an option that is only short for another",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    excludes: [--json]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.excludes: --json is short for --format; use that."],
    ),
    (
        "an option set that nobody declares",
        CHAT,
        [("use: [output]", "use: [outputs]")],
        [
            "spec/commands/chat.yaml:40: use.0: Unknown name 'outputs'; declared are everywhere, network, output, cache, limit, paging."
        ],
    ),
    (
        "an option set that needs another",
        PROGRAM,
        [
            (
                "      - {flags: [--retries],",
                "      - {flags: [--raw], switch: on, needs: [--page, --page-size], help: Raw.}\n      - {flags: [--retries],",
            )
        ],
        [
            "spec/commands/chat.yaml:40: use: The options of network need those of paging (--page, --page-size); use paging too.",
            "spec/commands/model-info.yaml:7: use: The options of network need those of paging (--page, --page-size); use paging too.",
            "spec/commands/models.yaml:39: use: The options of network need those of paging (--page, --page-size); use paging too.",
        ],
    ),
    (
        "an option set that needs an option of the command",
        PROGRAM,
        [
            (
                "      - {flags: [--retries],",
                "      - {flags: [--raw], switch: on, needs: [--temperature], help: Raw.}\n      - {flags: [--retries],",
            )
        ],
        [
            "spec/commands/model-info.yaml:7: use: The options of network need an option --temperature, which this command lacks.",
            "spec/commands/models.yaml:39: use: The options of network need an option --temperature, which this command lacks.",
        ],
    ),
    (
        "a word that no option of another set has",
        PROGRAM,
        [("stands_for: {--format: json}", "stands_for: {--format: jsonl}")],
        [
            "spec/program.yaml:76: options.output.arguments.1.stands_for: --format has no choice 'jsonl'; its choices are table, json, yaml, csv, markdown."
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
