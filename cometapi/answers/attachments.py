"""Media of a conversation: in the history stands where a file is and what its bytes were, never the bytes."""

import base64
import hashlib
import os
from binascii import Error as NoBase64

from cometapi.manifest.value_types import PARTS

MEDIA = {kind for kind, parts in PARTS.items() if "data" in parts}
MARK, FORM = "$file", "form"  # keys of what stands in place of the bytes: their digest, and how they were spelt
DATA_URL, BASE64 = "data:", ";base64,"
SHORTEST = 64  # characters; what is shorter holds no medium


def attached(call):
    """The files that are attached to a call, as the store wants them: digest, path, media type and size."""
    names = [name for name, facts in call.arguments.items() if facts.get("type") in MEDIA and call.values.get(name)]
    values = [one for name in names for one in listed(call.values[name]) if isinstance(one, dict) and one.get("data")]
    return [{**facts(one), "path": getattr(one, "path", None), "media_type": one.get("media_type")} for one in values]


def listed(value):
    """A value as a list, of one where it is none."""
    return value if isinstance(value, list) else [value]


def facts(one):
    """The digest and the size of an attached file, and its ``data`` for whoever looks for it in the request."""
    content = base64.b64decode(one["data"])
    return {
        "digest": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "data": one["data"],
        "url": one.get("url"),
    }


def spelt(files):
    """The texts in a request that hold the bytes of some files: a dict from text to what stands in its place."""
    found: dict[str, dict] = {}
    for one in files:
        found |= {one[form]: {MARK: one["digest"], FORM: form} for form in ("data", "url") if one.get(form)}
    return found


def spelling(data):
    """The same for data of an answer, in Base64 or as a data: URL; nothing for what is neither."""
    form = "url" if data.startswith(DATA_URL) else "data"
    try:
        content = base64.b64decode(data.partition(BASE64)[2] if form == "url" else data)
    except (NoBase64, ValueError):
        return {}
    return {data: {MARK: hashlib.sha256(content).hexdigest(), FORM: form}}


def without(value, known):
    """A value of JSON in which a mark stands in place of each medium: of those that are ``known``, and of any data: URL."""
    if isinstance(value, dict):
        return {key: without(one, known) for key, one in value.items()}
    if isinstance(value, list):
        return [without(one, known) for one in value]
    if not isinstance(value, str) or len(value) < SHORTEST:
        return known.get(value, value) if isinstance(value, str) else value
    if value not in known and value.startswith(DATA_URL) and BASE64 in value:
        return spelling(value).get(value, value)
    return known.get(value, value)


class Files:
    """The files behind the attachments of a conversation, read again; ``lost`` names those that are no longer the same."""

    def __init__(self, attachments):
        self.known = {one["digest"]: one for one in attachments}
        self.lost = {}

    def restored(self, value):
        """A value of JSON with the bytes in place of their marks; None for what holds a mark of a file that is lost."""
        if isinstance(value, list):
            return [kept for one in value if (kept := self.restored(one)) is not None or one is None]
        if not isinstance(value, dict):
            return value
        if MARK in value and FORM in value:
            return self.spelt(value)
        found = {key: self.restored(one) for key, one in value.items()}
        return None if any(found[key] is None and one is not None for key, one in value.items()) else found

    def spelt(self, mark):
        """The bytes that a mark stands for, as they were spelt; None where they cannot be had."""
        one = self.known.get(mark[MARK])
        content = self.content(one) if one else None
        if content is None:
            self.lost[mark[MARK]] = one["path"] if one else None
        if one is None or content is None:
            return None
        data = base64.b64encode(content).decode("ascii")
        return f"{DATA_URL}{one['media_type']}{BASE64}{data}" if mark[FORM] == "url" else data

    def content(self, one):
        """The bytes of an attachment, None where the file is gone or holds other ones."""
        if not one["path"]:
            return None
        try:
            with open(one["path"], "rb") as file:
                content = file.read(one["size"] + 1)
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == one["digest"] else None

    def told(self):
        """Sentences about what is not sent again."""
        named = sorted({path for path in self.lost.values() if path})
        for path in named:
            why = "has changed since" if os.path.exists(path) else "is no longer there"
            yield f"{path} {why}, so it is not sent again."
        if len(named) < len(set(self.lost)):
            yield "Images and other media of earlier answers are not sent again; the history does not hold them."
