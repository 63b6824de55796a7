"""``history.db`` or ``journal.db`` opened, whatever state the disk is in: the only file that knows sqlite3.

Nothing is written before the version of the file was read, and nothing that cannot be read is ever changed: neither a
newer file, nor one of another program, nor a damaged one.
"""

import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from urllib.parse import quote

from cometapi.history import schema
from cometapi.history.place import Unusable, prepared, size

Error = sqlite3.Error
PATIENCE = 5.0  # seconds that another process may take; more would be the answer's time
STEP = 500  # pages of an index that are merged beside a call
OPTIONS = {"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False}

REASONS = {  # of SQLite's error codes, as the end of a sentence
    sqlite3.SQLITE_BUSY: "is in use by another process",
    sqlite3.SQLITE_LOCKED: "is in use by another process",
    sqlite3.SQLITE_NOTADB: "is not a database",
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk refuses, or is full",
    sqlite3.SQLITE_READONLY: "cannot be written",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PERM: "cannot be opened",
    sqlite3.SQLITE_TOOBIG: "cannot hold a text that long",
}

UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


def code(error):
    """SQLite's primary code of an error, None where it is none of SQLite's."""
    found = getattr(error, "sqlite_errorcode", None)
    return None if found is None else found & 0xFF


def unusable(path, error):
    """What is wrong with the file, as an error with a sentence; SQLite's own words are no help to a user."""
    return Unusable(f"{path} {REASONS.get(code(error), 'cannot be used')}.")


def connected(path, *, writes=True, tables=schema):
    """A connection to the file at ``path``, brought to the newest version of ``tables``.

    ``tables`` is a module with ``VERSIONS`` (the statements that lead to each version), ``INDEX`` (a statement that may fail,
    or None) and ``SYNCHRONOUS`` (SQLite's setting). Without ``writes`` no file is created: a missing one is replaced by an
    empty one in memory, and one that cannot be written is read as it is. Raises Unusable.
    """
    connection = reached(path, writes, tables)
    connection.row_factory = sqlite3.Row
    return connection


def reached(path, writes, tables):
    """A connection to write with, else one to read with where that is enough; raises Unusable."""
    try:
        return to_write(path, tables) if writes or os.path.exists(path) else in_memory(tables)
    except OSError as error:
        raise Unusable(f"{path} cannot be opened: {error.strerror}.") from None
    except sqlite3.Error as error:
        if (
            writes or code(error) not in UNWRITABLE or size(f"{path}-journal")
        ):  # what that holds has to be put back first
            raise unusable(path, error) from None
    try:
        return to_read(path, tables)
    except sqlite3.Error as error:
        raise unusable(path, error) from None


def to_write(path, tables):
    """A connection that may write; raises OSError, sqlite3.Error and Unusable."""
    prepared(path)
    try:
        return up_to_date(path, tables)
    except NoLog:
        pass
    with_journal(path)
    return up_to_date(path, tables, has_log=False)


def to_read(path, tables):
    """A connection to a file in a folder that takes no other file: what a process beside this one writes is not seen."""
    place = f"file:{quote(os.path.abspath(path))}?immutable=1"
    connection = sqlite3.connect(place, uri=True, **OPTIONS)
    try:
        if version(connection, path, tables) < len(tables.VERSIONS):
            raise Unusable(f"{path} is empty or of an older version, and cannot be written to bring it up to date.")
        return connection
    except BaseException:
        connection.close()
        raise


def in_memory(tables):
    """A connection to empty tables in memory."""
    connection = sqlite3.connect(":memory:", **OPTIONS)
    migrate(connection, ":memory:", tables)
    return connection


def up_to_date(path, tables, *, has_log=True):
    """A connection to a file that is known to be ours and has the newest tables."""
    connection = sqlite3.connect(path, **OPTIONS)
    try:
        found = version(connection, path, tables)
        for setting in ("foreign_keys = ON", "secure_delete = ON", f"synchronous = {tables.SYNCHRONOUS}"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        if found == 0 and has_log:
            begun(connection, path, tables)
        elif found < len(tables.VERSIONS):
            migrate(connection, path, tables)
        return connection
    except BaseException:
        connection.close()
        raise


def version(connection, path, tables):
    """The version of the file, 0 for an empty one; raises Unusable for what no version of this program can have made."""
    found = stamp(connection)
    if found == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        found = stamp(connection) or -1  # another process may have made the tables between the two looks
    if found > len(tables.VERSIONS):
        raise Unusable(f"{path} was made by a newer version of this program.")
    if found < 0:
        raise Unusable(f"{path} was made by another program.")
    return found


def stamp(connection):
    """The number that a file has for its version."""
    return connection.execute("PRAGMA user_version").fetchone()[0]


class NoLog(Exception):
    """The file system cannot write a write-ahead log."""


def begun(connection, path, tables):
    """Make the tables of a new file, with a write-ahead log; raises NoLog where its first write, of the tables, fails.

    Some file systems say that they can and cannot.
    """
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try:
        patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchall())
        migrate(connection, path, tables)
    except sqlite3.OperationalError as error:
        raise error if is_busy(error) else NoLog from None


def with_journal(path):
    """Let a new file have a rollback journal again; who has it alone needs no shared memory for that."""
    connection = sqlite3.connect(path, **OPTIONS)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()


def migrate(connection, path, tables):
    """Bring the tables to the newest version in one transaction, unless another process has by now."""
    with writing(connection):
        for statements in tables.VERSIONS[version(connection, path, tables) :]:
            for statement in statements:
                connection.execute(statement)
        if tables.INDEX:
            with suppress(sqlite3.OperationalError):  # no such module, no such tokenizer
                connection.execute(tables.INDEX)
        connection.execute(f"PRAGMA user_version = {len(tables.VERSIONS)}")


@contextmanager
def writing(connection):
    """A transaction that nobody else writes beside; whole or not at all."""
    patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.rollback()
        raise


def patiently(act):
    """What ``act`` gives, tried again while another process has the file: SQLite does not wait for everything itself."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
        time.sleep(0.01)


def is_busy(error):
    """Whether another process has the file."""
    return code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def has_index(connection):
    """Whether texts can be searched by an index: one is in the file, and this SQLite can read it."""
    try:
        connection.execute("SELECT rowid FROM words LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def merged(connection, *, anew=False):
    """Let the index give back some of the room of what was deleted; returns whether there was any to give.

    Merging its parts does that, all of them where it begins ``anew``; each step takes a fraction of a second.
    """
    if not has_index(connection):
        return False
    before = connection.total_changes
    connection.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", [-STEP if anew else STEP])
    return connection.total_changes - before > 1  # as SQLite's manual says


def forget(connection):
    """Let go of what was deleted, also in the index, in free pages and in the log of changes; raises sqlite3.Error.

    Returns whether the log could be emptied; another process that reads at this moment may still need it.
    """
    if has_index(connection):
        with writing(connection):
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.executescript("PRAGMA incremental_vacuum")  # execute would take one step, which frees one page
    return not connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()[0]


def used(connection):
    """The bytes of a file that hold something."""
    pages, free, length = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * length
