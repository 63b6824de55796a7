"""The tables that the press makes for topics of ``help``: what the program's data say, told to people."""

from cometapi.manifest.arguments import mark
from cometapi.manifest.help import full_help
from cometapi.manifest.output_formats import FORMATS


def topic_data(model, topic):
    """What the runtime needs of a topic: its summary, its text, its tables as pairs of a title and rows; of a guide its
    steps, each a text and what is typed, and how it is tried."""
    tables = [(title, rows) for title, _, rows in topic_tables(model, topic)]
    data = {"summary": topic.summary, "text": topic.text.strip(), "tables": tables}
    if not topic.steps:
        return data
    return {**data, "steps": [(one["text"], one.get("run", "").strip()) for one in topic.steps], "trial": trial(model)}


def trial(model):
    """How the steps of a guide are tried without a key; empty for a program without a sandbox to run."""
    found = [one.words for one in model.commands if one.data.get("run") == "sandbox:run"]
    return TRIAL.format(call=f"{model.name} {found[0]}") if found else ""


TRIAL = (
    "To try the steps without a key, at no cost, run {call} in another terminal, and set the variables that it prints."
)


def topic_tables(model, topic):
    """The derived tables of a topic: a list of (title, head, rows); most have one, without a title."""
    if topic.table == "options":
        return option_tables(model, topic.name)
    if topic.table == "finishes":
        return finish_tables(model)
    if not topic.table:
        return []
    head, rows = TABLES[topic.table](model)
    return [("", head, rows)]


def option_tables(model, topic):
    """The options that a topic lists in the place of each command's help, by the titles of their sets."""
    found: dict[str, list] = {}
    for name, facts in model.sets.items():
        if facts.get("topic") == topic:
            found.setdefault(facts["title"], []).extend(one for one in model.set_arguments[name] if not one.hidden)
    settings = model.program["settings"]
    tables = [[(one.signature, full_help(one, settings)) for one in options] for options in found.values()]
    return [(title, ("Option", "Meaning"), rows) for title, rows in zip(found, tables, strict=True)]


ENDS = {  # what becomes of an answer by the kind of its finish reason, where the protocol does not say more
    "whole": "It is complete.",
    "short": "It ran into a length limit: printed with a note.",
    "refused": "The service withheld it or a part of it: an error.",
    "failed": "The service failed before it was complete: an error.",
}


def finish_tables(model):
    """Why answers end, by the command that speaks the protocol."""
    protocols = [one for one in model.program["protocols"].values() if "finish" in one]
    return [(one["command"], ("Finish reason", "Meaning"), finish_rows(one["finish"])) for one in protocols]


def finish_rows(finish):
    """The reasons of one protocol with what each means."""
    named = [(kind, one, reasons) for kind, reasons in finish.items() for one in reasons]
    return [(one, reasons[one] if isinstance(reasons, dict) else ENDS[kind]) for kind, one, reasons in named]


def exits(model):
    """Every exit code."""
    return ("Code", "Meaning"), [(str(one["code"]), one["meaning"]) for one in model.program["exits"].values()]


CLOCK = (
    "Moment at which the clock of the sandbox stands, such as 2026-03-25, for output that is to look the same on every"
    " day; its samples count from now when it is not set."
)


def variables(model):
    """Every variable: those of settings, then those that give the value of one option."""
    settings = model.program["settings"].values()
    own = [(one["environment"], variable_help(model, one)) for one in settings if "environment" in one]
    return ("Variable", "Meaning"), [*own, *clock(model), *variables_of_options(model)]


def variable_help(model, one):
    """What the variable of a setting is for; of a deprecated one also which variable to use instead."""
    facts = one.get("deprecated", {})
    instead = model.program["settings"].get(facts.get("use"), {}).get("environment")
    told = {**facts, "use": instead} if instead else facts
    return f"{one['help']} [{mark(told)}]" if facts else one["help"]


