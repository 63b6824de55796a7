"""Reading and writing ``journal.db``, one Journal per connection. All failures raise OutputFailed."""

import os
from contextlib import contextmanager

from cometapi.errors import OutputFailed
from cometapi.journal import schema
from cometapi.settings.folders import needed, state_file

FILE = "journal.db"
KEPT = 10_000  # newest creations that are kept; older ones are deleted once they have ended
KNOWN = ("command", "model", "profile", "service", "key_hint", "digest", "own_id", "started_at")


def place(environ):
    """The path of the journal, or None without a home folder."""
    return state_file(environ, FILE)


def is_there(environ):
    """Whether the journal exists."""
    path = place(environ)
    return path is not None and os.path.exists(path)


class Journal:
    """The user's journal. Without ``writes`` no file is created, and a missing journal is empty.

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
        """Record a creation in state ``sent``, and return its number; it is on the disk when this returns."""
        names, marks = ", ".join(KNOWN), ", ".join("?" * len(KNOWN))
        sql = f"INSERT INTO creations ({names}, state) VALUES ({marks}, 'sent')"
        with self.writing() as connection:
            number = connection.execute(sql, self.stored(record[name] for name in KNOWN)).lastrowid
            connection.execute(
                "DELETE FROM creations WHERE number <= ? AND state NOT IN ('sent', 'accepted')", [number - KEPT]
            )
        return number

    def settle(self, number, state, **facts):
        """Set the ``state`` of a creation, and of its other columns ``task``, ``continue_with``, ``request_id``, ``error``."""
        names = ["state", *facts]
        sql = f"UPDATE creations SET {', '.join(f'{name} = ?' for name in names)} WHERE number = ?"
        with self.writing() as connection:
            connection.execute(sql, self.stored([state, *facts.values(), number]))

    def end(self, task, state):
        """Set the final state of a started task, whatever command started it."""
        with self.writing() as connection:
            sql = "UPDATE creations SET state = ? WHERE task = ? AND state = 'accepted'"
            connection.execute(sql, self.stored([state, task]))

    def list(self, where="1", *values):
        """The creations that match an SQL condition, newest first."""
        sql = f"SELECT * FROM creations WHERE {where} ORDER BY number DESC"
        try:
            return [dict(row) for row in self.connection.execute(sql, self.stored(values))]
        except self.database.Error as error:
            raise self.database.unusable(self.path, error) from None

    def unfinished(self):
        """The creations in state ``sent`` or ``accepted``, newest first."""
        return self.list("state IN ('sent', 'accepted')")

    def of(self, task):
        """The newest creation whose task has this ID, or None."""
        return next(iter(self.list("task = ?", task)), None)

    def stored(self, values):
        """Values of columns, every text without secrets and in characters that a file can hold."""
        from cometapi.history.rows import kept

        return [kept(one, self.hide) if isinstance(one, str) else one for one in values]

    @contextmanager
    def writing(self):
        """A write transaction; database errors raise OutputFailed."""
        try:
            with self.database.writing(self.connection) as connection:
                yield connection
        except self.database.Error as error:
            raise self.database.unusable(self.path, error) from None
