"""The config file: reading it, and changing it so that two processes lose nothing.

Keys stand at its top or, for a profile, in the table ``[profiles.NAME]``; a ``table`` below is the profile's name, or None
for the top.
"""

import copy
import os
import re
from contextlib import contextmanager

from cometapi import temporary
from cometapi.advice import advice
from cometapi.context import encoded, misread
from cometapi.errors import ConfigFileBroken, OutputFailed, UsageError
from cometapi.settings import folders
from cometapi.settings.lines import PROFILES, plain

LARGEST = 256 * 1024  # bytes of a config file
MOST_PARTS = 500  # of a dotted key; tomllib takes seconds for one of thousands
EDIT = advice("Fix it with: {program} config edit")
ODD = "has a layout that this program cannot edit; it was not changed"


def read(path):
    """The config file as a dict; empty when there is none, or no home (None) for one. Raises ConfigFileBroken with file and line."""
    try:
        with open(path if path is not None else os.devnull, "rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigFileBroken(f"The config file {path} cannot be read: {error.strerror}.") from None
    if not data.strip():
        return {}
    try:
        return parsed(data)
    except (ValueError, RecursionError) as error:
        raise ConfigFileBroken(f"The config file {path} {fault(data, error)}.", hint=EDIT) from None


def parsed(data):
    """The values of a config file's bytes; raises ValueError or RecursionError."""
    import tomllib

    if len(data) > LARGEST:
        raise ValueError(f"has more than {LARGEST // 1024} KiB, the maximum")
    text = data.decode("utf-8-sig")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_PARTS and re.sub(STRINGS, "", line).count(".") > MOST_PARTS:
            raise ValueError(f"has a key of more than {MOST_PARTS} parts in line {number}")
    values = tomllib.loads(text)
    str(values)  # raises ValueError for a number of more digits than Python writes
    return values


STRINGS = r"\"[^\"]*\"|'[^']*'"


def fault(data, error):
    """What is wrong with a config file's bytes, as the end of a sentence that its reading raised."""
    import tomllib

    if isinstance(error, RecursionError):
        return "is nested too deeply to be read"
    if isinstance(error, tomllib.TOMLDecodeError | UnicodeDecodeError):
        return f"is not valid TOML: {error}"
    if "digits" not in str(error):
        return str(error)
    number, line = longest_word(data.decode("utf-8-sig"))
    return f"has a number of more digits than any setting takes: {plain(line.partition('=')[0])} in line {number}"


def longest_word(text):
    """The line of a text that has its longest word: (number from 1, line)."""
    return max(enumerate(text.split("\n"), 1), key=lambda one: max(map(len, re.findall(r"\w+", one[1])), default=0))


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
    changes = {name: readable(name, value) for name, value in changes.items()}
    with locked(path):
        values = read(path)
        before = table_of(values, table) or {}
        changes = {name: value for name, value in changes.items() if before.get(name) != value}
        if changes:
            rewrite(path, lambda document: lay(inside(document, table), changes), changed(path, values, changes, table))
    return list(changes)


def readable(name, value):
    """A value as it is read again: a text of the command line in the bytes that are stored for it."""
    fault = misread(value)
    if fault:
        raise UsageError(f"The value of {name} {fault}.")
    return encoded(value).decode() if isinstance(value, str) else value


def changed(path, values, changes, table):
    """The values of a file as they are to be after changes in a table; raises OutputFailed where that is no table."""
    wanted = copy.deepcopy(values)
    try:
        place = wanted if table is None else wanted.setdefault(PROFILES, {}).setdefault(table, {})
        place.update({name: value for name, value in changes.items() if value is not None})
    except AttributeError:
        raise OutputFailed(f"The config file {path} {ODD}: {PROFILES}.{table} is not a table.", hint=EDIT) from None
    for name in changes:
        if changes[name] is None:
            place.pop(name, None)
    return wanted


def remove_table(path, table):
    """Remove the table of a profile from the file; raises like ``change``."""
    with locked(path):
        wanted = copy.deepcopy(read(path))
        wanted.get(PROFILES, {}).pop(table, None)
        rewrite(path, lambda document: document[PROFILES].remove(table), wanted)


def rewrite(path, act, wanted):
    """Replace the file by what ``act`` makes of its document; the file is locked meanwhile.

    Raises OutputFailed where the new text does not say what is ``wanted``: tomlkit does not know every layout.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            old = file.read()
    except FileNotFoundError:
        old = ""
    text = rewritten(old, act)
    if text is None or not says(text, wanted):
        text = rewritten(old, lambda document: lay_out(document, wanted))
        if text is None or not says(text, wanted) or text.count("#") != old.count("#"):  # a comment would be lost
            raise OutputFailed(f"The config file {path} {ODD}.", hint=EDIT)
    store(path, text)


def rewritten(text, act):
    """The text of a document after ``act``, None where tomlkit cannot do that: it raises whatever comes of a layout."""
    import tomlkit

    try:
        document = tomlkit.parse(text)
        act(document)
        return tomlkit.dumps(document)
    except Exception:
        return None


def lay_out(document, wanted):
    """Write the tables of the profiles anew, each under its own header at the end of a document."""
    import tomlkit

    document.remove(PROFILES)
    tables = tomlkit.table(is_super_table=True)
    for name, keys in wanted[PROFILES].items():
        table = tomlkit.table()
        table.update(keys)
        tables.append(name, table)
    document.append(PROFILES, tables)


def says(text, wanted):
    """Whether a text has these values; a table of no profiles is none."""
    try:
        found = parsed(encoded(text))
    except (ValueError, RecursionError):
        return False
    return without_empty(found) == without_empty(wanted)


def without_empty(values):
    """Values without tables that say nothing of any profile."""
    tables = values.get(PROFILES)
    if not isinstance(tables, dict):
        return values
    telling = {name: keys for name, keys in tables.items() if keys != {}}
    others = {name: value for name, value in values.items() if name != PROFILES}
    return {**others, PROFILES: telling} if telling else others


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
        raise OutputFailed(f"The config file {path} cannot be written: {error.strerror}. It was not changed.") from None


@contextmanager
def locked(path):
    """Keep other processes of this program from changing the file meanwhile, where the system can lock folders."""
    parent = os.path.dirname(os.path.realpath(folders.needed(path)))
    try:
        temporary.make_folder(parent)
        handle = os.open(parent, os.O_RDONLY) if os.name == "posix" else None
    except OSError as error:
        raise OutputFailed(f"The folder {parent} cannot be made or read: {error.strerror}.") from None
    try:
        if handle is not None:
            temporary.lock(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)
