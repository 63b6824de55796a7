"""Files under another name until they are whole: nothing half done ever has the name that was asked for.

What is about a file and not in it (its mode, its owner, locks, that it is on the disk already) is done as well as the
file system can: some can none of it.
"""

import errno
import os
import time
from contextlib import suppress

from cometapi.generated.index import PROGRAM

BEGINNING, ENDING = f".{PROGRAM}-", ".tmp"  # short, so that the name fits wherever the file's own does
FRESH = 60  # seconds in which nobody looks whether a file was left behind
CANNOT = (
    errno.EINVAL,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EPERM,
    errno.EACCES,
)  # what file systems say that lack a call


def begun(folder):
    """``(handle, path)`` of a new file of its owner alone in a folder; raises OSError. What runs before left there goes."""
    from tempfile import mkstemp

    with suppress(OSError):
        clear(folder)
    handle, path = mkstemp(ENDING, BEGINNING, folder)
    lock(handle)  # as long as it is open it is in use
    return handle, path


def clear(folder):
    """Remove the files that runs which were killed have left in a folder."""
    with os.scandir(folder) as entries:
        found = [one for one in entries if one.name.startswith(BEGINNING) and one.name.endswith(ENDING)]
    for one in found:
        with suppress(OSError):
            if one.is_file(follow_symlinks=False) and time.time() - one.stat().st_mtime > FRESH and is_left(one.path):
                os.unlink(one.path)


def is_left(path):
    """Whether nobody has a file in use; not where that cannot be told."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        return lock(handle, is_patient=False)
    finally:
        os.close(handle)


def lock(handle, is_patient=True):
    """Lock a file or folder until it is closed, and return whether that was possible."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX if is_patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):  # Windows; a file system without locks
        return False
    return True


def sync(handle):
    """Let the system write a file to the disk; raises OSError when the disk refuses."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in CANNOT:
            raise


def sync_data(handle):
    """The same for what is in the file, without its times."""
    try:
        getattr(os, "fdatasync", os.fsync)(handle)
    except OSError as error:
        if error.errno not in CANNOT:
            raise


def chmod(path, mode):
    """Give a file a mode, where files have modes that may be changed."""
    with suppress(OSError):
        os.chmod(path, mode)


def placed(temporary, path):
    """Give a whole file its name; raises FileExistsError where one has that name, as far as the system can tell."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(temporary, path)
        return
    os.unlink(temporary)


def remove(path):
    """Remove a file that may be gone."""
    with suppress(OSError):
        os.unlink(path)


def make_folder(path):
    """Make a folder, and those above it that are missing, each for its owner alone; raises OSError."""
    if os.path.isdir(path):
        return
    parent = os.path.dirname(path)
    if parent != path:
        make_folder(parent)
    with suppress(FileExistsError):
        os.mkdir(path, 0o700)
        give(path, parent)
    if not os.path.isdir(path):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)


def give(path, like):
    """Let the superuser's new file or folder belong to who owns another: in somebody's home it is theirs."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with suppress(OSError):
            facts = os.stat(like)
            os.chown(path, facts.st_uid, facts.st_gid, follow_symlinks=False)
