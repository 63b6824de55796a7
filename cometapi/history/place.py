"""The file of the history and its folder: whose they are, and whether it is a file at all."""

import os
import stat
from contextlib import suppress

from cometapi import temporary
from cometapi.errors import OutputFailed

COMPANIONS = ("", "-wal", "-shm", "-journal")


class Unusable(OutputFailed):
    """The file, or what it says, cannot be used; the message is a sentence about the file."""


def prepared(path):
    """Make the folder and the file, each for its owner alone from its first byte.

    What is there keeps its owner and loses what others may do with it. Raises OSError and Unusable.
    """
    folder = os.path.dirname(path)
    temporary.make_folder(folder)
    if not os.path.lexists(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        temporary.give(path, folder)
    is_changed = (
        size(f"{path}-wal") > 0
    )  # asked first: another process that makes the file now writes to it, then there
    facts = os.stat(path)
    if not stat.S_ISREG(facts.st_mode):
        raise Unusable(f"{path} is not a file.")
    if facts.st_size == 0 and is_changed:  # SQLite would take them for leftovers, and remove them
        raise Unusable(f"{path} is empty, but the changes in {path}-wal are not; move both away.")
    private(folder, 0o700)
    for ending in COMPANIONS:
        private(f"{path}{ending}", 0o600)


def private(path, mode):
    """Let nobody but the owner use a file or folder that is there; that the system refuses stops nothing."""
    with suppress(OSError):
        if stat.S_IMODE(os.stat(path).st_mode) & 0o077:
            os.chmod(path, mode)


def size(path):
    """The size of a file in bytes, 0 where there is none."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
