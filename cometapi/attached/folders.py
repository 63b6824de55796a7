"""The files that a path means: itself, those of a folder, or those that a pattern matches."""

import os
import re
import stat
from fnmatch import fnmatchcase
from itertools import islice

MOST = 1000  # files that one word may mean
MOST_LOOKED_AT = 100_000  # entries of folders
MAGIC = re.compile(r"[*?\[]")
DEEP = "**"


def files(word):
    """The paths of a word, sorted, and whether they were found rather than named: ``(paths, is_found)``.

    A folder means the files in it and below it, a pattern those that it matches, with ``**`` for any number of folders. What
    begins with a dot is found only where the dot is written. Raises ValueError where there is none, and where there are too many.
    """
    if os.path.lexists(word) and not os.path.isdir(word):
        return [word], False
    is_pattern = not os.path.lexists(word) and MAGIC.search(word)
    if not (is_pattern or os.path.isdir(word)):
        raise ValueError(f"must be a file, a folder or a pattern, but there is none at {word!r}")
    root, parts = split(word) if is_pattern else (word, [DEEP])
    paths = sorted(Search().below(root, parts))
    if not paths:
        if is_pattern:
            raise ValueError(f"must match a file, but {word!r} matches none")
        raise ValueError(f"must have a file that is not hidden, but {word!r} has none")
    return paths, True


def split(pattern):
    """A pattern as where it begins and its parts, of which no two that follow each other are ``**``."""
    root = "/" if pattern.startswith("/") else ""
    parts = [
        one or DEEP for one in re.sub("/+", "/", pattern).removeprefix("/").split("/")
    ]  # behind the last / all in a folder
    return root, [one for number, one in enumerate(parts) if one != DEEP or parts[number - 1 : number] != [DEEP]]


class Search:
    """A walk through folders, which follows no link to a folder and counts what it sees."""

    def __init__(self):
        self.seen = 0
        self.found = set()

    def below(self, place, parts):
        """The files below a place that the parts of a pattern lead to: a set. Raises ValueError when there are too many."""
        ahead = [(place, parts)]  # a list, for folders may be deeper than Python calls functions
        while ahead:
            place, parts = ahead.pop()
            if parts:
                ahead += self.steps(place, *parts)
            else:
                self.take(place)
        return self.found

    def steps(self, place, part, *rest):
        """Where a part of a pattern leads from a place: pairs like those of ``below``; ``**`` at the end means every file."""
        if part == DEEP:
            yield place, rest or ("*",)
            for entry in self.entries(place):
                if entry.name[0] != "." and entry.is_dir(follow_symlinks=False):
                    yield entry.path, (DEEP, *rest)
        elif not MAGIC.search(part):
            yield os.path.join(place, part), rest
        else:
            for entry in self.entries(place):
                if fnmatchcase(entry.name, part) and (entry.name[0] != "." or part[0] == "."):
                    yield entry.path, rest

    def entries(self, place):
        """What is in a folder; nothing in what is none, or cannot be looked into."""
        try:
            with os.scandir(place or ".") as found:
                some = islice(found, MOST_LOOKED_AT - self.seen + 1)
                entries = [one if place else Here(one) for one in some]
        except OSError:
            return []
        self.seen += len(entries)
        if self.seen > MOST_LOOKED_AT:
            raise ValueError(f"must not search more than {MOST_LOOKED_AT:,} files and folders; name a smaller folder")
        return entries

    def take(self, path):
        """Take a path if it is a file."""
        try:
            is_file = stat.S_ISREG(os.stat(path).st_mode)
        except OSError:
            return
        if is_file:
            self.found.add(path)
        if len(self.found) > MOST:
            raise ValueError(f"must not match more than {MOST:,} files; name fewer")


class Here:
    """An entry of the working folder, whose path is its name."""

    def __init__(self, entry):
        self.name = self.path = entry.name
        self.is_dir = entry.is_dir
