"""Sections and option sets that do nothing, or fail, without another section."""

from project import each, refused

CHAT = "commands/chat.yaml"
INFO = "commands/model-info.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "what bounds the cost of a call that is free, by a place to which nothing goes",
        INFO,
        [("effect: read\n", "effect: read\ncharge: {results: [body/n]}\n")],
        [
            "spec/commands/model-info.yaml:4: charge: Only a paid command is charged for.",
            "spec/commands/model-info.yaml:4: charge.results.0: No argument goes to body/n.",
        ],
    ),
    (
        "an expression of a charge that is none",
        CHAT,
        [("use: [output]\n", 'use: [output]\ncharge: {unmeasured: ["messages["]}\n')],
        ["spec/commands/chat.yaml:41: charge.unmeasured.0: 'messages[' does not compile: it goes wrong at column 10."],
    ),
    (
        "a private output of which no file is made",
        "commands/config-path.yaml",
        [("effect: read\n", "effect: read\nprivate: true\n")],
        [
            "spec/commands/config-path.yaml:4: private: Nothing of this command goes into a file; use the options of file."
        ],
    ),
    (
        "words with a dash where there is one word",
        INFO,
        [("to: path/code,", "to: path/code, dashes: true,")],
        ["spec/commands/model-info.yaml:6: arguments.0.dashes: Only a positional with repeat takes words with a dash."],
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
                "    samples: [{file: models.json}]",
                "    pages: {by: number, to: page, size: query/size, largest: 9}\n    samples: [{file: models.json}]",
            )
        ],
        [
            "spec/commands/models.yaml:73: routes.1.pages.to: This must start with query/, header/ or body/, followed by a key."
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
        "a selection by what is in no query",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body/max_tokens\n    selects: {in: model}\n")],
        ["spec/commands/chat.yaml:35: arguments.4.selects: Only a value in the query selects records."],
    ),
    (
        "a selection that does not compile",
        CHAT,
        [("    to: body/max_tokens\n", '    to: query/max_tokens\n    selects: {like: "model["}\n')],
        ["spec/commands/chat.yaml:35: arguments.4.selects.like: 'model[' does not compile: it goes wrong at column 7."],
    ),
    (
        "a filter of no rows",
        CHAT,
        [("    to: body/max_tokens\n", "    filter: {in: [model]}\n")],
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
        ["spec/commands/chat.yaml:52: samples.0.stream: A sample stream needs a command with stream."],
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
            "spec/commands/chat.yaml:42: stream.default_in: There is no output format 'markdwon'; the formats are table, json, jsonl, yaml, csv, markdown."
        ],
    ),
    (
        "two columns of one name",
        CHAT,
        [("{name: content,", "{name: model,")],
        ["spec/commands/chat.yaml:48: response.columns.1.name: Another column has the name model."],
    ),
    (
        "a type that the format tells",
        MODELS,
        [("format: datetime", "format: datetime, type: string")],
        [
            "spec/commands/models.yaml:50: routes.0.response.columns.2.type: The format of the column already tells the type."
        ],
    ),
    (
        "a list of nothing",
        CHAT,
        [("{name: content,", "{name: content, list: true,")],
        ["spec/commands/chat.yaml:48: response.columns.1.list: list needs type."],
    ),
    (
        "limits of a request that names no model",
        CHAT,
        [
            ("    to: body/model\n", ""),
            (
                "use: [output]\n",
                "use: [output]\nlimits: [{models: [x-*], provider: X, options: {--temperature: {unsupported: true}}}]\n",
            ),
        ],
        [
            "spec/commands/chat.yaml:40: limits: No argument goes to body/model, path/model, query/model, so no model is known."
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
