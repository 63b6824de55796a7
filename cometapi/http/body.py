"""The body of a request: how it is sent, how long it is, and how it looks to people, to scripts and to curl."""

import json
import os
from urllib.parse import quote as percent
from urllib.parse import urlencode

from cometapi.cli.uploads import Upload
from cometapi.context import encoded
from cometapi.errors import UsageError
from cometapi.http.fields import flat
from cometapi.http.shell import word
from cometapi.manifest.templates import as_text
from cometapi.output.plain import finite

USUAL = {"POST": "json", "PUT": "json", "PATCH": "json"}  # what a method sends where the manifest does not say
LONGEST_WORD = 100_000  # bytes that fit into one word of a command line; Linux takes 131072
ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})  # of names in a multipart body (WHATWG, RFC 7578 2)


def body(sends, value, media_type=None):
    """The body that a value makes in one of the ways of ``sends``, None where nothing is sent.

    ``value`` is what was laid out for the body; ``media_type`` is the manifest's own word for what it is.
    """
    if sends == "nothing" or (sends == "raw" and value in ({}, None)):
        return None
    return KINDS[sends](value, media_type)


class Text:
    """A body of bytes. ``is_piped``, of any body, is whether part of it came from stdin."""

    is_piped = False

    def __init__(self, data, media_type):
        self.data = data
        self.media_type = media_type

    @property
    def length(self):
        """How many bytes are sent."""
        return len(self.data)

    def headers(self):
        """The headers that the body has of itself, as they are sent."""
        return {"Content-Type": self.media_type, "Content-Length": str(self.length)}

    def pieces(self):
        """The bytes to send: a generator, new for every attempt."""
        yield self.data

    def shown(self):
        """What a machine format shows: a JSON value."""
        return str(self)

    def __str__(self):
        return self.data.decode("utf-8", "replace")

    def curl(self):
        """``(options of curl, text that is piped into it or None)``; the text of a long body would not fit into a word."""
        text = str(self)
        if len(word(text)) > LONGEST_WORD:
            return ["--data-binary @-"], text
        return [f"--data-raw {word(text)}"], None


class Json(Text):
    """A JSON value."""

    def __init__(self, value, media_type=None):
        text = json.dumps(finite(value), ensure_ascii=False, allow_nan=False, default=no_file)
        super().__init__(encoded(text), media_type or "application/json")
        self.value = value

    def shown(self):
        """The value itself."""
        return json.loads(self.data)


def no_file(value):
    """Raise UsageError for a file, which JSON cannot contain."""
    raise UsageError(f"This request cannot carry the file {value.path if isinstance(value, Upload) else value}.")


class Form(Text):
    """The fields of an HTML form."""

    def __init__(self, value, _media_type=None):
        self.fields = [(encoded(name), encoded(as_text(one))) for name, one in flat(value)]
        data = urlencode(self.fields).encode("ascii")
        super().__init__(data, "application/x-www-form-urlencoded")

    def curl(self):
        """One option for each field; curl encodes the value, and takes the name as it is."""
        if self.length > LONGEST_WORD:
            return super().curl()
        fields = [f"{percent(name, safe='')}={value.decode('utf-8')}" for name, value in self.fields]
        return [f"--data-urlencode {word(field)}" for field in fields], None


class Multipart:
    """Fields and files, each a part of its own (RFC 7578)."""

    media_type = "multipart/form-data"

    def __init__(self, value, _media_type=None):
        self.fields = [(name, one if isinstance(one, Upload) else as_text(one)) for name, one in flat(value)]
        self.boundary = os.urandom(16).hex()

    @property
    def length(self):
        """How many bytes are sent, from the sizes of the files."""
        return sum(part.size if isinstance(part, Upload) else len(part) for part in self.segments())

    @property
    def is_piped(self):
        """Whether one of its files came from stdin."""
        return any(isinstance(value, Upload) and value.is_piped for _, value in self.fields)

    def headers(self):
        """The headers that the body has of itself, as they are sent."""
        return {"Content-Type": f"{self.media_type}; boundary={self.boundary}", "Content-Length": str(self.length)}

    def pieces(self):
        """The bytes to send: a generator, new for every attempt. Raises like ``Upload.pieces``."""
        for part in self.segments():
            if isinstance(part, Upload):
                yield from part.pieces()
            else:
                yield part

    def segments(self):
        """The body in order: bytes, and the files between them."""
        for name, value in self.fields:
            yield f"--{self.boundary}\r\n".encode("ascii") + part_head(name, value)
            yield value if isinstance(value, Upload) else encoded(value)
            yield b"\r\n"
        yield f"--{self.boundary}--\r\n".encode("ascii")

    def shown(self):
        """Its fields in order, files by their name, type and size."""
        return [
            {"name": name, **(value.facts() if isinstance(value, Upload) else {"value": value})}
            for name, value in self.fields
        ]

    def __str__(self):
        return "\n".join(f"{name}: {value}" for name, value in self.fields)

    def curl(self):
        """One option for each part."""
        return [curl_part(name, value) for name, value in self.fields], None


def part_head(name, value):
    """The head of a part, with the blank line that ends it."""
    head = f'Content-Disposition: form-data; name="{name.translate(ESCAPES)}"'
    if isinstance(value, Upload):
        head += f'; filename="{value.name.translate(ESCAPES)}"\r\nContent-Type: {value.media_type}'
    return encoded(f"{head}\r\n\r\n")


def curl_part(name, value):
    """A part as an option of curl."""
    if not isinstance(value, Upload):
        return f"--form-string {word(f'{name}={value}')}"
    own = "stdin" if value.path == "-" else None if value.is_piped else value.name
    own = "" if own in (None, os.path.basename(value.path)) else f";filename={quoted(own)}"
    return f"--form {word(f'{name}=@{quoted(value.path)};type={value.known_type}{own}')}"


def quoted(path):
    """A path, quoted for curl's form parts."""
    if not set('",;\\ ') & set(path):
        return path
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


class File:
    """A file as the whole body."""

    def __init__(self, upload, media_type=None):
        self.upload = upload
        self._media_type = media_type

    @property
    def is_piped(self):
        """Whether the file came from stdin."""
        return self.upload.is_piped

    @property
    def media_type(self):
        """What the manifest says it is, else what the file tells."""
        return self._media_type or self.upload.known_type

    @property
    def length(self):
        """How many bytes are sent."""
        return self.upload.size

    headers = Text.headers

    def pieces(self):
        """The bytes to send: a generator, new for every attempt. Raises like ``Upload.pieces``."""
        return self.upload.pieces()

    def shown(self):
        """The file by its name, type and size."""
        return self.upload.facts()

    def __str__(self):
        return str(self.upload)

    def curl(self):
        """The file named by its path."""
        return [f"--data-binary {word(f'@{self.upload.path}')}"], None


def raw(value, media_type=None):
    """A file, or a text as it is."""
    if isinstance(value, Upload):
        return File(value, media_type)
    return Text(encoded(as_text(value)), media_type or "text/plain; charset=utf-8")


KINDS = {"json": Json, "form": Form, "multipart": Multipart, "raw": raw}
