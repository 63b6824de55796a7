"""New files for media that came: no name is ever the service's, and no file that is there is written over unasked."""

import base64
import os
import re
from contextlib import contextmanager

from cometapi import temporary
from cometapi.cli.endings import ENDINGS
from cometapi.errors import OutputFailed
from cometapi.output import wav
from cometapi.output.to_file import WRITE_OVER, is_stream, mode, to_path

MOST = 10_000  # names that are tried in a folder
DATA_URL = re.compile(r"data:([\w.+/-]*)(?:;[^,]*)?;base64,")
BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
AT_ONCE = 4 * 65536  # base64 characters per piece
UNKNOWN = ".bin"


class NewFiles:
    """Names for new files: the given path for one, ``cat-1.png`` and so on for several, or a pattern like ``image-{number}``."""

    def __init__(self, path, *, several=False, force=False):
        self.path, self.force = path, force
        stem, self.ending = os.path.splitext(path)
        self.pattern = None if is_stream(path) or not several else f"{stem}-{{number}}"
        self.number = 0

    @classmethod
    def into(cls, folder, name):
        """Files in a folder, with a name in which ``{number}`` counts."""
        files = cls(os.path.join(folder, name))
        files.pattern = files.path
        return files

    def save(self, kind, pieces):
        """The path of the file that now holds the pieces of bytes; raises OutputFailed."""
        self.number += 1
        if self.pattern and not self.force:
            return new_file(kind, pieces, self.pattern, self.ending)
        path = f"{self.pattern}{self.ending}".replace("{number}", str(self.number)) if self.pattern else self.path
        with to_path(path, self.force) as file:
            write(path, file.buffer, pieces)
        return path

    def place(self, kind, unfinished):
        """Rename a complete file of the same folder, and return its path; raises OutputFailed."""
        self.number += 1
        if self.pattern and not self.force:
            temporary.chmod(unfinished, mode(None))
            return placed(unfinished, self.pattern + (self.ending or ENDINGS.get(kind, UNKNOWN)), 1)
        path = f"{self.pattern}{self.ending}".replace("{number}", str(self.number)) if self.pattern else self.path
        with named(path):
            place = os.path.realpath(path)
            temporary.chmod(unfinished, mode(place))
            (os.replace if self.force else temporary.placed)(unfinished, place)
        return path


@contextmanager
def named(path):
    """Turn errors of renaming a file into OutputFailed."""
    try:
        yield
    except FileExistsError:
        raise OutputFailed(f"{path} was created in the meantime.", hint=WRITE_OVER) from None
    except OSError as error:
        raise OutputFailed(f"{path} could not be written: {error.strerror or error}.") from None


def new_file(kind, pieces, pattern, ending="", first=1):
    """Write a new file, and return its path: the first free number of ``pattern``, with the extension of its media type.

    The file gets its name once it is complete.
    """
    ending = ending or ENDINGS.get(kind.partition(";")[0].strip().lower(), UNKNOWN)
    try:
        unfinished = whole(os.path.dirname(pattern) or ".", pieces)
    except OSError as error:
        raise OutputFailed(
            f"{pattern.replace('{number}', str(first))}{ending} cannot be written: {error.strerror}."
        ) from None
    try:
        return placed(unfinished, pattern + ending, first)
    finally:
        temporary.remove(unfinished)


def write(path, file, pieces):
    """Write pieces of bytes to an open file for ``path``; raises OutputFailed."""
    try:
        wav.write(file, pieces)
    except OSError as error:
        raise OutputFailed(f"{path} could not be written: {error.strerror or error}.") from None


def whole(folder, pieces):
    """Write pieces of bytes to a temporary file in a folder, and return its path; it is removed if that fails."""
    handle, unfinished = temporary.begun(folder)
    try:
        with os.fdopen(handle, "wb") as file:
            wav.write(file, pieces)
            file.flush()
            temporary.chmod(unfinished, mode(None))
    except BaseException:
        temporary.remove(unfinished)
        raise
    return unfinished


def placed(unfinished, pattern, first):
    """Give a complete file the first free name, and return that; raises OutputFailed."""
    for number in range(first, MOST):
        path = pattern.replace("{number}", str(number))
        try:
            temporary.placed(unfinished, path)
            return path
        except FileExistsError:
            continue
        except OSError as error:
            raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
    raise OutputFailed(f"All file names like {pattern} already exist.")


def decoded(text):
    """``(media type or None, pieces of bytes)`` of base64 or a data URL; the pieces are None if it is not base64."""
    head = DATA_URL.match(text)
    start = head.end() if head else 0
    if "\n" in text or "\r" in text or " " in text:
        text, start = "".join(text[start:].split()), 0
    if not BASE64.fullmatch(text, start) or (len(text) - start) % 4:
        return None, None
    return (head[1] or None) if head else None, parts(text, start)


def parts(text, start):
    """Yield the decoded bytes of base64 in pieces."""
    for at in range(start, len(text), AT_ONCE):
        yield base64.b64decode(text[at : at + AT_ONCE])
