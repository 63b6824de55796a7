"""``cometapi config profile``: list, show, select and remove profiles."""

from cometapi.commands import config
from cometapi.errors import UsageError
from cometapi.generated import index, program
from cometapi.output.results import Rows
from cometapi.settings import store
from cometapi.settings.file import change, remove_table
from cometapi.settings.values import DEFAULT, Settings
from cometapi.terminal import confirm


def listed(call):
    """A row for each profile, the default one first: what it says itself, and whether it is in use."""
    config.settle_format(call)
    columns = call.command["routes"][0]["response"]["columns"]
    return Rows(columns, (row(call.settings, name, columns) for name in [DEFAULT, *call.settings.profiles()]))


def row(settings, name, columns):
    """The record of one profile: of each setting that has a column what the profile says itself."""
    own = of_profile(settings, name)
    shown = [one["name"] for one in columns if one["name"] in program.SETTINGS]
    values = {one: config.entry(own, one)["value"] for one in shown}
    credentials = {one: kept(own, one) for one, facts in program.SETTINGS.items() if facts.get("secret")}
    return {"profile": name, "in_use": name == settings.profile, **values, **credentials}


def kept(settings, name):
    """What may be seen of a credential in the file: its last characters, or where it comes from; None without one."""
    found = config.entry(settings, name)
    return found["value"] or found["origin"]


def of_profile(settings, name):
    """The settings as the file alone says them in a profile."""
    found = Settings(settings.declared, {"HOME": ""}, profile=name)
    found.path, found.file = settings.path, settings.file
    return found


def show(call):
    """Every setting of a profile with its value, origin and what it overrides."""
    call.settings.chosen = call.argument("profile_name") or call.settings.chosen
    return config.show(call)


def use(call):
    """Make a profile the default."""
    name = config.fit(call.settings, "profile", call.argument("profile_name"))
    changed = store.store(call.settings, {"profile": name})
    call.context.note(f"The profile {name} is {'now' if changed else 'already'} in use.")
    config.warn_if_hidden(call, "profile")


def remove(call):
    """Remove a profile with all its settings, after a confirmation."""
    name = call.argument("profile_name")
    if name == DEFAULT:
        raise UsageError(
            f"The profile {DEFAULT} cannot be removed as a whole; remove its settings with: {index.PROGRAM} config unset KEY"
        )
    settings = call.settings
    settings.chosen = name
    settings.tables()  # it is there
    confirm.check(call)
    for one in program.SETTINGS:
        if store.is_in_keyring(settings, one):
            store.remove(settings, one)
    if settings.file.get("profile") == name:
        change(settings.path, {"profile": None})
    remove_table(settings.path, name)
    call.context.note(f"The profile {name} was removed from {settings.path}.")
