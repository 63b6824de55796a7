"""What the program file lacks, and names in it that lead nowhere."""

from project import each, refused

PROGRAM = "program.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "pages of a path that cannot be asked for",
        PROGRAM,
        [
            (
                "# One number",
                "paths: [{begins: /x/, service: root, protocol: chat, rows: data, pages: {by: cursor, size: query/s, largest: 9}}]\n# One number",
            )
        ],
        [
            "spec/program.yaml:94: paths.0.pages.by: Pages by cursor need next.",
            "spec/program.yaml:94: paths.0.pages.by: Pages by cursor need to.",
        ],
    ),
    (
        "a sample of a path that is not there",
        PROGRAM,
        [
            (
                "# One number",
                "paths: [{begins: /x, service: root, protocol: chat, samples: {GET: x.json}}]\n# One number",
            )
        ],
        ["spec/program.yaml:94: paths.0.samples.GET: There is no spec/replies/x.json."],
    ),
    (
        "samples of no moment, and times that they lack",
        PROGRAM,
        [("# One number", "sample_times: {now: 2026-02-30T12:00:00Z, fields: [created, born]}\n# One number")],
        [
            "spec/program.yaml:94: sample_times.fields.1: No sample has a field born.",
            "spec/program.yaml:94: sample_times.now: This is no moment such as 2026-01-31T12:00:00Z.",
        ],
    ),
    (
        "a hint with an option that is not there",
        PROGRAM,
        [("# One number", 'hints: [{statuses: [418], hint: "Ask for tea with {dry_rum}."}]\n# One number')],
        ["spec/program.yaml:94: hints.0.hint: No option does 'dry_rum'."],
    ),
    (
        "an overview of an unknown command",
        PROGRAM,
        [("# One number", "overview: [{title: Ask, commands: [chat, modls]}]\n# One number")],
        [
            "spec/program.yaml:94: overview.0.commands.1: Unknown name 'modls'; commands are chat, config get, config path, config show, help, model info, models, sandbox."
        ],
    ),
    (
        "an overview that lists a command twice",
        PROGRAM,
        [("# One number", "overview: [{title: Ask, commands: [config, config get]}]\n# One number")],
        ["spec/program.yaml:94: overview.0.commands.1: 'config get' is listed already, under 'Ask'."],
    ),
    (
        "an overview that folds what has no summary",
        PROGRAM,
        [("# One number", "overview: [{title: Ask, groups: true, commands: [chat, config]}]\n# One number")],
        [
            "spec/program.yaml:94: overview.0.commands.0: 'chat' has no summary under groups.",
            "spec/program.yaml:94: overview.0.commands.1: 'config' has no summary under groups.",
        ],
    ),
    (
        "a family of models without a command",
        PROGRAM,
        [("# One number", "families: [{types: [text], command: chats}]\n\n# One number")],
        [
            "spec/program.yaml:94: families.0.command: Unknown name 'chats'; commands are chat, config get, config path, "
            "config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a summary of words that open nothing, and of a command",
        PROGRAM,
        [("# One number", "groups: {token: Look at keys., models: List models.}\n# One number")],
        [
            "spec/program.yaml:94: groups.models: 'models' is a command, which has a summary of its own.",
            "spec/program.yaml:94: groups.token: No command begins with 'token'.",
        ],
    ),
    (
        "options that no topic lists",
        PROGRAM,
        [("  everywhere:\n", "  everywhere:\n    topic: formats\n")],
        [
            "spec/program.yaml:64: options.everywhere.topic: A set that a topic lists needs a title.",
            "spec/program.yaml:64: options.everywhere.topic: Unknown name 'formats'; none is declared.",
        ],
    ),
    (
        "an example of the program that its command refuses",
        PROGRAM,
        [("# One number", "examples: [{run: 'cometapi chat --lound hi', help: Shout.}]\n# One number")],
        ["spec/program.yaml:94: examples.0.run: The command refuses this example: Unknown option --lound."],
    ),
    (
        "an example of the program that calls nothing",
        PROGRAM,
        [("# One number", "examples: [{run: cometapi shout, help: Shout.}]\n# One number")],
        ["spec/program.yaml:94: examples.0.run: This example does not call any of its commands."],
    ),
    (
        "a hint for a command that is not there",
        PROGRAM,
        [("# One number", "hints: [{statuses: [404], commands: [chta], hint: Look again.}]\n# One number")],
        ["spec/program.yaml:94: hints.0.commands.0: There is no command 'chta'; did you mean chat?"],
    ),
    (
        "words to use instead that lead nowhere",
        PROGRAM,
        [
            (
                "# One number",
                "instead: [{words: [ls], use: modls}, {words: [--csv], use: --fromat csv}, {words: [-j], use: --format jsn},"
                ' {words: [x], say: "Say {program} modls with {quite}."}]\n# One number',
            )
        ],
        [
            "spec/program.yaml:94: instead.0.use: There is no command 'modls'; did you mean models?",
            "spec/program.yaml:94: instead.1.use: No command has the option --fromat; did you mean --format?",
            "spec/program.yaml:94: instead.2.use: --format is one of table, json, yaml, csv, markdown, not jsn.",
            "spec/program.yaml:94: instead.3.say: No option does 'quite'.",
            "spec/program.yaml:94: instead.3.say: There is no command 'modls with'.",
        ],
    ),
    (
        "a word with two answers",
        PROGRAM,
        [("# One number", "instead: [{words: [ls], use: models}, {words: [ls], use: chat}]\n# One number")],
        [
            "spec/program.yaml:94: instead.1.words.0: 'ls' is answered already.",
        ],
    ),
    (
        "an option of the network without its setting",
        PROGRAM,
        [("default_from: retries, ", "")],
        ["spec/program.yaml:72: options.network.arguments.2.does: An option that does retries needs a default_from."],
    ),
    (
        "a key that a kind does not read",
        PROGRAM,
        [("count: {kind: count}", "count: {kind: count, divide: 2}")],
        ["spec/program.yaml:55: formats.count.divide: The kind count has no divide."],
    ),
    (
        "a credential that is no secret",
        PROGRAM,
        [("api_key: {setting: api_key,", "api_key: {setting: base_url,")],
        [
            "spec/program.yaml:49: credentials.api_key.setting: The setting base_url is not secret, so its value would be printed; add secret: true to it."
        ],
    ),
    (
        "an excerpt without a length",
        PROGRAM,
        [("{kind: excerpt, longest: 400}", "{kind: excerpt}")],
        ["spec/program.yaml:60: formats.excerpt: An excerpt needs longest, the characters it may have."],
    ),
    (
        "a completion from an unknown command",
        PROGRAM,
        [("models: {from: models,", "models: {from: modls,")],
        [
            "spec/program.yaml:91: completions.models.from: Unknown name 'modls'; commands with rows and a request with cache are models."
        ],
    ),
    (
        "a completion from a command that keeps no list",
        PROGRAM,
        [("models: {from: models,", "models: {from: chat,")],
        [
            "spec/program.yaml:91: completions.models.from: Unknown name 'chat'; commands with rows and a request with cache are models."
        ],
    ),
    (
        "a completion of an unknown column",
        PROGRAM,
        [("{from: models, value: id,", "{from: models, value: idd,")],
        [
            "spec/program.yaml:91: completions.models.value: Unknown name 'idd'; columns of models are id, provider, type, price, features, context_length, max_completion_tokens, input_price, output_price, per_request_price, per_second_price, currency, endpoints, api_doc_url."
        ],
    ),
    (
        "a completion described by an unknown column",
        PROGRAM,
        [("describe: [provider, price]", "describe: [provder, price]")],
        [
            "spec/program.yaml:91: completions.models.describe.0: Unknown name 'provder'; columns of models are id, provider, type, price, features, context_length, max_completion_tokens, input_price, output_price, per_request_price, per_second_price, currency, endpoints, api_doc_url."
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
