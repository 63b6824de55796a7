"""Media types of local files: by their first bytes, else by their name."""

import os

MEDIA_TYPES = {  # what the system's table may lack, or call by an older name
    ".wav": "audio/wav",
    ".webp": "image/webp",
    ".heic": "image/heic",
    ".m4a": "audio/mp4",
    ".opus": "audio/opus",
    ".flac": "audio/flac",
    ".aac": "audio/aac",
    ".md": "text/markdown",
}
LONGEST_SIGNATURE = 12
SIGNATURES = (  # (offset, bytes, media type)
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypM4A ", "audio/mp4"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    *((0, bytes((0xFF, sync)), "audio/mpeg") for sync in (0xFB, 0xFA, 0xF3, 0xF2)),
    *((0, bytes((0xFF, sync)), "audio/aac") for sync in (0xF1, 0xF9)),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS", "audio/ogg"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
)
CONTAINERS = {  # types whose signature is shared by these families: the name decides
    "audio/ogg": ("audio", "video"),
    "video/mp4": ("audio", "video", "image"),
    "video/webm": ("audio", "video"),
    "application/zip": ("application",),
}
SURE = ("image/png", "image/jpeg", "image/gif", "image/webp")  # which always begin as SIGNATURES say
UNKNOWN = "application/octet-stream"


def by_signature(head):
    """The media type that the first bytes of a file tell, or None."""
    known = (media_type for at, signature, media_type in SIGNATURES if head[at : at + len(signature)] == signature)
    return next(known, None)


def by_name(name):
    """The media type that a file's name tells, or None."""
    import mimetypes

    ending = os.path.splitext(name)[1].lower()
    return MEDIA_TYPES.get(ending) or mimetypes.guess_type(name)[0]


def type_of(head, name):
    """The media type of a file, or None."""
    return told(by_signature(head), by_name(name))


def told(known, named):
    """The media type of a file, from ``known``, that of its bytes, and ``named``, that of its name or header, each or None."""
    if known in CONTAINERS and (named or "").partition("/")[0] in CONTAINERS[known]:
        return named
    return known or named


def has_mark(media_type):
    """Whether files of a media type, which may be ``FAMILY/*``, are recognized by a signature."""
    return media_type.endswith("/*") or any(media_type == one for _, _, one in SIGNATURES)


def text_of(content, media_type):
    """The text of a file that is neither a medium nor a PDF, None where it is no text in UTF-8."""
    if media_type == "application/pdf" or media_type.partition("/")[0] in ("image", "audio", "video"):
        return None
    return decoded(content)


def decoded(content):
    """Bytes as text, None where they are none."""
    try:
        return None if b"\0" in content else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def is_unfit(content, media_type):
    """Whether bytes do not match a media type, such as plain text in an image file."""
    head = content[:LONGEST_SIGNATURE]
    if by_signature(head):
        return False
    return media_type in SURE or (media_type != "image/svg+xml" and decoded(content) is not None)
