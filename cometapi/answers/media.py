"""Images and other media inside an answer, saved to a folder."""

import os

from cometapi.advice import also
from cometapi.output.new_files import decoded, new_file

NAME = "answer-{number}"  # what a file is called, without its ending


def described(medium):
    """What a medium is, and how it could be saved, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return f"The answer holds a medium ({kind}) that cannot be read."
    return f"The answer holds a medium ({kind}, {len(data):,} bytes){also('; save it with {save} DIR')}."


def stored(medium, folder):
    """Save a medium into the folder and say where, or why not, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return f"The answer holds a medium ({kind}) that cannot be read."
    path = new_file(kind, [data], os.path.join(folder, NAME))
    return f"Saved {path} ({kind}, {len(data):,} bytes)."


def content(medium):
    """The media type and the bytes of a Medium; None for bytes that are no Base64."""
    _, pieces = decoded(str(medium.data or ""))
    return str(medium.media_type or "application/octet-stream"), pieces and b"".join(pieces)
