"""``--output``: the result goes into a file, whole or not at all, and never over one that is there unasked."""

import os
from contextlib import contextmanager

from cometapi.advice import advice, flag
from cometapi.errors import OutputFailed, UsageError

WRITE_OVER = advice("Write over it with {force}.")


@contextmanager
def to_file(context, path, force=False):
    """Let everything for stdout go into the file at ``path``; None and ``-`` stand for stdout itself. Raises like ``to_path``."""
    if path in (None, "-"):
        yield
        return
    outer = context.stdout
    try:
        with to_path(path, force) as stream:
            context.stdout = stream
            yield
    finally:
        context.stdout = outer


@contextmanager
def to_path(path, force=False):
    """A text stream, with a ``buffer`` for bytes, that becomes the file at ``path``.

    The file appears when all went well, with the mode that the umask gives or the old one had. Raises UsageError
    before anything else when it may not be written, and OutputFailed when it cannot.
    """
    is_device = os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
    path = path if is_device else checked(path, force)  # /dev/stdout leads to a pipe, which has no path of its own
    handle, temporary = (os.open(path, os.O_WRONLY), None) if is_device else begun(path)
    stream = os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="")
    try:
        yield stream
        finish(stream, temporary, path, force)
    except BaseException:
        abandon(stream, temporary)
        raise


def checked(path, force):
    """The path without links; raises UsageError when nothing may be written there."""
    path = os.path.realpath(path)
    if os.path.isdir(path):
        raise UsageError(f"{flag('output')} must be a file, and {path} is a folder.")
    if not os.path.isdir(os.path.dirname(path)):
        raise UsageError(f"{flag('output')} names a folder that is not there: {os.path.dirname(path)}.")
    if os.path.isfile(path) and not force:
        raise UsageError(f"{path} is there already.", hint=WRITE_OVER)
    return path


def begun(path):
    """``(handle, path)`` of the file that becomes the one at ``path``."""
    from tempfile import mkstemp

    try:
        handle, temporary = mkstemp(prefix=f".{os.path.basename(path)}.", dir=os.path.dirname(path))
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
    return handle, temporary


def finish(stream, temporary, path, force):
    """Write out what is left and put the file into its place; raises OutputFailed."""
    try:
        stream.flush()
        if temporary:
            os.chmod(temporary, mode(path))
            stream.close()
            place(temporary, path, force)
        else:
            stream.close()
    except OSError as error:
        raise OutputFailed(f"{path} could not be written: {error.strerror or error}.") from None


def place(temporary, path, force):
    """Give the file its name; without ``force`` not even over one that has come meanwhile, where the system can tell."""
    if force:
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise OutputFailed(f"{path} is there meanwhile.", hint=WRITE_OVER) from None
    except OSError:  # a file system without links
        os.replace(temporary, path)
        return
    os.unlink(temporary)


def mode(path):
    """The mode of the file that is there, else what the umask leaves."""
    try:
        return os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def abandon(stream, temporary):
    """Leave nothing behind."""
    try:
        stream.close()
    except OSError:
        pass  # the disk is full, which has been said
    if temporary and os.path.exists(temporary):
        os.unlink(temporary)
