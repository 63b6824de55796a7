"""Settings files of an agent that could lead it past the gateway. They are looked into, and never changed."""

import os
import re

MOST = 1_000_000  # bytes that are looked into


class Found:
    """A file with the ``names`` in it that matter, and whether it ``wins`` over the environment."""

    def __init__(self, path, names, wins):
        self.path, self.names, self.wins = path, names, wins


def found(agent, environ):
    """A Found for each file of an agent that has something to say."""
    looked_into = [(path_of(one, environ), one) for one in agent["files"]]
    named = [(path, names_in(text_of(path), one), one.get("wins", False)) for path, one in looked_into if path]
    return [Found(*one) for one in named if one[1]]


def path_of(facts, environ):
    """Where a file is; None for one in a home that is not known."""
    path, folder = facts["file"], environ.get(facts.get("folder_from", ""))
    if folder:
        return os.path.join(folder, os.path.basename(path))
    if not path.startswith("~/"):
        return path
    home = environ.get("HOME", "")
    return os.path.join(home, path[2:]) if os.path.isabs(home) else None


def text_of(path):
    """The text of a file, without lines that are comments; empty where it cannot be read."""
    try:
        if not os.path.isfile(path):
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read(MOST).splitlines()
    except OSError:
        return ""
    return "\n".join(line for line in lines if not line.lstrip().startswith(("#", "//")))


def names_in(text, facts):
    """The names of a file's facts that have a value in its text, whether it is JSON, TOML, YAML or lines of NAME=VALUE."""
    return [name for name in facts["names"] if is_given(text, name, facts.get("harmless", ()))]


def is_given(text, name, harmless):
    """Whether a name has a value that is none of the harmless ones."""
    values = re.findall(rf"(?<![\w.-]){re.escape(name)}[\"']?\s*[:=]\s*[\"']?([^\"'\s,}}]*)", text)
    return any(value not in harmless for value in values)
