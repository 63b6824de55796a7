"""Where everything has its place on the site: addresses by what they are about."""

from codegen.site.names import anchor, file_name, flag_anchor

INDEX, SETTINGS, EXITS, VARIABLES = "all", "reference/settings", "reference/exit-codes", "reference/environment"
COMMANDS, LANGUAGE, WRITE, CHANGES = "commands/index", "manifest/index", "manifest/write-a-cli", "changes"


def command_path(command):
    """The page of a command."""
    return f"commands/{file_name(command.stem)}"


def group_path(words):
    """The page of words that open several commands."""
    return f"groups/{file_name(words.replace(' ', '-'))}"


def topic_path(name):
    """The page of a topic or a guide."""
    return f"topics/{file_name(name)}"


def language_path(kind):
    """The page of a kind of file of the manifest."""
    return f"manifest/{file_name(kind)}"


def variables_of(model):
    """The variables of the environment that the program reads, each with what it is: (name, kind, subject)."""
    for name, facts in model.program["settings"].items():
        if "environment" in facts:
            yield facts["environment"], "setting", name
    clock = (model.program["sample_times"] or {}).get("environment")
    if clock:
        yield clock, "clock", ""
    seen = set()
    for command in model.commands:
        for one in command.options:
            if one.environment and not one.hidden and one.environment not in seen:
                seen.add(one.environment)
                yield one.environment, "option", one.flag


def places(model):
    """Addresses of what texts may name: dicts by kind of thing."""
    groups = {words: f"{group_path(words)}.html" for words in model.openers}
    commands = {one.words: f"{command_path(one)}.html" for one in model.commands}
    flags = {flag for command in model.commands for one in command.options for flag in one.shown}
    return {
        "commands": {**groups, **commands},
        "topics": {one.name: f"{topic_path(one.name)}.html" for one in model.topics},
        "options": {flag: f"{INDEX}.html#{flag_anchor(flag)}" for flag in sorted(flags)},
        "variables": {name: f"{VARIABLES}.html#{anchor('variable', name)}" for name, *_ in variables_of(model)},
        "settings": {name: f"{SETTINGS}.html#{anchor('setting', name)}" for name in model.program["settings"]},
        "exits": {
            str(one["code"]): f"{EXITS}.html#{anchor('exit', str(one['code']))}"
            for one in model.program["exits"].values()
        },
    }
