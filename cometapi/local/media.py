"""Images and other media inside an answer, saved to a folder."""

import base64
import binascii
import mimetypes
import os

from cometapi.errors import OutputFailed


def told(medium, folder):
    """Save a medium (``mimeType`` and base64 ``data``) into the folder and say where, or say how it could be saved."""
    kind = str(medium.get("mimeType") or "application/octet-stream")
    try:
        data = base64.b64decode(str(medium.get("data") or ""), validate=True)
    except (binascii.Error, ValueError):
        return f"The answer holds a medium ({kind}) that cannot be read."
    if folder is None:
        return f"The answer holds a medium ({kind}, {len(data):,} bytes); save it with --save DIR."
    return f"Saved {saved(data, kind, folder)} ({kind}, {len(data):,} bytes)."


def saved(data, kind, folder):
    """The path of the new file that holds the data; no file that is there is ever written over."""
    ending = mimetypes.guess_extension(kind.partition(";")[0]) or ".bin"
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
