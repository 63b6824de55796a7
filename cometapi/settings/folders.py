"""Where files of the program are kept (XDG base directories; on Windows the folders that Windows names for it)."""

import errno
import os

from cometapi.errors import OutputFailed
from cometapi.generated.index import PROGRAM

NO_HOME = "There is no home folder (see the variable HOME)"


def config_file(environ):
    """Path of the config file, None without a home."""
    return inside(folder(environ, "XDG_CONFIG_HOME", "APPDATA", ".config"), "config.toml")


def cache_file(environ, name):
    """Path of something that can be fetched again, None without a home."""
    return inside(folder(environ, "XDG_CACHE_HOME", "LOCALAPPDATA", ".cache"), name)


def state_file(environ, name):
    """Path of something that outlives a call and nobody writes by hand, such as a history; None without a home."""
    return inside(state_folder(environ), name)


def state_folder(environ):
    """Folder of such files, None without a home."""
    return folder(environ, "XDG_STATE_HOME", "LOCALAPPDATA", os.path.join(".local", "state"))


def folder(environ, variable, windows, default):
    """The program's own folder under such a base, None without a home."""
    return inside(base(environ, windows if os.name == "nt" else variable, default), PROGRAM)


def base(environ, variable, default):
    """The folder that a variable names; a relative one is ignored, as the XDG specification says, for one in the home.

    None where there is no home either.
    """
    named = environ.get(variable, "")
    return named if os.path.isabs(named) else inside(home(environ), default)


def inside(place, name):
    """A path in a folder, None where there is no folder."""
    return None if place is None else os.path.join(place, name)


def home(environ):
    """The user's home folder: what HOME says, else what the system knows of the account; None without one."""
    named = environ.get("HOME", "")
    found = named if os.path.isabs(named) else home_of_account()
    return found if found and os.path.isabs(found) else None  # a relative one would be anybody's who owns the folder


def home_of_account():
    """What the system knows of the account's home, None where it knows no account."""
    if os.name == "nt":
        return os.path.expanduser("~")
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return None


def expanded(path):
    """A path with the home in the place of ``~``; raises ValueError, with the end of a sentence, without a home."""
    first, slash, rest = path.partition("/")
    if first != "~":
        return os.path.expanduser(path)
    found = home(os.environ)
    if found is None:
        raise ValueError(f"begins with ~, and there is no home folder: {path!r}")
    return f"{found}{slash}{rest}"


def needed(path):
    """A path that something has to be written to; raises OutputFailed without a home."""
    if path is None:
        raise OutputFailed(f"{NO_HOME}, so nothing can be stored.", hint="Set HOME to a folder of yours.")
    return path


def write_private(path, data, is_durable=True):
    """Replace the file at ``path`` by ``data`` (bytes): whole or not at all, readable by its owner from the first byte.

    What can be fetched again need not be ``is_durable``: waiting for the disk takes longer than the rest of a call.
    Raises OSError; then the old file is untouched and no half-written one is left.
    """
    from cometapi import temporary

    path = os.path.realpath(path)
    parent = os.path.dirname(path)
    if os.path.exists(path) and not os.path.isfile(path):  # a link to the null device must not replace that
        raise OSError(errno.EPERM, "It is not a file")
    temporary.make_folder(parent)
    handle, unfinished = temporary.begun(parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if is_durable:
                temporary.sync(file.fileno())
        temporary.give(unfinished, path if os.path.exists(path) else parent)
        os.replace(unfinished, path)
    except BaseException:
        temporary.remove(unfinished)
        raise
