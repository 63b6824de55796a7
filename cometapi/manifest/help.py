"""Help texts, laid out once by the press so that --help has nothing left to do."""

import textwrap

WIDTH = 80  # columns of help texts
COLUMN = 28  # where the explanation of an option begins
NAME_COLUMN = 18  # where the explanation of a command or topic begins


def command_help(model, command):
    """The help text of a command."""
    parts = [f"Usage: {command.usage}", wrap(command.summary)]
    if command.description:
        parts.append(wrap(command.description))
    parts.append(section("Examples", examples_text(command.examples)))
    for title, arguments in (("Arguments", command.positionals), ("Options", command.own_options)):
        if arguments:
            parts.append(
                section(
                    title,
                    columns(
                        [
                            (one.signature.strip("[]") if one.positional else one.signature, one.full_help)
                            for one in arguments
                        ]
                    ),
                )
            )
    shared = [(one.signature, one.full_help) for one in command.shared]
    parts.append(section("Shared options", columns([*shared, ("-h, --help", "Show this help.")])))
    return "\n\n".join(parts) + "\n"


def examples_text(examples):
    """Examples with their sentence above."""
    return "\n".join(f"  # {one['help']}\n  {one['run']}" for one in examples)


def program_help(model):
    """The help text of the program."""
    rows = [(one.words, one.summary) for one in model.commands]
    shared = [(one.signature, one.help) for one in model.common_options]
    own = [("-h, --help", "Show this help."), ("-V, --version", "Show the version.")]
    topics = [(one.name, one.summary) for one in model.topics]
    parts = [
        f"Usage: {model.name} [options] COMMAND ...",
        wrap(model.summary),
        wrap(model.description),
        section("Commands", columns(rows, name_column(rows))),
        section("Options, before or after the command where it takes them", columns([*shared, *own])),
        section(f"Topics, with {model.name} help TOPIC", columns(topics, NAME_COLUMN)),
    ]
    if model.program["start_with"]:
        parts.append(f"Start with: {model.name} --sandbox {model.program['start_with']}   (no key needed)")
    return "\n\n".join(parts) + "\n"


def group_help(model, word, commands):
    """The help text of commands that begin with one word."""
    rows = [(one.words, one.summary) for one in commands]
    usage = f"Usage: {model.name} {word} COMMAND [options]"
    return (
        "\n\n".join(
            [
                usage,
                section("Commands", columns(rows, name_column(rows))),
                f"Details: {model.name} {word} COMMAND --help",
            ]
        )
        + "\n"
    )


def topic_help(model, topic):
    """The help text of a topic: its prose and its derived table."""
    parts = [topic.summary, topic.text.strip()]
    rows = topic_rows(model, topic)
    if rows:
        parts.append(columns(rows[1:], max(len(row[0]) for row in rows) + 4))
    return "\n\n".join(parts) + "\n"


def topic_rows(model, topic):
    """The rows of a topic's derived table, header first; empty without a table."""
    settings = model.program["settings"]
    tables = {
        "exits": [
            ("Code", "Meaning"),
            *((str(one["code"]), one["meaning"]) for one in model.program["exits"].values()),
        ],
        "environment": [
            ("Variable", "Meaning"),
            *((one["environment"], one["help"]) for one in settings.values() if "environment" in one),
        ],
        "settings": [("Setting", "Meaning"), *((name, setting_help(one)) for name, one in settings.items())],
        "formats": FORMAT_ROWS,
    }
    return tables[topic.table] if topic.table else []


FORMAT_ROWS = [
    ("Format", "What it is"),
    ("table", "Columns for reading, fitted to the terminal; an answer's plain text."),
    ("json", "One JSON value, indented."),
    ("yaml", "The same as YAML."),
    ("csv", "A header line and one line a record, RFC 4180."),
    ("markdown", "A Markdown table; an answer's own Markdown, untouched."),
]


def setting_help(one):
    """The help of a setting with its facts."""
    notes = []
    if "choices" in one:
        notes.append("choices: " + ", ".join(one["choices"]))
    if "default" in one:
        notes.append(f"default: {one['default']}")
    if "environment" in one:
        notes.append(f"env: {one['environment']}")
    return " ".join([one["help"], *(f"[{note}]" for note in notes)])


def section(title, text):
    """A titled block of a help text."""
    return f"{title}:\n{text}"


def name_column(rows):
    """Where the explanations of commands begin, so that each stands beside its name."""
    return max(NAME_COLUMN, max(len(name) for name, _ in rows) + 4)


def columns(rows, column=COLUMN):
    """Rows of (left, right) in two columns, the right one wrapped; a long left one has its line to itself."""
    lines = []
    for left, right in rows:
        wrapped = textwrap.wrap(right, WIDTH - column, break_long_words=False, break_on_hyphens=False) or [""]
        if len(left) + 4 > column:
            lines.append(f"  {left}")
            left = ""
        lines.append(f"  {left:<{column - 2}}{wrapped[0]}")
        lines.extend(" " * column + line for line in wrapped[1:])
    return "\n".join(lines)


def wrap(text, width=WIDTH):
    """A paragraph in lines."""
    return textwrap.fill(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)
