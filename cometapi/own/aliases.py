"""Aliases: short names for models and for the beginnings of command lines, in ``aliases.yaml`` in the config folder."""

from cometapi.context import encoded
from cometapi.errors import ConfigurationError, OutputFailed
from cometapi.own import places
from cometapi.own.plain_yaml import read, written
from cometapi.settings import folders
from cometapi.settings.file import locked


def known(environ):
    """Every alias with its value: a dict of texts; raises ConfigurationError with file and line."""
    path = places.aliases(environ)
    source = path and read(path)
    if not source:
        return {}
    for name, value in source.data.items():
        if not isinstance(value, str) or not value.strip():
            raise source.wrong((name,), f"The alias {name} needs a text for a value.")
    return {name: " ".join(value.split("\n")).strip() for name, value in source.data.items()}


def store(environ, name, value):
    """Keep an alias, or remove it where the value is None, and return what it was before; comments and the rest stay.

    Raises ConfigurationError where the file is broken, and OutputFailed where it cannot be written.
    """
    path = folders.needed(places.aliases(environ))
    with locked(path):
        source = read(path)
        before = dict(source.data) if source else {}
        wanted = {one: text for one, text in before.items() if one != name} | ({} if value is None else {name: value})
        if wanted == before:
            return before.get(name)
        text = changed(path, source, name, value)
        if not says(text, wanted, path):
            text = written(wanted)
        try:
            folders.write_private(path, encoded(text))
        except OSError as error:
            raise OutputFailed(f"{path} cannot be written: {error.strerror}. It was not changed.") from None
    return before.get(name)


def changed(path, source, name, value):
    """The text of the file with one entry in place of the old one, or behind the others."""
    if source is None:
        return written({name: value})
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    first, last = source.lines.get((name,), (len(lines) + 1, len(lines)))
    entry = [] if value is None else [written({name: value})]
    before = lines[: first - 1]
    if before and not before[-1].endswith("\n"):
        before[-1] += "\n"
    return "".join([*before, *entry, *lines[last:]])


def says(text, wanted, path):
    """Whether a text has these aliases and no others."""
    from cometapi.own.plain_yaml import Wrong, parsed

    try:
        return parsed(encoded(text), path).data == wanted
    except (Wrong, ConfigurationError):
        return False
