"""Readers for values such as JSON files, media and pairs. Each raises ValueError with the end of a sentence."""

import base64
import os
import stat

from cometapi.cli import signatures
from cometapi.cli.json_text import DEEPEST, TooDeep, value_of
from cometapi.http import url
from cometapi.manifest.value_types import of_parts

LARGEST_MEDIUM = 20 * 1024 * 1024  # bytes of a local file that is sent inside a request
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FORMATS = {"mpeg": "mp3", "mp4": "m4a"}
NOUNS = {"image": "an image", "audio": "an audio file", "video": "a video"}


def bytes_of(path, stream=None):
    """The bytes of a file, or of the stream that ``-`` stands for."""
    try:
        if stream is not None:
            return stream.read()
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Unreadable(f"must be a file that can be read: {path}: {reason(error)}") from None


class Unreadable(ValueError):
    """A file cannot be read."""


def lines(path, stream=None):
    """The lines of a text file that are not blank, each a value."""
    return [line for line in text_of(path, stream).splitlines() if line.strip()]


def text_of(path, stream=None):
    """The text of a file."""
    try:
        return bytes_of(path, stream).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"must be a UTF-8 text file, but {path} is not") from None


def every_line(path, stream=None):
    """The lines of a text file, including blank ones, split at line ends only."""
    return text_of(path, stream).replace("\r\n", "\n").removesuffix("\n").split("\n")


def json_lines(path, stream=None):
    """The JSON objects of a text file, one per line; a blank line gives an empty object."""
    return [json_of(line, number, path) for number, line in enumerate(every_line(path, stream), 1)]


