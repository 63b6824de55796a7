"""What is wrong in a config file, as far as it can be read: keys that are no settings, values that do not fit theirs."""

from cometapi.cli.kept import OWN_SETTINGS, kept_words
from cometapi.errors import ConfigurationError
from cometapi.settings.file import table_of
from cometapi.settings.lines import PROFILES, place

DEFAULT = "default"  # the profile whose keys stand at the top of the file


def told(settings):
    """A sentence for each part of the file that counts for nothing."""
    return [*unknown(settings), *(error.message for _, error in no_tables(settings))]


def unknown(settings):
    """A sentence for each key of the file that is no setting, with the nearest one that is."""
    from cometapi.suggest import meant

    found = [
        f"{place(settings.path, key, table)}: unknown setting {key!r}{meant(key, settings.declared)}"
        for table, keys in settings.parts()
        for key in keys
        if key not in settings.declared and key not in own(settings.environ)
    ]
    if table_of(settings.file, DEFAULT):
        where = place(settings.path, f"{PROFILES}.{DEFAULT}")
        sentence = f"the {DEFAULT} profile is at the top of the file; this table is ignored"
        found.append(f"{where}: {sentence}.")
    return found


def own(environ):
    """The settings that the user's own commands declare, as they were last kept."""
    return kept_words(environ, OWN_SETTINGS)


def wrong(settings):
    """The ConfigurationError of each value of the file that does not fit its setting, by (table, name)."""
    found = {(None, key): error for key, error in no_tables(settings)}
    for table, keys in settings.parts():
        for name, value in keys.items():
            try:
                if name in settings.declared and str(value).strip():
                    settings.fitting(name, value, place(settings.path, name, table))
            except ConfigurationError as error:
                found[table, name] = error
    return found


def no_tables(settings):
    """The ConfigurationError of each profile that is no table, with its key: pairs."""
    tables = settings.file.get(PROFILES, {})
    if not isinstance(tables, dict):
        yield PROFILES, ConfigurationError(f"{place(settings.path, PROFILES)}: {PROFILES} must be tables.")
        return
    for key in (f"{PROFILES}.{name}" for name, keys in tables.items() if not isinstance(keys, dict)):
        yield key, ConfigurationError(f"{place(settings.path, key)}: {key} must be a table.")
