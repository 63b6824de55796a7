"""Where settings are stored: secrets in the keyring where ``secret_store`` says so, all else in the config file, each in
the profile in use. The name of the profile itself stands at the top of the file.
"""

from cometapi.generated import program
from cometapi.settings.file import change, table_of
from cometapi.settings.folders import needed
from cometapi.settings.secrets import remove_from_keyring, to_keyring


def store(settings, values):
    """Store values (name to value) and return the names of those that were not there so. Raises like ``change``."""
    kept = [name for name in values if is_in_keyring(settings, name)]
    changed = [name for name in kept if to_keyring(settings.profile, name, values[name])]
    in_file = {name: value for name, value in values.items() if name not in kept}
    moved = {name: None for name in kept if name in keys(settings, name)}  # the file would come before the keyring
    for table in dict.fromkeys(table_for(settings, name) for name in [*in_file, *moved]):
        own = {name: value for name, value in {**in_file, **moved}.items() if table_for(settings, name) == table}
        changed += [name for name in change(settings.path, own, table) if name in in_file]
    return changed


def remove(settings, name):
    """Remove a setting from wherever it is stored, and return whether it was there."""
    was_kept = is_in_keyring(settings, name) and remove_from_keyring(settings.profile, name)
    if name not in keys(settings, name):
        return was_kept
    change(settings.path, {name: None}, table_for(settings, name))
    return True


def is_in_keyring(settings, name):
    """Whether a setting is kept in the system's keyring."""
    return bool(program.SETTINGS[name].get("secret")) and settings.get("secret_store") == "keyring"


def table_for(settings, name):
    """The table of the file that a setting belongs in, None for its top."""
    return None if name == "profile" else settings.table


def keys(settings, name):
    """The part of the file that a setting belongs in, empty where there is none yet."""
    return table_of(settings.file, table_for(settings, name)) or {}


def place(settings, name):
    """Where a setting is stored, as the end of a sentence."""
    where = "the keyring" if is_in_keyring(settings, name) else needed(settings.path)
    return where if name == "profile" else f"{where}{settings.in_profile()}"
