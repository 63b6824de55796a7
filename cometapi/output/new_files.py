"""New files for media that came: no name is ever the service's, and no file that is there is written over unasked."""

import base64
import binascii
import mimetypes
import os
import re

from cometapi.errors import OutputFailed
from cometapi.output.to_file import to_path

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
            path, self.path = self.path, None
            self.pattern, self.number = f"{self.stem}-{{number}}", 2
            with to_path(path, self.force) as file:
                file.buffer.writelines(pieces)
            return path
        return new_file(kind, pieces, self.pattern, self.ending, self.number)


def new_file(kind, pieces, pattern, ending="", first=1):
    """The path of a new file, named by the first number of ``pattern`` that is free; its ending is that of its media type."""
    ending = ending or mimetypes.guess_extension(kind.partition(";")[0].strip(), strict=False) or ".bin"
    for number in range(first, MOST):
        path = pattern.replace("{number}", str(number)) + ending
        try:
            with open(path, "xb") as file:
                write(file, pieces)
            return path
        except FileExistsError:
            continue
        except OSError as error:
            raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
    raise OutputFailed(f"Every name like {pattern}{ending} is taken.")


def write(file, pieces):
    """Write pieces of bytes into a new file; what fails leaves none behind."""
    try:
        file.writelines(pieces)
        file.flush()
    except BaseException:
        file.close()
        os.unlink(file.name)
        raise


def decoded(text):
    """``(media type or None, pieces of bytes)`` of base64, be it a data URL; None in place of bytes that are no base64."""
    head = DATA_URL.match(text)
    try:
        data = base64.b64decode(text[head.end() :] if head else text, validate=True)
    except (binascii.Error, ValueError):
        return None, None
    return (head[1] or None) if head else None, [data]
