"""``cometapi config``: show settings and their sources, and change the config file."""

import os

from cometapi.errors import ConfigFileBroken, ConfigurationError, ConfigurationMissing, UsageError
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.output.results import Record, Rows
from cometapi.redact import mask
from cometapi.settings import store
from cometapi.settings.folders import needed
from cometapi.settings.secrets import Kept
from cometapi.settings.types import valid
from cometapi.settings.values import ALLOW, DEFAULT, EXPOSED
from cometapi.terminal.visible import visible


def show(call):
    """Every setting with its value, origin and what it overrides."""
    settle_format(call)
    columns = call.command["routes"][0]["response"]["columns"]
    return Rows(columns, (entry(call.settings, name) for name in program.SETTINGS))


def entry(settings, name):
    """The record of one setting; invalid values are shown too, and a program that would give one is not run."""
    try:
        found = list(told(settings, name))
    except ConfigFileBroken:  # nothing can be told of any
        raise
    except ConfigurationError as error:  # of another setting, which says where this one is kept
        found = [(error.message, None)]
    origin, value = found[0] if found else (None, None)
    return {"setting": name, "value": shown(name, value), "origin": origin, "shadows": [one for one, _ in found[1:]]}


def told(settings, name):
    """Where a setting has a value, nearest first: (origin, value); a program that would give one is not run."""
    for origin, value in settings.sources(name):
        if isinstance(value, Kept) and not value.is_asking:
            value = settings.fetched(origin, name, value)
        if value is not None:
            yield origin, value


def settle_format(call):
    """Fall back to a table if the format setting is invalid, so that the settings can still be shown."""
    try:
        call.format()
    except ConfigurationError as error:
        call.format_name = "table"
        if not isinstance(error, ConfigFileBroken):  # which is told where the file is needed
            call.context.note(error.message)


def shown(name, value):
    """What may be seen of a value: of a secret its last characters, of one that a program gives nothing."""
    if isinstance(value, Kept):
        return None
    if value is not None and program.SETTINGS[name].get("secret"):
        return mask(str(value))
    return value if isinstance(value, str | int | float | None) else str(value)  # a date or a list of the file


def came_from(settings, name):
    """The end of a sentence: where the value of a setting comes from, and what it overrides."""
    facts = entry(settings, name)
    hidden = [origin for origin in facts["shadows"] if origin != "default"]
    origin = "the default" if facts["origin"] == "default" else f"from {facts['origin']}"
    return f", {origin}" + (f", overrides {', '.join(hidden)}" if hidden else "")


def get(call):
    """The value of one setting: the bare value for people, the record for machines."""
    name, settings = call.argument("setting"), call.settings
    value = settings.get(name)
    if value is None:
        hint = f"Set it with: {PROGRAM} config set {name}{settings.option()}"
        raise ConfigurationMissing(f"The setting {name} is not set{settings.in_profile()}.", hint=hint)
    found = {**entry(settings, name), "value": shown(name, value)}
    return bare(call, found, found["value"])


def path(call):
    """Where the config file is: the bare path for people, the record for machines."""
    place = needed(call.settings.path)
    settle_format(call)
    return bare(call, {"path": place, "exists": os.path.exists(place)}, place)


def bare(call, record, value):
    """A record for every format but the table, where a script in a shell wants the value and nothing else."""
    if call.format() == "table" and not call.shape:
        call.context.print(f"{visible(str(value)) if call.context.is_terminal('stdout') else value}\n")
        return None
    return Record(call.command["routes"][0]["response"]["columns"], record)


def set_value(call):
    """Check a value and store it; a profile that is not there yet begins with it."""
    name, settings = call.argument("setting"), call.settings
    settings.is_open = name != "profile"
    value = (given(call, name) or "").strip()
    if not value:
        raise UsageError(f"The value of {name} is empty.", hint=f"To remove it: {PROGRAM} config unset {name}")
    changed = store.store(settings, {name: fit(settings, name, value)})
    call.context.note(f"{name} is {'now' if changed else 'already'} set in {store.place(settings, name)}.")
    warn_if_hidden(call, name)


def fit(settings, name, value):
    """A typed value as it is stored; raises UsageError when it does not fit the setting."""
    try:
        value = valid(program.SETTINGS[name], name, value, "value")
    except ConfigurationError as error:
        raise UsageError(error.message.removeprefix("value: ")) from None
    if settings.is_forbidden(name, value):
        raise UsageError(EXPOSED.format(name=name, value=value), hint=ALLOW)
    if name == "profile" and value != DEFAULT and value not in settings.profiles():
        raise settings.no_profile(value, is_told=True)
    return value


def given(call, name):
    """The new value: the argument, a pipe for ``-``, or what is typed (unseen when it is a secret)."""
    value = call.argument("setting_value")
    if value == "-":
        return call.context.piped() if call.context.silence("stdin") else typed(call, name)
    if value is not None:
        return value
    if call.context.silence("stdin"):
        raise UsageError("VALUE is missing: give it as an argument, or - to read it from a pipe.")
    return typed(call, name)


def typed(call, name):
    """What the user types at a prompt on stderr, None for Ctrl-D; a secret is not shown."""
    if not program.SETTINGS[name].get("secret"):
        call.context.stderr.write(f"{name}: ")
        call.context.stderr.flush()
        return call.context.stdin.readline()
    from getpass import getpass

    try:
        return getpass(f"{name} (hidden): ")
    except EOFError:
        return None


def warn_if_hidden(call, name):
    """Warn if the environment overrides what was stored."""
    variable = program.SETTINGS[name].get("environment")
    if variable and call.context.environ.get(variable) and call.settings.chosen is None:
        call.context.note(f"The variable {variable} is set and overrides the file.")


def unset_value(call):
    """Remove a stored setting; it is no error if it is not set."""
    name, settings = call.argument("setting"), call.settings
    removed = store.remove(settings, name)
    call.context.note(f"{name} {'was removed from' if removed else 'is not set in'} {store.place(settings, name)}.")
    warn_if_hidden(call, name)
