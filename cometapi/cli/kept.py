"""Words that were kept in the cache for completion: what the service has, and names of the user's own."""

import os

from cometapi.generated import index
from cometapi.settings import folders

OWN_MODELS, OWN_COMMANDS = "own-models", "own-commands"  # the aliases of models, and those of command lines
OWN_FILES, OWN_SETTINGS = (
    "own-files",
    "own-settings",
)  # the commands of the user's own, and the settings that they declare


def kept_words(environ, name):
    """What was last kept for a completion: a dict from word to description, empty before its command first ran."""
    parts = (one.partition("\t") for one in lines(folders.cache_file(environ, f"{name}.tsv")))
    return {word: told for word, _, told in parts}


def lines(path):
    """The lines of a file; none where it cannot be read, or there is no home (None)."""
    try:
        with open(path if path is not None else os.devnull, encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file]
    except (OSError, UnicodeDecodeError):
        return []


def with_alias(words, environ):
    """The words of a line, the command line that an alias stands for in the place of the alias that begins it."""
    place = next((number for number, word in enumerate(words) if not word.startswith("-")), None)
    if place is None or words[place] in index.COMMANDS or words[place] in index.GROUPS:
        return words
    if any(name.split(" ")[0] == words[place] for name in kept_words(environ, OWN_FILES)):
        return words
    import shlex

    try:
        own = shlex.split(kept_words(environ, OWN_COMMANDS).get(words[place], ""))
    except ValueError:
        return words
    return [*words[:place], *(own or [words[place]]), *words[place + 1 :]]
