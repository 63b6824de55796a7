"""Sections and option sets that do nothing, or fail, without another section."""

from project import each, refused

CHAT = "commands/chat.yaml"
INFO = "commands/model-info.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "limits without a model",
        MODELS,
        [("use: [limit,", "limits: [{models: [x-*], of: X}]\nuse: [limit,")],
        [
            "spec/commands/models.yaml:39: limits.0: The key options is missing.",
            "spec/commands/models.yaml:39: limits.0: The key provider is missing.",
            "spec/commands/models.yaml:39: limits.0.of: Unknown key; known here: KEYS",
        ],
    ),
    (
        "limits of an option that goes nowhere",
        CHAT,
        [
            (
                "use: [output]\n",
                "  - {flags: [--loud], switch: on, help: Loud.}\nuse: [output]\nlimits: [{models: [x-*], provider: X, options: {--loud: {unsupported: true}}}]\n",
            )
        ],
        [
            "spec/commands/chat.yaml:42: limits.0.options.--loud.unsupported: This option goes nowhere, so nothing limits it."
        ],
    ),
    (
        "pages that are none",
        MODELS,
        [("use: [limit, cache, output]", "use: [paging, cache, output]")],
        ["spec/commands/models.yaml:39: use.0: Without pages a command has no use for --page, --page-size."],
    ),
    (
        "pages that go nowhere",
        MODELS,
        [
            (
                "    reply: {whole: models.json}",
                "    pages: {number: page, size: query/size, largest: 9}\n    reply: {whole: models.json}",
            )
        ],
        [
            "spec/commands/models.yaml:71: routes.1.pages.number: This must begin with query/, header/ or body/ and go on with a key."
        ],
    ),
    (
        "an option of its own that does nothing",
        CHAT,
        [("    to: body/max_tokens\n", "    does: page\n")],
        ["spec/commands/chat.yaml:34: arguments.4.does: Without pages a command has no use for --max-tokens."],
    ),
    (
        "a limit of no rows",
        CHAT,
        [("use: [output]", "use: [output, limit]")],
        ["spec/commands/chat.yaml:40: use.1: Without rows a command has no use for --limit."],
    ),
    (
        "a cache of nothing",
        CHAT,
        [("use: [output]", "use: [output, cache]")],
        [
            "spec/commands/chat.yaml:40: use.1: Without a request with cache a command has no use for --refresh, --no-cache."
        ],
    ),
    (
        "a filter of no rows",
        CHAT,
        [("    to: body/max_tokens\n", "    filter: {in: [model]}\n")],
        ["spec/commands/chat.yaml:34: arguments.4.filter: Only rows can be searched."],
    ),
    (
        "a search of no rows",
        CHAT,
        [("    to: body/max_tokens\n", "    filter: {in: [model], exact: true}\n")],
        ["spec/commands/chat.yaml:34: arguments.4.filter: Only rows can be searched."],
    ),
    (
        "a stream of no answer",
        MODELS,
        [("use: [limit,", "stream: {switch: --refresh, default_in: [table]}\nuse: [limit,")],
        ["spec/commands/models.yaml:39: stream: Only the answer of a model streams."],
    ),
    (
        "a sample stream of a command that does not stream",
        CHAT,
        [("stream: {switch: --stream, default_in: [table, markdown]}\n", "")],
        ["spec/commands/chat.yaml:52: reply.stream: A sample stream needs a command with stream."],
    ),
    (
        "a stream that no switch turns on",
        CHAT,
        [("switch: --stream,", "switch: --model,")],
        ["spec/commands/chat.yaml:42: stream.switch: --model takes a value; it is not a switch."],
    ),
    (
        "a stream in a format that is none",
        CHAT,
        [("default_in: [table, markdown]", "default_in: [table, markdwon]")],
        [
            "spec/commands/chat.yaml:42: stream.default_in.1: There is no output format 'markdwon'; the formats are table, json, yaml, csv, markdown."
        ],
    ),
    (
        "two columns of one name",
        CHAT,
        [("{name: content,", "{name: model,")],
        ["spec/commands/chat.yaml:48: response.columns.1.name: Another column has the name model."],
    ),
    (
        "limits of a request that names no model",
        CHAT,
        [("    to: body/model\n", ""), ("use: [output]\n", "use: [output]\nlimits: [{models: [x-*], of: X}]\n")],
        [
            "spec/commands/chat.yaml:40: limits.0: The key options is missing.",
            "spec/commands/chat.yaml:40: limits.0: The key provider is missing.",
            "spec/commands/chat.yaml:40: limits.0.of: Unknown key; known here: KEYS",
        ],
    ),
    (
        "a wait for one record",
        INFO,
        [
            (
                PROGRAM,
                "private: [key]\n",
                "private: [key]\nwaits: {task: {state: state, progress: provider, done: [DONE], failed: [FAILED]}}\n",
            ),
            ("use: [cache, output]", "wait: task\nuse: [cache, output]"),
        ],
        ["spec/commands/model-info.yaml:7: wait: What is waited for comes as rows."],
    ),
    (
        "a wait without a run",
        MODELS,
        [
            (
                PROGRAM,
                "private: [key]\n",
                "private: [key]\nwaits: {task: {state: state, progress: provider, done: [DONE], failed: [FAILED]}}\n",
            ),
            ("use: [limit,", "wait: task\nuse: [limit,"),
        ],
        [
            "spec/commands/models.yaml:39: wait: Waiting takes a run, such as tasks:wait.",
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
