"""What is told to the journal and asked of it: one Journal over one connection. Whatever fails raises OutputFailed."""

import os
from contextlib import contextmanager

from cometapi.errors import OutputFailed
from cometapi.journal import schema
from cometapi.settings.folders import needed, state_file

FILE = "journal.db"
KEPT = 10_000  # creations that are over; older ones go, so that the file stays small
KNOWN = ("command", "model", "profile", "service", "key_hint", "digest", "own_id", "started_at")


def place(environ):
    """Path of the journal, None without a home."""
    return state_file(environ, FILE)


def is_there(environ):
    """Whether there is a journal at all."""
    path = place(environ)
    return path is not None and os.path.exists(path)


class Journal:
    """The journal of the user; without ``writes`` nothing is made, and one that is not there is empty.

    Records are dicts by the columns of ``schema``, times in seconds since 1970. ``hide`` masks the secrets of the call
    in every text that is kept. Raises OutputFailed.
    """

    def __init__(self, environ, *, writes=True, hide=None):
        self.path, self.hide = needed(place(environ)), hide
        try:
            from cometapi.history import database
        except ImportError:
            raise OutputFailed("This Python was built without SQLite.") from None
        self.database = database
        self.connection = database.connected(self.path, writes=writes, tables=schema)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def begin(self, record):
        """The number of a new creation, in state ``sent``: on the disk when this returns."""
        names, marks = ", ".join(KNOWN), ", ".join("?" * len(KNOWN))
        sql = f"INSERT INTO creations ({names}, state) VALUES ({marks}, 'sent')"
        with self.writing() as connection:
            number = connection.execute(sql, self.stored(record[name] for name in KNOWN)).lastrowid
            connection.execute(
                "DELETE FROM creations WHERE number <= ? AND state NOT IN ('sent', 'accepted')", [number - KEPT]
            )
        return number

    def settle(self, number, state, **facts):
        """What became of a creation: its ``state``, with ``task``, ``continue_with``, ``request_id``, ``error``."""
        names = ["state", *facts]
        sql = f"UPDATE creations SET {', '.join(f'{name} = ?' for name in names)} WHERE number = ?"
        with self.writing() as connection:
            connection.execute(sql, self.stored([state, *facts.values(), number]))

    def end(self, task, state):
        """What became of a task that somebody waited for, whatever command made it."""
        with self.writing() as connection:
            sql = "UPDATE creations SET state = ? WHERE task = ? AND state = 'accepted'"
            connection.execute(sql, self.stored([state, task]))

    def list(self, where="1", *values):
        """Creations, the newest first, that fit a condition of SQL."""
        sql = f"SELECT * FROM creations WHERE {where} ORDER BY number DESC"
        try:
            return [dict(row) for row in self.connection.execute(sql, self.stored(values))]
        except self.database.Error as error:
            raise self.database.unusable(self.path, error) from None

    def unfinished(self):
        """Creations of which nobody knows whether they were taken, and those whose task has not ended as far as is known."""
        return self.list("state IN ('sent', 'accepted')")

    def of(self, task):
        """The newest creation whose task has this id, None without one."""
        return next(iter(self.list("task = ?", task)), None)

    def stored(self, values):
        """Values of columns, every text without secrets and in characters that a file can hold."""
        from cometapi.history.rows import kept

        return [kept(one, self.hide) if isinstance(one, str) else one for one in values]

    @contextmanager
    def writing(self):
        """A transaction, whose failures are sentences about the file."""
        try:
            with self.database.writing(self.connection) as connection:
                yield connection
        except self.database.Error as error:
            raise self.database.unusable(self.path, error) from None
