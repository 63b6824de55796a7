"""New files for media that came: no name is ever the service's, and no file that is there is written over unasked."""

import base64
import binascii
import os
import re

from cometapi import temporary
from cometapi.cli.endings import ENDINGS
from cometapi.errors import OutputFailed
from cometapi.output import wav
from cometapi.output.to_file import is_stream, mode, to_path

MOST = 10_000  # names that are tried in a folder
DATA_URL = re.compile(r"data:([\w.+/-]*)(?:;[^,]*)?;base64,")


class NewFiles:
    """Names for several files: a path for the first of them and ``cat-2.png`` for the next, or ``image-{number}`` for all."""

    def __init__(self, path, force=False):
        self.path, self.force = path, force
        self.stem, self.ending = os.path.splitext(path)
        self.pattern, self.number = None, 1

    @classmethod
    def into(cls, folder, name):
        """Files in a folder, with a name in which ``{number}`` counts."""
        files = cls(os.path.join(folder, name))
        files.pattern, files.path = files.stem, None
        return files

    def save(self, kind, pieces):
        """The path of the file that now holds the pieces of bytes; raises OutputFailed."""
        if self.path:
            path, self.path = self.path, self.path if is_stream(self.path) else None
            self.pattern, self.number = f"{self.stem}-{{number}}", 2
            with to_path(path, self.force) as file:
                write(path, file.buffer, pieces)
            return path
        return new_file(kind, pieces, self.pattern, self.ending, self.number)


UNKNOWN = ".bin"


def new_file(kind, pieces, pattern, ending="", first=1):
    """The path of a new file, named by the first number of ``pattern`` that is free; its ending is that of its media type.

    It has its name when it is whole.
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
    """Write pieces of bytes into the file that becomes the one at ``path``; raises OutputFailed."""
    try:
        wav.write(file, pieces)
    except OSError as error:
        raise OutputFailed(f"{path} could not be written: {error.strerror or error}.") from None


def whole(folder, pieces):
    """The path of an unfinished file of a folder that holds pieces of bytes; what fails leaves none behind."""
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
    """Give a whole file the first name that is free, and return it; raises OutputFailed."""
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
    """``(media type or None, pieces of bytes)`` of base64, be it a data URL; None in place of bytes that are no base64."""
    head = DATA_URL.match(text)
    try:
        data = base64.b64decode(text[head.end() :] if head else text, validate=True)
    except (binascii.Error, ValueError):
        return None, None
    return (head[1] or None) if head else None, [data]
