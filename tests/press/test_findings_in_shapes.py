"""What one file says wrongly on its own: YAML, keys, kinds of values."""

from project import each, refused, small_copy

from codegen.__main__ import press

CHAT = "commands/chat.yaml"
HELP = "commands/help.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"
PROTOCOL = "protocols/chat.yaml"

# fault, file, (text, what stands there instead) ..., findings
FAULTS = [
    (
        "broken YAML",
        CHAT,
        [("cost: paid", "cost: [paid")],
        ["spec/commands/chat.yaml:7: file: This [ is not closed."],
    ),
    (
        "a control character",
        CHAT,
        [("cost: paid", "cost: \x01")],
        [
            "spec/commands/chat.yaml:1: file: Invalid YAML: unacceptable character #x0001: special characters are not allowed."
        ],
    ),
    (
        "two documents",
        CHAT,
        [("cost: paid", "---\ncost: paid")],
        ["spec/commands/chat.yaml:7: file: Invalid YAML: but found another document."],
    ),
    ("an empty file", HELP, [(None, "")], ["spec/commands/help.yaml:1: file: The file is empty."]),
    ("a list for a file", HELP, [(None, "- a\n")], ["spec/commands/help.yaml:1: file: This must be keys with values."]),
    (
        "a key that stands twice",
        CHAT,
        [("cost: paid", "cost: paid\neffect: read")],
        ["spec/commands/chat.yaml:8: effect: Duplicate key; first defined in line 6."],
    ),
    (
        "an anchor",
        CHAT,
        [("to: body/temperature", "to: &here body/temperature")],
        ["spec/commands/chat.yaml:28: &here: Anchors, aliases and tags are not supported; write the value out."],
    ),
    (
        "an alias nobody declared",
        CHAT,
        [("to: body/temperature", "to: *here")],
        ["spec/commands/chat.yaml:28: file: Invalid YAML: found undefined alias 'here'."],
    ),
    (
        "an unknown key",
        CHAT,
        [("cost: paid", "costs: paid")],
        ["spec/commands/chat.yaml:7: costs: Unknown key; did you mean cost?"],
    ),
    (
        "an unknown key with nothing near",
        CHAT,
        [("cost: paid", "zebra: paid")],
        ["spec/commands/chat.yaml:7: zebra: Unknown key; allowed here: KEYS"],
    ),
    (
        "an unknown key of an option",
        CHAT,
        [("    complete: models\n", "    completes: models\n")],
        ["spec/commands/chat.yaml:12: arguments.0.completes: Unknown key; did you mean complete?"],
    ),
    (
        "two unknown keys",
        CHAT,
        [("    complete: models\n", "    completes: models\n    zebra: x\n")],
        [
            "spec/commands/chat.yaml:12: arguments.0.completes: Unknown key; did you mean complete?",
            "spec/commands/chat.yaml:13: arguments.0.zebra: Unknown key; allowed here: KEYS",
        ],
    ),
    (
        "a misspelt flags",
        CHAT,
        [("- flags: [--max-tokens]", "- flag: [--max-tokens]")],
        [
            "spec/commands/chat.yaml:30: arguments.4: The key flags is missing.",
            "spec/commands/chat.yaml:30: arguments.4.flag: Unknown key; did you mean flags?",
        ],
    ),
    ("a missing key", CHAT, [("effect: write\n", "")], ["spec/commands/chat.yaml:1: file: The key effect is missing."]),
    (
        "two missing keys",
        CHAT,
        [("summary: Send one message and print the answer while it arrives.\n", ""), ("effect: write\n", "")],
        [
            "spec/commands/chat.yaml:1: file: The key effect is missing.",
            "spec/commands/chat.yaml:1: file: The key summary is missing.",
        ],
    ),
    (
        "a missing key of a positional",
        CHAT,
        [("    help: What to say; read from a pipe when left out.\n", "")],
        ["spec/commands/chat.yaml:19: arguments.2: The key help is missing."],
    ),
    (
        "a key of options on a positional",
        CHAT,
        [("  - name: message\n", "  - name: message\n    default: hi\n")],
        ["spec/commands/chat.yaml:20: arguments.2.default: Unknown key; allowed here: KEYS"],
    ),
    (
        "text for a list",
        CHAT,
        [("use: [output]", "use: output")],
        ["spec/commands/chat.yaml:40: use: 'output' must be a list."],
    ),
    (
        "a list for text",
        CHAT,
        [("method: POST", "method: [POST]")],
        ["spec/commands/chat.yaml:41: request.method: This must be one of GET, POST, PUT, PATCH, DELETE."],
    ),
    (
        "a number for text",
        CHAT,
        [("metavar: N", "metavar: 1")],
        ["spec/commands/chat.yaml:33: arguments.4.metavar: 1 must be text. Put it in quotes."],
    ),
    (
        "an unknown effect",
        CHAT,
        [("effect: write", "effect: wrte")],
        ["spec/commands/chat.yaml:6: effect: 'wrte' must be one of read, write, destroy."],
    ),
    (
        "an unknown type",
        CHAT,
        [("type: integer", "type: int")],
        ["spec/commands/chat.yaml:31: arguments.4.type: 'int' must be one of TYPES"],
    ),
    (
        "true only",
        CHAT,
        [("optional: true", "optional: false")],
        ["spec/commands/chat.yaml:20: arguments.2.optional: false must be true."],
    ),
    (
        "a place nobody knows",
        CHAT,
        [("to: body/max_tokens", "to: boddy/max_tokens")],
        [
            "spec/commands/chat.yaml:34: arguments.4.to: 'boddy/max_tokens' must start with one of path/, query/, header/, body/, followed by a key, or be the whole body."
        ],
    ),
    (
        "a place without key",
        CHAT,
        [("to: body/max_tokens", "to: query")],
        [
            "spec/commands/chat.yaml:34: arguments.4.to: 'query' must start with one of path/, query/, header/, body/, followed by a key, or be the whole body."
        ],
    ),
    (
        "a flag with capitals",
        CHAT,
        [("[--max-tokens]", "[--maxTokens]")],
        ["spec/commands/chat.yaml:30: arguments.4.flags.0: '--maxTokens' must be a flag such as --colour or -c."],
    ),
    (
        "a command with capitals",
        HELP,
        [("command: help", "command: Help")],
        ["spec/commands/help.yaml:1: command: 'Help' must be words of small letters, digits and hyphens."],
    ),
    (
        "a run without function",
        HELP,
        [("run: help:run", "run: help")],
        ["spec/commands/help.yaml:4: run: 'help' must name a function of cometapi/commands, such as help:run."],
    ),
    (
        "a path without slash",
        CHAT,
        [("path: /chat", "path: chat")],
        ["spec/commands/chat.yaml:41: request.path: 'chat/completions' must begin with /."],
    ),
    (
        "a sample with a path",
        CHAT,
        [("file: chat.json", "file: ../chat.json")],
        ["spec/commands/chat.yaml:53: samples.0.file: '../chat.json' must be the name of a file of spec/replies."],
    ),
    (
        "a long summary",
        CHAT,
        [("summary: Send one message and", "summary: Send one message, and then wait for what comes, and")],
        ["spec/commands/chat.yaml:2: summary: This is 86 characters long; the maximum is 72."],
    ),
    (
        "a summary without full stop",
        CHAT,
        [("it arrives.\ndescr", "it arrives\ndescr")],
        [
            "spec/commands/chat.yaml:2: summary: 'Send one message and print the answer while it arrives' must end with a full stop."
        ],
    ),
    (
        "choices of numbers",
        MODELS,
        [("choices: [catalog, openai]", "choices: [catalog, 2]")],
        ["spec/commands/models.yaml:35: arguments.5.choices.1: 2 must be text. Put it in quotes."],
    ),
    (
        "choices the wrong way round",
        MODELS,
        [("choices: [catalog, openai]", "choices: {1: catalog, 2: openai}")],
        ["spec/commands/models.yaml:35: arguments.5.choices: 1 must be text. Put it in quotes."],
    ),
    (
        "a word for choices",
        MODELS,
        [("choices: [catalog, openai]", "choices: catalog")],
        [
            "spec/commands/models.yaml:35: arguments.5.choices: 'catalog' must be a list or keys with values or $settings or $help or $commands or $agents or $formats or $protocols."
        ],
    ),
    (
        "a number for choices",
        MODELS,
        [("choices: [catalog, openai]", "choices: 7")],
        [
            "spec/commands/models.yaml:35: arguments.5.choices: 7 must be a list or keys with values or $settings or $help or $commands or $agents or $formats or $protocols."
        ],
    ),
    (
        "a range of one number",
        CHAT,
        [("range: [0, 2]", "range: [0]")],
        ["spec/commands/chat.yaml:27: arguments.3.range: At least 2 entries are required here, not 1."],
    ),
    (
        "one route",
        MODELS,
        [("  - when: {--source: openai}", "  - when: {}")],
        ["spec/commands/models.yaml:41: routes.0.when: At least 1 key is required here, not 0."],
    ),
    (
        "no examples",
        HELP,
        [
            ("  - {run: cometapi help model info, help: The same as cometapi model info --help.}\n", ""),
            ("  - {run: cometapi help exit-codes, help: What each exit code means.}\n", ""),
            ("examples:\n", "examples: []\n"),
        ],
        ["spec/commands/help.yaml:7: examples: At least 1 entry is required here, not 0."],
    ),
    (
        "a place without a way",
        PROTOCOL,
        [(', at: "choices/{index}/message", how: join', ', at: "choices/{index}/message"')],
        ["spec/protocols/chat.yaml:29: assemble.1.at: at requires how."],
    ),
    (
        "events and no assembly",
        PROTOCOL,
        [("assemble:", "assembly:")],
        [
            "spec/protocols/chat.yaml:11: events: events requires assemble.",
            "spec/protocols/chat.yaml:27: assembly: Unknown key; did you mean assemble?",
        ],
    ),
    (
        "an exit over 255",
        PROGRAM,
        [("code: 130", "code: 1300")],
        ["spec/program.yaml:114: exits.interrupted.code: 1300 must be 255 or less."],
    ),
    (
        "a status that is no status",
        PROGRAM,
        [("statuses: [401, 403]", "statuses: [401, 43]")],
        ["spec/program.yaml:111: exits.authentication_error.statuses.1: 43 must be 300 or more."],
    ),
    (
        "a variable in small letters",
        PROGRAM,
        [("environment: COMETAPI_KEY", "environment: cometapi_key")],
        ["spec/program.yaml:11: settings.api_key.environment: 'cometapi_key' must be a name such as API_KEY."],
    ),
    (
        "a name with capitals",
        PROGRAM,
        [("program: cometapi", "program: CometAPI")],
        ["spec/program.yaml:2: program: 'CometAPI' must be one word of small letters, digits, _ and -."],
    ),
    (
        "a name that is a number",
        PROGRAM,
        [("  usd: {kind: money}", "  1: {kind: money}")],
        ["spec/program.yaml:53: formats: 1 must be text. Put it in quotes."],
    ),
    (
        "a word for true",
        PROGRAM,
        [("    secret: true", "    true: true")],
        ["spec/program.yaml:12: settings.api_key.True: Unknown key; allowed here: KEYS"],
    ),
    (
        "a divisor of nothing",
        PROGRAM,
        [("usd: {kind: money}", "usd: {kind: money, divide: 0}")],
        ["spec/program.yaml:56: formats.usd.divide: 0 must be more than 0."],
    ),
    (
        "a topic with an unknown table",
        "topics/formats.yaml",
        [("table: formats", "table: format")],
        [
            "spec/topics/formats.yaml:3: table: 'format' must be one of exits, environment, settings, formats, options, finishes, guides, agents."
        ],
    ),
    (
        "a reply that is not valid JSON",
        "replies/chat.json",
        [("{", "{,")],
        [
            "spec/replies/chat.json:1: file: Invalid JSON in column 2: expecting property name enclosed in double quotes."
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings


def test_an_unknown_key_names_every_known_one(tmp_path):
    spec = small_copy(tmp_path)
    path = spec / "spec" / "topics" / "formats.yaml"
    path.write_text(path.read_text() + "zebra: 1\n")
    _, found = press(spec)
    assert [finding.sentence for finding in found] == [
        "Unknown key; allowed here: guide, steps, summary, table, text, topic."
    ]
