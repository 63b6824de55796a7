"""Names of tools: letters, digits, ``_`` and ``-``, beginning with a letter, at most 64 characters, no two alike."""

import hashlib
import re
from collections import Counter

LONGEST = 64
FIRST = "command_"  # before a name that does not begin with a letter
MARK = 8  # hexadecimal digits that tell apart what would be the same


def tool_names(words):
    """A dict from words to names: spaces become ``_``, as does what no name may have.

    A name that others would have as well ends with a mark made of the words alone, so that it does not change when
    others come; only who has it without any change keeps it.
    """
    names = {one: plain(one) for one in words}
    times = Counter(name.lower() for name in names.values())
    return {
        one: name if times[name.lower()] == 1 or is_exact(one, name) else marked(one) for one, name in names.items()
    }


def plain(words):
    """Words as a name; one that is too long ends with a mark."""
    name = beginning(words)
    return name if len(name) <= LONGEST else marked(words)


def beginning(words):
    """Words in the letters of a name, of any length."""
    name = re.sub(r"[^A-Za-z0-9_-]", "_", words)
    return name if name[:1].isascii() and name[:1].isalpha() else FIRST + name


def is_exact(words, name):
    """Whether a name says its words without any doubt."""
    return "_" not in words and name == words.replace(" ", "_") and name == name.lower()


def marked(words):
    """The beginning of a name with a mark of the words behind it."""
    mark = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]
    return f"{beginning(words)[: LONGEST - MARK - 1]}_{mark}"
