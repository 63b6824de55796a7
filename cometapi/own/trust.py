"""Which own commands the user has agreed to: the digest of each file and its samples, in the state folder.

A file is agreed to once, with what it may do in words, and again when it, or a sample of it, has changed.
"""

import os

from cometapi.errors import OutputFailed
from cometapi.own import plain_json
from cometapi.settings import folders

FILE = "trusted-commands.json"


def place(environ):
    """The file with what is trusted, None without a home."""
    return folders.state_file(environ, FILE)


def digests(environ):
    """The digest that was agreed to, by the stem of the file; none where nobody can be sure who wrote that."""
    try:
        with open(place(environ) or os.devnull, "rb") as file:
            facts = os.fstat(file.fileno())
            if os.name != "nt" and (facts.st_uid not in (0, os.geteuid()) or facts.st_mode & 0o022):
                return {}
            found = plain_json.loads(file.read().decode())
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(stem): str(one) for stem, one in found.items()} if isinstance(found, dict) else {}


def state(environ, stem, digest):
    """``trusted``, ``changed`` since it was agreed to, or ``new``."""
    known = digests(environ).get(stem)
    if known is None:
        return "new"
    return "trusted" if known == digest else "changed"


def agree(environ, stem, digest):
    """Trust a file in this state from now on, or no more where the digest is None; raises OutputFailed."""
    import json

    from cometapi.settings.file import locked

    path = folders.needed(place(environ))
    try:
        with locked(path):
            found = {name: one for name, one in digests(environ).items() if name != stem}
            found |= {} if digest is None else {stem: digest}
            folders.write_private(path, json.dumps(found, indent=2).encode())
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
