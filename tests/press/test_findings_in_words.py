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
        ["spec/commands/chat.yaml:23: arguments.2.item: item needs as beside it."],
    ),
    (
        "or_from without stdin",
        CHAT,
        [("    stdin: true\n", "    or_from: [--system]\n")],
        ["spec/commands/chat.yaml:21: arguments.2.or_from: or_from needs stdin beside it."],
    ),
    (
        "keywords without as",
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
        "each without choice",
        PROGRAM,
        [("        choice: index\n", "")],
        ["spec/program.yaml:68: dialects.chat.events.0.each: each needs choice beside it."],
    ),
    (
        "at without how",
        PROGRAM,
        [(", how: join", "")],
        ["spec/program.yaml:83: dialects.chat.assemble.1.at: at needs how beside it."],
    ),
    (
        "how without at",
        PROGRAM,
        [('at: "choices/{index}/message", how: join', "how: join")],
        ["spec/program.yaml:83: dialects.chat.assemble.1.how: how needs at beside it."],
    ),
    (
        "never_word without never",
        PROGRAM,
        [("datetime: {kind: time}", "datetime: {kind: time, never_word: never}")],
        ["spec/program.yaml:91: formats.datetime.never_word: never_word needs never beside it."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
