"""What was typed, kept for the next session in a file of its owner alone; an entry with a secret never is.

An entry is one line of the file; a line end inside it is written as ``\\n``, a backslash as two.
"""

import os
import re
import shlex

from cometapi import temporary
from cometapi.generated import program
from cometapi.redact import is_telling
from cometapi.settings.values import Settings

KEY = re.compile(r"sk-[A-Za-z0-9_-]{16,}")
SECRETS = tuple(name for name, facts in program.SETTINGS.items() if facts.get("secret"))


def remembered(path):
    """The kept entries, oldest first; none where there is no file that can be read, or no home (None) for one."""
    if path is None:
        return []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return [unescaped(line) for line in file.read().split("\n") if line]
    except OSError:
        return []


def unescaped(line):
    """The entry of a line."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], line)


def remember(path, entry):
    """Add one entry to the file, made readable by its owner alone; that it cannot be kept stops nothing."""
    if path is None:
        return
    try:
        temporary.make_folder(os.path.dirname(path))
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as file:
            if os.path.isfile(path):  # and no link to the null device, as some have it
                temporary.chmod(path, 0o600)  # where it was there before, with a looser mode
            line = entry.replace("\\", "\\\\").replace("\n", "\\n")
            file.write(f"{line}\n".encode("utf-8", "replace"))
    except OSError:
        return


def has_secret(line, environ):
    """Whether a line holds a configured secret, what looks like a key, or the new value of a secret setting."""
    return (
        bool(KEY.search(line))
        or sets_secret(line)
        or any(secret in line for secret in Settings(program.SETTINGS, environ).secrets() if is_telling(secret))
    )


def sets_secret(line):
    """Whether the line gives a secret setting its value, be it mistyped: anything after the setting's name counts."""
    try:
        words = shlex.split(line.lower())
    except ValueError:  # an unclosed quote
        words = re.sub(r"['\"\\]", "", line.lower()).split()
    names = [number for number, word in enumerate(words) if "set" in words[:number] and word.startswith(SECRETS)]
    return any(words[number] not in SECRETS or words[number + 1 :] for number in names)