def json_of(line, number, path):
    """The JSON object of a line."""
    try:
        value = value_of(line) if line.strip() else {}
    except ValueError as error:
        raise ValueError(f"must be JSON Lines, but line {number} of {path} is not valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise ValueError(f"must have a JSON object on each line, but line {number} of {path} is {kind_of(value)}")
    return value


def json_file(path, stream=None):
    """The JSON value of a file."""
    try:
        return value_of(bytes_of(path, stream).removeprefix(BYTE_ORDER_MARK))
    except UnicodeDecodeError:
        raise ValueError(f"must be JSON, but {path} is not text") from None
    except Unreadable:
        raise
    except ValueError as error:
        raise ValueError(f"must be JSON, but {path} is not: {error}") from None


def reason(error):
    """An OS error message in lower case."""
    return (error.strerror or "it cannot be read").lower()


def json_object_file(path, stream=None):
    """The JSON object of a file."""
    value = json_file(path, stream)
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object, but {path} contains {kind_of(value)}")
    return value


def json_list_file(path, stream=None):
    """The JSON list of objects of a file; an object counts as a list of one."""
    return listed(json_file(path, stream), path)


def messages_file(path, stream=None):
    """The messages of a file: a JSON list, or a Saved conversation."""
    value = json_file(path, stream)
    said = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(said, list):
        return listed(value, path)
    return Saved(listed(said, path), value.get("protocol"))


class Saved(list):
    """The messages of a conversation that this program wrote, as dicts of ``role`` and ``content``.

    ``turns`` gives those that say more as the turns of their ``protocol``, by their place in the list.
    """

    def __init__(self, messages, protocol):
        super().__init__({key: one[key] for key in ("role", "content") if key in one} for one in messages)
        self.protocol = protocol
        self.turns = {place: one["turns"] for place, one in enumerate(messages) if isinstance(one.get("turns"), list)}


def listed(value, path):
    """A JSON value as a list of objects; raises ValueError where it is none."""
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise ValueError(f"must be a JSON list, but {path} contains {kind_of(value)}")
    wrong = next((item for item in value if not isinstance(item, dict)), value)
    if wrong is not value:
        raise ValueError(f"must be a JSON list of objects, but {path} contains {kind_of(wrong)}")
    return value


def declarations(path, stream=None):
    """The JSON list of a file as one value."""
    return of_parts("declarations", json_list_file(path, stream))


def kind_of(value):
    """What a JSON value is, in a word."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


class Medium(dict):
    """A medium by its parts; ``path`` is where its file is, None for a URL."""

    path: str | None = None


def medium(family=None, links=True):
    """A reader of images, audio and other media: the path of a local file, or a URL, as a dict of what a shape may name.

    ``value_types.MEDIUM`` says which. ``family`` is the kind of media that is taken, None for all; without ``links``
    only local files are.
    """

    def read(text):
        is_link = url.is_link(text)
        text = url.lowered(text) if is_link else text
        if is_link and not links:
            raise ValueError(f"must be a local file here, not the URL {text}")
        content = None if is_link else contents(text, links)
        name = os.path.basename(text.split("?")[0].rstrip("/")) if is_link else os.path.basename(text)
        media_type = linked_type(name, family) if is_link else checked_type(content, name, family)
        said = None if is_link else signatures.text_of(content, media_type)
        link, data = (text, None) if is_link else (None, base64.b64encode(content).decode("ascii"))
        source = link or f"data:{media_type};base64,{data}"
        facts = media_type, format_of(media_type), name, family_of(media_type), source, link, data, said
        found = Medium(of_parts("medium", *facts))
        found.path = None if is_link else os.path.abspath(text)
        return found

    return read


image, audio, video, any_medium = medium("image"), medium("audio"), medium("video"), medium()
audio_file, medium_file = medium("audio", links=False), medium(links=False)


def linked_type(name, family):
    """The media type of a URL, which has to be of the family; its name need not tell it."""
    media_type = signatures.by_name(name)
    check_family(media_type, name, family)
    return media_type or (f"{family}/*" if family else signatures.UNKNOWN)


def checked_type(content, name, family):
    """The media type of a local file, whose bytes have to be what it says they are, and of the family."""
    if not content:
        raise ValueError(f"must not be empty, but {name} is")
    media_type = signatures.type_of(content[: signatures.LONGEST_SIGNATURE], name)
    check_family(media_type, name, family)
    if family and not media_type:
        raise ValueError(f"must be {NOUNS[family]}, but the name {name!r} does not say what it is")
    if media_type and family_of(media_type) in NOUNS and signatures.is_unfit(content, media_type):
        raise ValueError(f"must be {NOUNS[family_of(media_type)]}, but {name} is not one, despite its name")
    return media_type or (signatures.UNKNOWN if signatures.decoded(content) is None else "text/plain")


def check_family(media_type, name, family):
    """Raise ValueError when a media type is known and not of the family."""
    if family and media_type and family_of(media_type) != family:
        raise ValueError(f"must be {NOUNS[family]}, but {name} is {media_type}")


def format_of(media_type):
    """The short name of a media type: ``mp3`` of ``audio/mpeg``."""
    short = media_type.rpartition("/")[2]
    return FORMATS.get(short, short)


def family_of(media_type):
    """The family of a media type: ``image`` of ``image/png``."""
    return media_type.partition("/")[0]


def contents(path, links=True, pipes=False):
    """The bytes of a local file within the size limit; ``links`` and ``pipes`` are whether a URL or a pipe is taken as well."""
    try:
        kind = stat.S_IFMT(os.stat(path).st_mode)
        if kind not in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFIFO if pipes else None):
            raise ValueError(f"must be a file, but {path} is not one")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(LARGEST_MEDIUM + 1) if size <= LARGEST_MEDIUM else b""
    except OSError as error:
        wanted = "a file that can be read, or a URL" if links else "a file that can be read"
        raise ValueError(f"must be {wanted}: {path}: {reason(error)}") from None
    size = max(size, len(content))  # a pipe has no size, and a file may grow
    if size > LARGEST_MEDIUM:
        told = f"must be at most {LARGEST_MEDIUM // 2**20} MiB, but {path} is {size / 2**20:.1f} MiB"
        raise ValueError(f"{told}; give a URL instead" if links else told)
    return content


def assignment(text):
    """``a.b=value`` as nested dicts; the value is JSON where it is JSON, else text."""
    path, equals, value = text.partition("=")
    keys = path.split(".")
    if not equals or not all(keys):
        raise ValueError(f"must be KEY=VALUE such as metadata.user=1, not {text!r}")
    try:
        result = value_of(value)
        if len(keys) > DEEPEST:
            raise TooDeep
    except TooDeep as error:
        raise ValueError(f"cannot be sent: {error}") from None
    except ValueError:
        result = value
    for key in reversed(keys):
        result = {key: result}
    return result


def pair(text):
    """``KEY=VALUE`` as a dict of ``key`` and ``value``."""
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise ValueError(f"must be KEY=VALUE, not {text!r}")
    return of_parts("pair", key, value)


ROLES = ("system", "developer", "user", "assistant")


def message(text):
    """``ROLE:TEXT`` as a message."""
    role, colon, content = text.partition(":")
    if not colon or role not in ROLES:
        raise ValueError(f"must be ROLE:TEXT with a role of {', '.join(ROLES)}, not {text!r}")
    return of_parts("message", role, content)


def lat_lng(text):
    """``LATITUDE,LONGITUDE`` in degrees as a dict."""
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError(f"must be LATITUDE,LONGITUDE such as 48.2,16.37, not {text!r}") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"must be a latitude from -90 to 90 and a longitude from -180 to 180, not {text!r}")
    return of_parts("lat_lng", latitude, longitude)
