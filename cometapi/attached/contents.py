"""What the bytes of a file or a page are for a model: text, or a medium that its protocol takes. Pure, but for reading."""

import os
from base64 import b64encode
from fnmatch import fnmatchcase

from cometapi.attached.wrapper import wrapped
from cometapi.cli import signatures
from cometapi.cli.encodings import text_of_file
from cometapi.cli.files import contents, family_of, format_of
from cometapi.manifest.value_types import of_parts

PDF = b"%PDF-"


def read(path):
    """The bytes of a file or a named pipe; raises ValueError for anything else, and for what is too large."""
    return contents(path, links=False, pipes=True)


def piece(content, name, takes, text=text_of_file):
    """What is sent of some bytes under a name: ``{"text": ...}``, or the parts of a medium (``value_types.MEDIUM``).

    ``takes`` are patterns of media types that the protocol takes, ``text`` reads bytes as text. Raises ValueError, the end
    of a sentence, for everything else.
    """
    told = None if content.startswith(PDF) else text(content)
    if told is not None:
        return {"text": wrapped(name, told)}
    media_type = signatures.type_of(content[: signatures.LONGEST_SIGNATURE], name)
    family = family_of(media_type or "")
    if media_type and not signatures.is_unfit(content, media_type) and fits(media_type, takes):
        return medium(content, os.path.basename(name), media_type)
    if media_type and family != "text" and not signatures.is_unfit(content, media_type):
        raise ValueError(f"must be text or a medium that can be sent here, but {name} is {media_type}")
    raise ValueError(f"must be text in UTF-8 or UTF-16, but {name} is not")


def medium(content, name, media_type):
    """The parts of a medium of these bytes."""
    data = b64encode(content).decode("ascii")
    url = f"data:{media_type};base64,{data}"
    return of_parts("context", media_type, format_of(media_type), name, family_of(media_type), url, None, data)


def fits(media_type, patterns):
    """Whether a media type is one of some patterns."""
    return any(fnmatchcase(media_type, one) for one in patterns)
