"""``--output``: the result goes into a file, whole or not at all, and never over one that is there unasked."""

import os
import re
from contextlib import contextmanager

from cometapi import temporary
from cometapi.advice import advice, also, flag
from cometapi.errors import OutputFailed, UsageError
from cometapi.manifest.output_formats import FORMATS

WRITE_OVER = advice("Overwrite it with {force}.")
LEAVE = "Go to a folder that exists: cd"


@contextmanager
def to_file(context, path, force=False, *, is_private=False):
    """Let everything for stdout go into the file at ``path``; None and ``-`` stand for stdout itself. Raises like ``to_path``."""
    if path in (None, "-"):
        yield
        return
    outer = context.stdout
    try:
        with to_path(path, force, is_private=is_private) as stream:
            context.stdout = stream
            yield
    finally:
        context.stdout = outer
    if path in FORMATS:  # as -o json means in other programs
        context.note(f"Wrote a file named {path}.{also(' To choose the format, use {format} {name}.', name=path)}")


@contextmanager
def to_path(path, force=False, *, is_private=False):
    """A text stream, with a ``buffer`` for bytes, that becomes the file at ``path``.

    The file appears when all went well, with the mode that the umask gives or the old one had; one that ``is_private`` is
    its owner's alone. Raises UsageError before anything else when it may not be written, and OutputFailed when it cannot.
    """
    number = descriptor(path)
    if number is None and not is_device(path):
        path = checked(path, force)
    handle, unfinished = begun(path, number)
    stream = os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="")
    try:
        yield stream
        finish(stream, unfinished, path, force, is_private=is_private)
    except BaseException:
        abandon(stream, unfinished)
        raise


DESCRIPTORS = re.compile(r"/dev/fd/(\d+)|/proc/self/(?:task/\d+/)?fd/(\d+)")
STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
MOST_LINKS = 40  # that are followed


def descriptor(path):
    """The number of the open descriptor that a path stands for, None where it is any other path.

    Where a descriptor leads to a file, that file is being written by somebody else already, and no name for it will do.
    """
    for _ in range(MOST_LINKS):
        path = os.path.join(real(os.path.dirname(path) or "."), os.path.basename(path))
        found = DESCRIPTORS.fullmatch(path.replace(f"/proc/{os.getpid()}/", "/proc/self/"))
        if path in STREAMS or found:
            return STREAMS[path] if path in STREAMS else int(found[1] or found[2])
        if not os.path.islink(path):
            return None
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def is_device(path):
    """Whether a path is there and is neither a file nor a folder: it is written to and not replaced."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def is_stream(path):
    """Whether what is written to a path is added to what is there, and never in the way of anything."""
    return descriptor(path) is not None or is_device(path)


def checked(path, force):
    """The path without links; raises UsageError when nothing may be written there."""
    path = real(path)
    if os.path.isdir(path):
        raise UsageError(f"{flag('output')} must be a file, but {path} is a folder.")
    if not os.path.isdir(os.path.dirname(path)):
        raise UsageError(f"{flag('output')} is in a folder that does not exist: {os.path.dirname(path)}.")
    if os.path.isfile(path) and not force:
        raise UsageError(f"{path} already exists.", hint=WRITE_OVER)
    return path


def real(path):
    """The path without links; raises UsageError in a working folder that was removed."""
    try:
        return os.path.realpath(path)
    except FileNotFoundError:
        raise UsageError("The current folder was removed, so no file can be written into it.", hint=LEAVE) from None


def begun(path, number=None):
    """``(handle, path)`` of the file that becomes the one at ``path``; of a stream its handle, None as path."""
    try:
        if number is not None:
            return os.dup(number), None
        if is_device(path):
            return os.open(path, os.O_WRONLY), None
        return temporary.begun(os.path.dirname(path))
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None


def finish(stream, unfinished, path, force, *, is_private=False):
    """Write out what is left and put the file into its place; raises OutputFailed."""
    try:
        stream.flush()
        if unfinished and not is_private:  # it is the owner's alone until then
            temporary.chmod(unfinished, mode(path))
        stream.close()
        if unfinished and force:
            os.replace(unfinished, path)
        elif unfinished:
            temporary.placed(unfinished, path)
    except FileExistsError:
        raise OutputFailed(f"{path} was created in the meantime.", hint=WRITE_OVER) from None
    except OSError as error:
        raise OutputFailed(f"{path} could not be written: {error.strerror or error}.") from None


def mode(path):
    """The mode of the file that is there, else (or without a path, None) what the umask leaves."""
    if path is not None and os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def abandon(stream, unfinished):
    """Leave nothing behind."""
    try:
        stream.close()
    except OSError:
        pass  # the disk is full, which has been said
    if unfinished:
        temporary.remove(unfinished)
