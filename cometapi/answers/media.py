"""Images and other media inside an answer, saved to a folder."""

import base64
import binascii
import mimetypes
import os

from cometapi.errors import OutputFailed


def described(medium):
    """What a medium is, and how it could be saved, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return f"The answer holds a medium ({kind}) that cannot be read."
    return f"The answer holds a medium ({kind}, {len(data):,} bytes); save it with --save DIR."


def stored(medium, folder):
    """Save a medium into the folder and say where, or why not, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return f"The answer holds a medium ({kind}) that cannot be read."
    return f"Saved {saved(data, kind, folder)} ({kind}, {len(data):,} bytes)."


def content(medium):
    """The media type and the bytes of a Medium; None for bytes that are no Base64."""
    kind = str(medium.media_type or "application/octet-stream")
    try:
        return kind, base64.b64decode(str(medium.data or ""), validate=True)
    except (binascii.Error, ValueError):
        return kind, None


def saved(data, kind, folder):
    """The path of the new file that holds the data; no file that is there is ever written over."""
    ending = mimetypes.guess_extension(kind.partition(";")[0], strict=False) or ".bin"
    for number in range(1, 10_000):
        path = os.path.join(folder, f"answer-{number}{ending}")
        try:
            with open(path, "xb") as file:
                file.write(data)
            return path
        except FileExistsError:
            continue
        except OSError as error:
            raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
    raise OutputFailed(f"{folder} is full of answers.")
