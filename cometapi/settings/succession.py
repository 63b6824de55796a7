"""Deprecated settings: the value of an old one counts for the setting to use instead, with a warning."""

from cometapi.advice import advice
from cometapi.errors import ConfigurationError
from cometapi.manifest.arguments import deprecation
from cometapi.settings.lines import place
from cometapi.settings.secrets import Kept


def older(declared):
    """The deprecated settings by the name of the one to use instead: a dict of lists."""
    found: dict[str, list[str]] = {}
    for name, facts in declared.items():
        if "use" in facts.get("deprecated", {}):
            found.setdefault(facts["deprecated"]["use"], []).append(name)
    return found


def values(settings, name, look):
    """What one source has for a setting or for an older one: ``(origin, value)``, looked up by ``look(name)``.

    Raises ConfigurationError when it has two different values.
    """
    names = [name, *settings.older.get(name, ())]
    if len(names) == 1 and "deprecated" not in settings.declared[name]:
        yield from look(name)
        return
    found = [(one, *pair) for one in names for pair in look(one)]
    for one, origin, value in found:
        warn(settings, one, origin)
        if one != name and not is_same(value, found[0][2]):
            raise differing(settings, name, one, origin)
    yield from ((origin, value) for _, origin, value in found)


def is_same(value, other):
    """Whether two values are one, as far as can be told without fetching what is kept elsewhere."""
    return value == other or isinstance(value, Kept) or isinstance(other, Kept)


def warn(settings, name, origin):
    """Warn once a call that a deprecated setting has a value, by its variable or where it stands in the file."""
    facts = settings.declared[name].get("deprecated")
    if not facts:
        return
    instead = settings.declared.get(facts.get("use"), {})
    if origin.startswith("environment"):
        variable = settings.declared[name]["environment"]
        told = {**facts, "use": instead["environment"]} if "environment" in instead else facts
        settings.tell(deprecation(variable, told))
        return
    where = place(settings.path, name, table(origin))
    settings.tell(f"{where}: {deprecation(name, facts)}")


def differing(settings, name, old, origin):
    """The ConfigurationError of a setting that has one value by its own name and another by an old one."""
    if origin.startswith("environment"):
        first, second = (settings.declared[one].get("environment", one) for one in (old, name))
        return ConfigurationError(f"{first} and {second} are the same, with different values.", hint=f"Unset {first}.")
    where = place(settings.path, old, table(origin))
    sentence = f"{where}: {old} and {name} are the same setting, with different values."
    in_profile = f" {{profile}} {table(origin)}" if table(origin) else ""
    return ConfigurationError(
        sentence, hint=advice(f"Remove it: {{program}} config unset {{name}}{in_profile}", name=old)
    )


def table(origin):
    """The table of the file that an origin is, None for the top."""
    return origin.removeprefix("profile ").split(" (")[0] if origin.startswith("profile ") else None
