"""File extensions: the usual one of each media type, and names with the extension of their content."""

import os

from cometapi.cli.signatures import by_name, has_mark
from cometapi.manifest.output_formats import FORMATS

ENDINGS = {  # by media type; types that a double click should not open or run are left out
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/bmp": ".bmp",
    "image/tiff": ".tiff",
    "audio/mpeg": ".mp3",
    "audio/mp3": ".mp3",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/wave": ".wav",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/flac": ".flac",
    "audio/ogg": ".ogg",
    "audio/opus": ".opus",
    "audio/webm": ".weba",
    "audio/pcm": ".pcm",
    "audio/l16": ".pcm",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/mpeg": ".mpeg",
    "video/ogg": ".ogv",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/zip": ".zip",
    "model/gltf-binary": ".glb",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "text/markdown": ".md",
}
NPY = ".npy"  # a NumPy array
FORMATS_OF = {"md": "markdown", "yml": "yaml"}  # extensions that differ from the name of the output format
MEDIA = ("audio", "image", "video")  # families whose content and extension are compared


def named(name, media_type):
    """A file name with the extension of its content, which replaces that of another medium or is appended.

    ``media_type`` is the type of its content. The name is unchanged if that is not a medium, or if the extension fits.
    """
    family, _, kind = (media_type or "").partition("/")
    ending, told = ENDINGS.get(media_type), by_name(name) or ""
    if family not in MEDIA or ending is None or not has_mark(media_type):
        return name
    if told == media_type or told.partition("/")[2] == kind:
        return name
    is_other = told.partition("/")[0] in MEDIA
    return f"{os.path.splitext(name)[0] if is_other else name}{ending}"


def format_of(path, usual):
    """The output format that a path's extension names, else the usual one."""
    ending = path.rpartition(".")[2].lower()
    ending = FORMATS_OF.get(ending, ending)
    return ending if ending in FORMATS else usual
