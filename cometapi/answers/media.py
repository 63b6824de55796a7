"""Images and other media inside an answer, saved to a folder."""

import os

from cometapi.advice import also
from cometapi.cli.signatures import LONGEST_SIGNATURE, by_signature
from cometapi.errors import CometError
from cometapi.http import url
from cometapi.output.new_files import decoded, new_file

NOUNS = {"image": "an image", "audio": "an audio file", "video": "a video"}
NAME = "answer-{number}"  # what a file is called, without its ending


def described(medium):
    """What a medium is, and how the next one could be saved, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return unread(medium, kind)
    told = f"The answer contains {noun(kind)} ({kind}, {len(data):,} bytes) that was not saved."
    return f"{told}{also(' To keep the next one, add {save} DIR.')}"


def noun(kind):
    """The noun for a media type, with its article."""
    return NOUNS.get(kind.partition("/")[0], "a file")


def stored(medium, folder):
    """Save a medium into the folder and say where, or why not, as a sentence."""
    kind, data = content(medium)
    if data is None:
        return unread(medium, kind)
    path = new_file(by_signature(data[:LONGEST_SIGNATURE]) or kind, [data], os.path.join(folder, NAME))
    return f"Saved {path} ({kind}, {len(data):,} bytes)."


def kept(medium, folder):
    """Save a medium by default, into the folder that a function returns; a failure is reported and the command continues."""
    if content(medium)[1] is None:
        return unread(medium, content(medium)[0])
    try:
        return stored(medium, folder())
    except (CometError, OSError) as error:
        return f"{described(medium)} {error}"


def content(medium):
    """The media type and the bytes of a Medium; None for bytes that are no Base64."""
    kind, pieces = decoded(str(medium.data or ""))
    return str(medium.media_type or kind or "application/octet-stream"), pieces and b"".join(pieces)


def unread(medium, kind):
    """What a medium is that is not in the answer itself, or cannot be read, as a sentence."""
    if url.is_link(str(medium.data)):
        return f"The answer contains {noun(kind)} ({kind}) at {medium.data}"
    return f"The answer contains {noun(kind)} ({kind}) that cannot be read."
