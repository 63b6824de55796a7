"""Words of other languages and keys that are nothing without another one."""

from project import each, refused

CHAT = "commands/chat.yaml"
PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "required",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    required: true\n")],
        [
            "spec/commands/chat.yaml:56: examples.0.run: The command refuses this example: --max-tokens is missing.",
            "spec/commands/chat.yaml:58: examples.1.run: The command refuses this example: --max-tokens is missing.",
            "spec/commands/chat.yaml:60: examples.2.run: The command refuses this example: --max-tokens is missing.",
            "spec/commands/chat.yaml:62: examples.3.run: The command refuses this example: --max-tokens is missing.",
        ],
    ),
    (
        "env",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    env: MAX_TOKENS\n")],
        ["spec/commands/chat.yaml:35: arguments.4.env: Unknown key; did you mean environment?"],
    ),
    (
        "hidden",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    hidden: true\n")],
        ["spec/commands/chat.yaml:35: arguments.4.hidden: Unknown key; help lists every argument."],
    ),
    (
        "secret",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    secret: true\n")],
        [
            "spec/commands/chat.yaml:35: arguments.4.secret: A secret is one text, so it has no range.",
            "spec/commands/chat.yaml:35: arguments.4.secret: A secret is one text, so it has no type.",
        ],
    ),
    (
        "multiple",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    multiple: true\n")],
        ["spec/commands/chat.yaml:35: arguments.4.multiple: Unknown key; did you mean repeat?"],
    ),
    (
        "enum",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    enum: [a]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.enum: Unknown key; did you mean choices?"],
    ),
    (
        "part without as",
        CHAT,
        [("    as: {role: user, content: $value}\n", "    item: {text: $value}\n")],
        ["spec/commands/chat.yaml:23: arguments.2.item: item needs as beside it."],
    ),
    (
        "or_from without stdin",
        CHAT,
        [("    stdin: true\n", "    or_from: [--system]\n")],
        ["spec/commands/chat.yaml:21: arguments.2.or_from: or_from needs stdin beside it."],
    ),
    (
        "plain without as",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    keywords: [auto]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.keywords: keywords needs as beside it."],
    ),
    (
        "a secret without a variable",
        PROGRAM,
        [("    environment: COMETAPI_KEY\n", "")],
        ["spec/program.yaml:11: settings.api_key.secret: secret needs environment beside it."],
    ),
    (
        "never_word without never",
        PROGRAM,
        [("datetime: {kind: time}", "datetime: {kind: time, never_word: never}")],
        ["spec/program.yaml:54: formats.datetime.never_word: never_word needs never beside it."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
