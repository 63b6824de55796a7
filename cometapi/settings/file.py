"""The config file: reading it, changing it so that two processes lose nothing, and finding the line of a key.

Keys stand at its top or, for a profile, in the table ``[profiles.NAME]``; a ``table`` below is the profile's name, or None
for the top.
"""

import os
from contextlib import contextmanager

from cometapi.advice import advice
from cometapi.context import encoded
from cometapi.errors import ConfigFileBroken, OutputFailed
from cometapi.settings import folders

PROFILES = "profiles"  # the table that holds the tables of the profiles


def read(path):
    """The config file as a dict; empty when there is none. Raises ConfigFileBroken with file and line."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigFileBroken(f"The config file {path} cannot be read: {error.strerror}.") from None
    if not data.strip():
        return {}
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError:
        raise ConfigFileBroken(f"The config file {path} is nested too deeply to be read.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigFileBroken(
            f"The config file {path} is no valid TOML: {error}.", hint=advice("Mend it with: {program} config edit")
        ) from None


def table_of(values, table):
    """The keys of a table in what ``read`` gave, a dict; None where the file has no such table."""
    if table is None:
        return values
    tables = values.get(PROFILES)
    found = tables.get(table) if isinstance(tables, dict) else None
    return found if isinstance(found, dict) else None


def change(path, changes, table=None):
    """Store ``changes`` (name to value, None removes the name) in a table at once; comments and other keys stay.

    Returns the names of which the file said something else before. Raises ConfigFileBroken when the file is broken
    and OutputFailed when it cannot be written; the file is then as it was.
    """
    with locked(path):
        before = table_of(read(path), table) or {}
        changes = {name: value for name, value in changes.items() if before.get(name) != value}
        if changes:
            rewrite(path, lambda document: lay(inside(document, table), changes))
    return list(changes)


def remove_table(path, table):
    """Remove the table of a profile from the file; raises like ``change``."""
    with locked(path):
        rewrite(path, lambda document: document[PROFILES].remove(table))


def rewrite(path, act):
    """Replace the file by what ``act`` makes of its document; the file is locked meanwhile."""
    import tomlkit

    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            document = tomlkit.parse(file.read())
    except FileNotFoundError:
        document = tomlkit.document()
    act(document)
    store(path, tomlkit.dumps(document))


def inside(document, table):
    """The place in a document where the keys of a table stand, made where there is none."""
    if table is None:
        return document
    import tomlkit

    if PROFILES not in document:
        document.append(PROFILES, tomlkit.table(is_super_table=True))
    if table not in document[PROFILES]:
        document[PROFILES].append(table, tomlkit.table())
    return document[PROFILES][table]


def lay(place, changes):
    """Set and remove keys in a place of a document."""
    for name, value in changes.items():
        if value is None:
            place.remove(name)
        else:
            place[name] = value


def store(path, text):
    """Replace the config file."""
    try:
        folders.write_private(path, encoded(text))
    except OSError as error:
        raise OutputFailed(f"The config file {path} cannot be written: {error.strerror}. It is as it was.") from None


@contextmanager
def locked(path):
    """Keep other processes of this program from changing the file meanwhile, where the system can lock folders."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    parent = os.path.dirname(os.path.realpath(path))
    try:
        os.makedirs(parent, mode=0o700, exist_ok=True)
        handle = os.open(parent, os.O_RDONLY)
    except OSError as error:
        raise OutputFailed(f"The folder {parent} cannot be made or read: {error.strerror}.") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def place(path, name, table=None):
    """``file:line`` of a key, or the file alone where its line cannot be told."""
    wanted = "" if table is None else f"{PROFILES}.{table}"
    for number, (header, key) in enumerate(keys(path), 1):
        if (header, key) == (wanted, name):
            return f"{path}:{number}"
    return path


def keys(path):
    """For each line of the file ``(header of its table, key)``: a list. The header itself is a key of the top."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    header, found = "", []
    for line in lines:
        text = line.split("#")[0].strip()
        is_header = text.startswith("[") and text.endswith("]")
        header = plain(text.strip("[]")) if is_header else header
        found.append(("", header) if is_header else (header, plain(text.partition("=")[0])))
    return found


def plain(key):
    """A key without quotes and spaces."""
    return "".join(sign for sign in key if sign not in "\"' \t")
