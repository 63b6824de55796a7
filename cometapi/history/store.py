"""The door to the history: a Store where one can be had, else one sentence, and never a failure of the call beside it."""

import sys
import time

from cometapi.errors import CometError, OutputFailed
from cometapi.settings.folders import needed, state_file

FILE = "history.db"
DAY = 86_400  # seconds
MEGABYTE = 1_000_000  # bytes


def place(environ):
    """Path of the history, None without a home."""
    return state_file(environ, FILE)


def opened(environ, note, *, writes=True, hide=None):
    """The Store of a call that wants to be remembered, or None after one ``note`` where there can be none.

    ``hide`` masks the secrets of the call in every text that is kept. What fails later while writing is noted once, and
    the Store keeps nothing from then on.
    """
    try:
        return required(environ, writes=writes, hide=hide, note=note)
    except OutputFailed as error:
        note(f"This call is not kept in the history: {error.message}")
        return None


def required(environ, *, writes=True, hide=None, note=None):
    """The Store of a command about the history; raises OutputFailed where it cannot be used.

    Without ``writes`` nothing is made, and what cannot be written may be read; a history that is not there is empty.
    """
    path = needed(place(environ))
    try:
        from cometapi.history.records import Store
    except ImportError:
        raise OutputFailed("This Python was built without SQLite.") from None
    return Store(path, writes=writes, hide=hide, note=note, bounds=lambda: bounds(environ))


def bounds(environ):
    """The moment before which nothing is kept, and the bytes that the history may take, by the settings."""
    from cometapi.generated import program
    from cometapi.settings.values import Settings

    settings = Settings(program.SETTINGS, environ)
    try:
        days, megabytes = settings.get("history_max_age"), settings.get("history_max_size")
    except CometError:  # whoever needs the file that is wrong says so; nothing is deleted by a value that is not meant
        return 0, sys.maxsize
    return time.time() - days * DAY, megabytes * MEGABYTE
