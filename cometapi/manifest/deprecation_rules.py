"""Rules about what is deprecated: it names what to use instead, and it is gone when its version has come."""

from cometapi.manifest.compile_arguments import main_flag
from cometapi.manifest.traverse import declared_arguments, unknown


def numbers(version):
    """The numbers of a version, which compare as versions do; a version in development counts as the one to come."""
    return [int(part) for part in version.split(".")[:3]]


def deprecated(source):
    """Everything deprecated in a file: (path of its ``deprecated``, what it is, its facts)."""
    data = source.data
    if "deprecated" in data:
        yield ("deprecated",), data["command"], data["deprecated"]
    for name, one in data.get("settings", {}).items() if isinstance(data.get("settings"), dict) else ():
        if "deprecated" in one:
            yield ("settings", name, "deprecated"), name, one["deprecated"]
    for path, item in declared_arguments(data):
        if "deprecated" in item:
            yield (
                (*path, "deprecated"),
                main_flag(item["flags"]) if "flags" in item else item["name"],
                item["deprecated"],
            )


def removals_are_done(sources, version):
    """What the program still has though its version is the one that no longer has it."""
    for source in [sources.program, *sources.commands.values()]:
        for path, name, facts in deprecated(source):
            if "remove" in facts and numbers(facts["remove"]) <= numbers(version):
                sentence = f"{name} was to be removed in {facts['remove']}, and this is {version}; remove it."
                yield source.finding((*path, "remove"), sentence)


def commands_to_use_exist(sources):
    """Deprecated commands that name no command to use instead, or themselves."""
    names = {source.data["command"] for source in sources.commands.values()}
    for source in sources.commands.values():
        facts = source.data.get("deprecated", {})
        if "use" in facts and facts["use"] not in names - {source.data["command"]}:
            yield source.finding(("deprecated", "use"), f"There is no other command {facts['use']!r}.")


def settings_to_use_exist(sources):
    """Deprecated settings whose versions run backwards, or that name a setting to use instead that cannot be it."""
    settings = sources.program.data["settings"]
    for name, one in settings.items():
        facts = one.get("deprecated")
        if facts:
            for key, sentence in setting_faults(settings, name, facts):
                yield sources.program.finding(("settings", name, "deprecated", key), sentence)


def setting_faults(settings, name, facts):
    """The faults of one deprecated setting: (key, sentence)."""
    if "remove" in facts and numbers(facts["remove"]) <= numbers(facts["since"]):
        yield "remove", f"{facts['remove']} is no later than {facts['since']}."
    use = facts.get("use")
    if use is None:
        return
    if use not in settings:
        yield "use", unknown(use, settings)
    elif use == name:
        yield "use", "A setting cannot be used instead of itself."
    elif "deprecated" in settings[use]:
        yield "use", f"{use} is deprecated itself."
    elif "profile" in (name, use):
        yield "use", "The profile cannot be renamed: it is read before all other settings."
    elif any(settings[name].get(key) != settings[use].get(key) for key in ("secret", "type", "supplies")):
        yield "use", f"{use} takes other values: secret, type and supplies must be the same."
