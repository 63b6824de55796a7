"""Words of other languages and keys that are nothing without another one."""

from project import each, refused

CHAT = "commands/chat.yaml"
PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "required of a positional",
        CHAT,
        [("    stdin: true\n", "    stdin: true\n    required: true\n")],
        [
            "spec/commands/chat.yaml:22: arguments.2.required: Unknown key; a positional is required unless it says optional: true."
        ],
    ),
    (
        "env",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    env: MAX_TOKENS\n")],
        ["spec/commands/chat.yaml:35: arguments.4.env: Unknown key; did you mean environment?"],
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
        "item without as",
        CHAT,
        [("    as: {role: user, content: $value}\n", "    item: {text: $value}\n")],
        ["spec/commands/chat.yaml:23: arguments.2.item: item requires as."],
    ),
    (
        "or_from without stdin",
        CHAT,
        [("    stdin: true\n", "    or_from: [--system]\n")],
        ["spec/commands/chat.yaml:21: arguments.2.or_from: or_from requires stdin."],
    ),
    (
        "keywords without as",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    keywords: [auto]\n")],
        ["spec/commands/chat.yaml:35: arguments.4.keywords: keywords requires as."],
    ),
    (
        "a secret without a variable",
        PROGRAM,
        [("    environment: COMETAPI_KEY\n", "")],
        ["spec/program.yaml:11: settings.api_key.secret: secret requires environment."],
    ),
    (
        "never_word without never",
        PROGRAM,
        [("datetime: {kind: time}", "datetime: {kind: time, never_word: never}")],
        ["spec/program.yaml:54: formats.datetime.never_word: never_word requires never."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
