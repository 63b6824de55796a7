"""The files of a user's own commands: read where nobody else can have put them, and never from anywhere else.

A file counts only in the config folder itself: no link leads out of it, and neither the file nor a folder above it, up to
the config folder, may be written by others.
"""

import os
import stat

from cometapi.errors import ConfigurationError
from cometapi.own import places
from cometapi.own.digests import sha256
from cometapi.settings import folders

LARGEST, LARGEST_SAMPLE = 1_000_000, 32_000_000  # bytes
WRITABLE = stat.S_IWGRP | stat.S_IWOTH


class CommandFile:
    """One file: ``stem`` and ``path``, its ``content`` and the bytes of the ``samples`` that it names, by name."""

    def __init__(self, stem, path, content, samples):
        self.stem, self.path, self.content, self.samples = stem, path, content, samples

    @property
    def digest(self):
        """What changes with every byte of the file and of its samples."""
        return digest_of(self.content, self.samples)


def digest_of(content, samples):
    """A digest of a file and its samples (bytes by name)."""
    found = sha256()
    for name, data in [("", content), *sorted(samples.items())]:
        found.update(f"{len(name)}:{name}:{len(data)}:".encode())
        found.update(data)
    return found.hexdigest()


def stems(environ):
    """The names of the files, without their ending, in the order of the alphabet."""
    try:
        found = sorted(os.listdir(places.commands(environ) or ""))
    except OSError:
        return []
    return [name.removesuffix(places.ENDING) for name in found if name.endswith(places.ENDING) and name[0] != "."]


def content_of(environ, stem):
    """The bytes of a file; raises ConfigurationError, which names it, where it may not or cannot be read."""
    return guarded(folders.needed(places.commands(environ, f"{stem}{places.ENDING}")), environ, LARGEST)


def samples_of(environ, names):
    """The bytes of samples by name; those that are not there are left out. Raises ConfigurationError like ``content_of``."""
    found = {}
    for name in names:
        path = folders.needed(places.replies(environ, name))
        if os.path.isfile(path):
            found[name] = guarded(path, environ, LARGEST_SAMPLE)
    return found


def guarded(path, environ, most):
    """The bytes of a file of the config folder that only its owner can have written."""
    root = os.path.realpath(folders.beside_config(environ))
    real = os.path.realpath(path)
    if not real.startswith(root + os.sep):
        raise ConfigurationError(f"{path} is a link that leads out of {root}, so it is not read.")
    try:
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
        try:
            check(real, root, os.fstat(handle))
            with open(handle, "rb", closefd=False) as file:
                content = file.read(most + 1)
        finally:
            os.close(handle)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}.") from None
    if len(content) > most:
        raise ConfigurationError(f"{path} is larger than {most:,} bytes, so it is not read.")
    return content


def check(path, root, facts):
    """Raise ConfigurationError unless a file, whose ``facts`` are known, and its folders are the user's alone."""
    if not stat.S_ISREG(facts.st_mode):
        raise ConfigurationError(f"{path} is not a file.")
    if os.name == "nt":
        return
    found, place = [(path, facts)], path
    while place != root:
        place = os.path.dirname(place)
        found.append((place, os.stat(place)))
    for place, one in found:
        if one.st_uid not in (0, os.geteuid()):
            raise ConfigurationError(f"{place} belongs to another user, so no command of it is run.")
        if one.st_mode & WRITABLE:
            hint = f"Fix it with: chmod go-w {place}"
            raise ConfigurationError(f"{place} can be written by others, so no command of it is run.", hint=hint)
