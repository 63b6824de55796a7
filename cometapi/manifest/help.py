"""Help texts, laid out from data: those of commands when they are asked for, the program's own by the press."""

from cometapi.manifest.arguments import arguments_of, deprecation, sections

WIDTH = 80  # columns of help texts
COLUMN = 28  # where the explanation of an option begins
NAME_COLUMN = 18  # where the explanation of a command or topic begins
HELP, VERSION = ("-h, --help", "Show this help."), ("-V, --version", "Show the version.")


def command_help(program, command, sets, settings):
    """The help text of a command, from its data and those of the option sets and settings that it uses."""
    rows = [(title, [row(one, settings) for one in found]) for title, found in sections(command, sets)]
    rows[-1][1].append(HELP)
    parts = [f"Usage: {usage(program, command)}", wrap(command["summary"])]
    parts += [wrap(command["description"])] if "description" in command else []
    parts += [wrap(warning(program, command))] if "deprecated" in command else []
    parts.append(section("Examples", examples_text(command["examples"])))
    parts += [section(title, columns(found)) for title, found in rows]
    return "\n\n".join(parts) + "\n"


def usage(program, command):
    """The usage line of a command, without the word "usage"."""
    arguments = arguments_of(command)
    words = [one.signature for one in arguments if one.positional]
    words += [f"{one.flag} {one.metavar}" for one in arguments if one.required]
    return " ".join([program, command["name"], *words, "[options]"])


def warning(program, command):
    """The warning about a command that is on its way out; empty for any other."""
    facts = command.get("deprecated")
    return deprecation(f"{program} {command['name']}", facts, f"{program} ") if facts else ""


def row(one, settings):
    """How an argument is written, and what there is to say of it."""
    return one.signature.strip("[]") if one.positional else one.signature, full_help(one, settings)


def full_help(one, settings):
    """An argument's sentence, followed by the facts derived from its declaration."""
    return " ".join([one.help, *(f"[{note}]" for note in notes(one, settings))])


def notes(one, settings):
    """The facts of an argument that its sentence does not say: choices, range, default, environment, setting."""
    words = settings if one.choices == "$settings" else one.choices
    if words and words != "$help":
        yield f"choices: {', '.join(words)}"
    if one.range:
        low, high = one.range
        yield f"{low} or more" if high is None else f"{low} to {high}"
    if one.repeat and one.flags:
        yield "may be repeated"
    setting = settings.get(one.default_from, {})
    default = setting.get("default") if one.default is None else one.default
    if default is not None:
        yield f"default: {default}"
    if one.secret:
        yield "- reads a pipe"
    for variable in (one.environment, setting.get("environment")):
        if variable:
            yield f"env: {variable}"
    if one.default_from:
        yield f"setting: {one.default_from}"
    if one.deprecated:
        yield f"deprecated; use {one.deprecated['use']}" if "use" in one.deprecated else "deprecated"


def examples_text(examples):
    """Examples with their sentence above."""
    return "\n".join(f"  # {one['help']}\n  {one['run']}" for one in examples)


def program_start(model):
    """How the help text of the program begins: what it is, and its commands."""
    rows = [(one.words, one.brief) for one in model.commands]
    usage = f"Usage: {model.name} [options] COMMAND ..."
    return "\n\n".join(
        [usage, wrap(model.summary), wrap(model.description), section("Commands", columns(rows, name_column(rows)))]
    )


def program_options(model):
    """The part of the program's help text about options."""
    shared = [(one.signature, one.help) for one in model.common_options]
    title = "Options, before or after the command where it takes them"
    return section(title, columns([*shared, HELP, VERSION]))


def program_end(model):
    """How the help text of the program ends: its topics, and a first step."""
    rows = [(one.name, one.summary) for one in model.topics]
    topics = section(f"Topics, with {model.name} help TOPIC", columns(rows, NAME_COLUMN))
    start = model.program["start_with"]
    return f"{topics}\n" + (
        f"\nStart with: {model.name} {model.flags['sandbox'][0]} {start}   (no key needed)\n" if start else ""
    )


def group_help(program, words, commands):
    """The help text of the commands that begin with some words; ``commands`` maps each command's words to its summary."""
    rows = [(name, summary) for name, summary in commands.items() if name.startswith(f"{words} ")]
    parts = [
        f"Usage: {program} {words} COMMAND [options]",
        section("Commands", columns(rows, name_column(rows))),
        f"Details: {program} {words} COMMAND --help",
    ]
    return "\n\n".join(parts) + "\n"


def topic_help(model, topic):
    """The help text of a topic: its prose and its derived table."""
    parts = [topic.summary, topic.text.strip()]
    rows = topic_rows(model, topic)
    if rows:
        parts.append(columns(rows[1:], max(len(row[0]) for row in rows) + 4))
    return "\n\n".join(parts) + "\n"


def topic_rows(model, topic):
    """The rows of a topic's derived table, header first; empty without a table."""
    from cometapi.manifest.output_formats import FORMATS

    settings = model.program["settings"]
    tables = {
        "exits": [
            ("Code", "Meaning"),
            *((str(one["code"]), one["meaning"]) for one in model.program["exits"].values()),
        ],
        "environment": [
            ("Variable", "Meaning"),
            *((one["environment"], one["help"]) for one in settings.values() if "environment" in one),
            *variable_rows(model),
        ],
        "settings": [("Setting", "Meaning"), *((name, setting_help(one)) for name, one in settings.items())],
        "formats": [("Format", "What it is"), *((name, one["help"]) for name, one in FORMATS.items())],
    }
    return tables[topic.table] if topic.table else []


def variable_rows(model):
    """The variables that give the value of one option: (variable, whose value it is)."""
    options: dict[tuple, list[str]] = {}
    for command in model.commands:
        for one in command.options:
            if one.environment and not one.hidden:
                options.setdefault((one.environment, one.flag, one.help), []).append(f"{model.name} {command.words}")
    return [(name, f"{flag} of {', '.join(of)}: {text}") for (name, flag, text), of in options.items()]


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
        wrapped = wrap(right, WIDTH - column).split("\n")
        if len(left) + 4 > column:
            lines.append(f"  {left}")
            left = ""
        lines.append(f"  {left:<{column - 2}}{wrapped[0]}")
        lines.extend(" " * column + line for line in wrapped[1:])
    return "\n".join(lines)


def wrap(text, width=WIDTH):
    """A paragraph in lines, cut between words; not by textwrap, whose import costs more than all help texts."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])