def clock(model):
    """The variable that stops the sandbox's clock: one row, or none."""
    facts = model.program["sample_times"] or {}
    return [(facts["environment"], CLOCK)] if "environment" in facts else []


def variables_of_options(model):
    """The variables that give the value of one option: (variable, whose value it is)."""
    options: dict[tuple, list[str]] = {}
    for command in model.commands:
        for one in command.options:
            if one.environment and not one.hidden:
                options.setdefault((one.environment, one.flag, one.brief), []).append(f"{model.name} {command.words}")
    return [(name, f"{flag} of {', '.join(of)}: {text}") for (name, flag, text), of in options.items()]


def settings(model):
    """Every setting."""
    rows = [(name, setting_help(one)) for name, one in model.program["settings"].items()]
    return ("Setting", "Meaning"), rows


def setting_help(one):
    """The help of a setting with its facts."""
    notes = []
    if "choices" in one:
        notes.append("choices: " + ", ".join(one["choices"]))
    if "default" in one:
        notes.append(f"default: {one['default']}")
    if "environment" in one:
        notes.append(f"env: {one['environment']}")
    if "deprecated" in one:
        notes.append(mark(one["deprecated"]))
    return " ".join([one["help"], *(f"[{note}]" for note in notes)])


def files(model):
    """The files of the user that the program reads and writes, with what is in them."""
    runs = {one.data.get("run", "").partition(":")[0] for one in model.commands}
    creates = any("creates" in one.data for one in model.commands)
    has = {**dict.fromkeys(model.program["settings"], True), **dict.fromkeys(runs, True), "creates": creates}
    return [(path.format(name=model.name), about) for path, needs, about in FILES if not needs or has.get(needs)]


# Files of the user, what of the program they are there for (a setting, or a room of cometapi/commands), what they hold.
FILES = [
    ("~/.config/{name}/config.toml", "", "Settings, profiles and, unless they are kept elsewhere, keys."),
    ("~/.config/{name}/aliases.yaml", "alias", "Short names for models and command lines."),
    ("~/.config/{name}/templates/", "template", "Prompts with a name."),
    ("~/.local/state/{name}/history.db", "history", "Conversations and calls, unless they are not to be kept."),
    (
        "~/.local/state/{name}/journal.db",
        "creates",
        "Paid tasks that were started on this machine, without their prompts.",
    ),
    ("~/.local/state/{name}/ledger.db", "max_cost_per_day", "What was spent today, if max_cost_per_day is set."),
    ("~/.cache/{name}/", "", "What can be fetched again, and lists for completion."),
]


def formats(_model):
    """Every output format."""
    return ("Format", "What it is"), [(name, one["help"]) for name, one in FORMATS.items()]


def guides(model):
    """Every guide, in the order in which they are read."""
    return ("Guide", "What it shows"), [(one.name, one.summary) for one in model.guides]


def agents(model):
    """Every coding agent, and what leads it to the gateway, or why nothing does."""
    found = sorted(model.agents.values(), key=lambda one: (not one["programs"], "unsupported" in one, one["agent"]))
    return ("Agent", "How it is run"), [(one["agent"], agent_help(one)) for one in found]


def agent_help(one):
    """What is done for one agent, in sentences."""
    if "unsupported" in one:
        return f"{one['title']} cannot be run. {one['unsupported']}"
    with_model = [name for name, value in one["set"].items() if "{model}" in str(value)]
    sets = ", ".join(name for name in one["set"] if name not in with_model or "{token}" in str(one["set"][name]))
    chosen = f" Its model is --model, or the setting {one['default_from']}." if "default_from" in one else ""
    arguments = " Gets arguments of its own, too." if one["arguments"] else ""
    model = f"With --model also {', '.join(with_model)}." if with_model and not chosen else ""
    return f"{one['title']}: sets {sets}.{arguments}{chosen} {model}".strip()


TABLES = {
    "exits": exits,
    "environment": variables,
    "settings": settings,
    "formats": formats,
    "guides": guides,
    "agents": agents,
}
