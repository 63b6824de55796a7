"""URLs of media that are sent as links."""

from cometapi.cli import signatures
from cometapi.cli.files import family_of, format_of
from cometapi.http.url import is_link, lowered
from cometapi.manifest.value_types import of_parts


def link(text):
    """The parts of a medium at a URL; raises ValueError for what is none."""
    if not is_link(text):
        raise ValueError(f"must be a URL that begins with http:// or https://, not {text!r}")
    return linked(lowered(text), type_of_link(text) or signatures.UNKNOWN)


def linked(url, media_type):
    """The parts of a medium that is sent as a link."""
    return of_parts("link", media_type, format_of(media_type), name_of(url), family_of(media_type), url, url, None)


def type_of_link(url):
    """The media type that the name in a URL tells, None where it tells none."""
    return signatures.by_name(name_of(url))


def name_of(url):
    """The last part of a URL's path."""
    return url.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
