"""Types of arguments: a word of the command line to a value, or a sentence about why it does not fit.

READERS has the function of each type; it raises ValueError with the end of a sentence. Nothing more is imported before
a value is really read.
"""

from cometapi.cli.choices import choices
from cometapi.manifest.moments import MOMENTS
from cometapi.manifest.value_types import SCHEMAS
from cometapi.suggest import meant

LARGEST = 2**63 - 1  # the largest whole number that others can count on


def read(argument, text):
    """A word as the value of an argument; raises ValueError with the end of a sentence."""
    if argument.choices and not (argument.positional and argument.repeat):  # several words may make one name there
        return one_of(text, choices(argument), NOUNS.get(str(argument.choices)))
    if text.lower() in argument.keywords:
        return text.lower()
    value = READERS[argument.type](text, *(argument.range or ()))
    fault = misfit(argument.data, value)
    if fault:
        raise ValueError(fault)
    return value


def misfit(facts, value):
    """Why a value is none for an argument of these facts, as the end of a sentence; None where nothing speaks against it."""
    if "begins" in facts and isinstance(value, str):
        begins = facts["begins"]
        return (
            None
            if len(value) > len(begins) and value.startswith(begins)
            else f"must be {begins} and a name, not {value!r}"
        )
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    wanted = beyond(value, *facts["range"]) if is_number and "range" in facts else None
    return f"must be {wanted}, not {value}" if wanted else None


def beyond(value, low, high):
    """The bounds that a number is beyond, in words; None when it is within them."""
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    return f"{low} or more" if high is None else f"between {low} and {high}"


NOUNS = {
    "$settings": "setting",
    "$help": "command or topic",
    "$commands": "command",
}  # what is named by a list of choices that has a name


def one_of(text, words, noun=None):
    """The word of ``words`` that ``text`` is, ignoring case; raises ValueError with the nearest one."""
    for word in words:
        if word.lower() == text.lower():
            return word
    if noun:
        raise ValueError(f"Unknown {noun} {text!r}{meant(text, words).rstrip('.')}")
    if len(words) > 12:
        raise ValueError(f"does not know {text!r}{meant(text, words).rstrip('.')}")
    raise ValueError(f"must be one of {', '.join(words)}, not {text!r}{meant(text, words).rstrip('.')}")


def integer(text, low=None, high=None):
    """A whole number from ``low`` to ``high``."""
    return ranged(text, int, "a whole number", low, high)


def number(text, low=None, high=None):
    """A number from ``low`` to ``high``."""
    return ranged(text, real, "a number", low, high)


def real(text):
    """A finite number, whole ones as int."""
    value = float(text)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("not finite")
    return int(value) if value.is_integer() and "e" not in text.lower() else value


def ranged(text, convert, noun, low, high):
    """``text`` as a number within bounds; raises ValueError with the end of a sentence."""
    try:
        value = convert(text.replace("_", "?"))  # Python reads 1_0 as 10, people do not
    except ValueError:
        raise ValueError(f"must be {noun}, not {text!r}") from None
    wanted = beyond(value, low, high)
    if wanted:
        raise ValueError(f"must be {wanted}, not {text}")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError(f"must be at most {LARGEST}")
    return value


def words(text):
    """Words separated by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def json_fields(text):
    """A JSON object."""
    from cometapi.cli.json_text import value_of

    try:
        value = value_of(text)
    except ValueError as error:
        raise ValueError(f"must be JSON: {error}") from None
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object, not {text!r}")
    return value


def token_bias(text):
    """A JSON object of whole token ids, each with a bias from -100 to 100."""
    value = json_fields(text)
    for token, bias in value.items():
        is_number = isinstance(bias, int | float) and not isinstance(bias, bool)
        if not (token.isascii() and token.isdecimal()) or not is_number or not -100 <= bias <= 100:
            raise ValueError(f"must map token IDs to a bias from -100 to 100, not {token!r}: {bias!r}")
    return value


def file(text):
    """The path of a file that exists."""
    import os

    if not os.path.isfile(text):
        raise ValueError(f"must be a file, but there is none at {text!r}")
    return text


def folder(text):
    """The path of a folder that exists."""
    import os

    if not os.path.isdir(text):
        raise ValueError(f"must be a folder, but there is none at {text!r}")
    return text


def upload(text):
    """A file to upload, of any size."""
    from cometapi.cli import uploads

    return uploads.upload(text)


def url(text):
    """An http or https URL."""
    from cometapi.http.url import checked_url

    return checked_url(text)


def failure(text):
    """``STATUS`` or ``STATUS:TIMES`` as a pair; TIMES is None for "always"."""
    status, colon, times = text.partition(":")
    if not (status.isdecimal() and 400 <= int(status) <= 599) or (colon and not times.isdecimal()):
        raise ValueError(f"must be an HTTP status from 400 to 599, or STATUS:TIMES, not {text!r}")
    return int(status), int(times) if colon else None


def of_files(reader):
    """The function of that name in the room of files, which is imported when a value of it is read."""

    def read_file(text):
        from cometapi.cli import files

        return getattr(files, reader)(text)

    return read_file


def context(text):
    """A word that names context, read when all else is known; ``-`` stands for the bytes of stdin, as far as they may be sent."""
    if text != "-":
        return text
    from cometapi.cli.files import LARGEST_MEDIUM
    from cometapi.cli.stdin import FromStdin

    def read(stream):
        content = stream.read(LARGEST_MEDIUM + 1)
        if len(content) > LARGEST_MEDIUM:
            raise ValueError(f"must be at most {LARGEST_MEDIUM // 2**20} MiB, but stdin is more")
        return content

    return FromStdin(read)


def link(text):
    """The URL of a medium that the service fetches."""
    from cometapi.cli import links

    return links.link(text)


def of_file_or_stdin(reader, room="files"):
    """Like ``of_files``, for a reader of a file or, with ``-``, of stdin, which is read when the call begins."""

    def read_file(text):
        from importlib import import_module

        from cometapi.cli.stdin import FromStdin

        act = getattr(import_module(f"cometapi.cli.{room}"), reader)
        return FromStdin(lambda stream: act("stdin", stream)) if text == "-" else act(text)

    return read_file


READERS = {
    "text": str,
    "words": words,
    "lower": str.lower,
    "upper": str.upper,
    "integer": integer,
    "number": number,
    "json": json_fields,
    "token_bias": token_bias,
    **MOMENTS,
    "file": file,
    "folder": folder,
    "url": url,
    "failure": failure,
    "upload": upload,
    **{name: of_file_or_stdin(name) for name in ("lines", "every_line", "json_lines")},
    "assignment": of_files("assignment"),
    "pair": of_files("pair"),
    "message": of_files("message"),
    "lat_lng": of_files("lat_lng"),
    "json_object": of_file_or_stdin("json_object_file"),
    "json_list": of_file_or_stdin("json_list_file"),
    "messages": of_file_or_stdin("messages_file"),
    "declarations": of_file_or_stdin("declarations"),
    **{name: of_file_or_stdin(name, "schema_values") for name in SCHEMAS},
    "image": of_files("image"),
    "audio": of_files("audio"),
    "video": of_files("video"),
    "medium": of_files("any_medium"),
    "audio_file": of_files("audio_file"),
    "medium_file": of_files("medium_file"),
    "context": context,
    "link": link,
}
