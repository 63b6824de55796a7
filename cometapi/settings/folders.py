"""Where files of the program are kept (XDG base directories; on Windows the folders that Windows names for it)."""

import os

from cometapi.generated.index import PROGRAM


def config_file(environ):
    """Path of the config file."""
    return os.path.join(folder(environ, "XDG_CONFIG_HOME", "APPDATA", ".config"), "config.toml")


def cache_folder(environ):
    """Folder of what can be fetched again."""
    return folder(environ, "XDG_CACHE_HOME", "LOCALAPPDATA", ".cache")


def state_folder(environ):
    """Folder of what outlives a call and nobody writes by hand, such as histories."""
    return folder(environ, "XDG_STATE_HOME", "LOCALAPPDATA", os.path.join(".local", "state"))


def folder(environ, variable, windows, default):
    """The program's own folder under such a base."""
    return os.path.join(base(environ, windows if os.name == "nt" else variable, default), PROGRAM)


def base(environ, variable, default):
    """The folder that a variable names; a relative one is ignored, as the XDG specification says, for one in the home."""
    named = environ.get(variable, "")
    return named if os.path.isabs(named) else os.path.join(home(environ), default)


def home(environ):
    """The user's home folder."""
    return environ.get("HOME") or os.path.expanduser("~")


def write_private(path, data):
    """Replace the file at ``path`` by ``data`` (bytes): whole or not at all, readable by its owner from the first byte.

    Raises OSError; then the old file is untouched and no half-written one is left.
    """
    from tempfile import mkstemp

    path = os.path.realpath(path)
    parent = os.path.dirname(path)
    os.makedirs(parent, mode=0o700, exist_ok=True)
    handle, temporary = mkstemp(prefix=f".{os.path.basename(path)}.", dir=parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
