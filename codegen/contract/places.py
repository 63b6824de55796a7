"""Where the surface to compare with comes from: a file, a revision of git, or the newest release."""

import json
import subprocess
from pathlib import Path

NAMES = (
    "cometapi/share/surface.json",
    "cometapi/share/commands.json",
)  # of the surface in a revision, newest form first
RELEASED = "spec/released"
TODAY = NAMES[0]


class NoSurface(Exception):
    """There is no surface at a place; the message says why."""


def surface(root, place):
    """The surface of a release, at a file, or in a revision of git; without a place that of the newest release."""
    if place is None:
        place = newest(root)
    release = Path(root) / RELEASED / f"{place}.json"
    path = release if release.is_file() else Path(place)
    if path.is_file() or (Path(root) / path).is_file():
        return parsed((path if path.is_file() else Path(root) / path).read_text("utf-8"), place)
    return parsed(of_revision(root, place), place)


def newest(root):
    """The file of the newest release."""
    files = list((Path(root) / RELEASED).glob("*.json"))
    if not files:
        raise NoSurface(f"{RELEASED} has no surface of a release; name a revision or a file.")
    return max(files, key=lambda path: [int(part) for part in path.stem.split(".")])


def of_revision(root, revision):
    """The text of the surface in a revision."""
    for name in NAMES:
        words = ["git", "-C", str(root), "show", f"{revision}:{name}"]
        try:
            done = subprocess.run(words, capture_output=True, text=True, check=False, encoding="utf-8")
        except OSError as error:
            raise NoSurface(f"{revision} is no file, and git cannot be run: {error.strerror}.") from None
        if done.returncode == 0:
            return done.stdout
    raise NoSurface(f"{revision} is no file, and no revision of git with a surface.")


def parsed(text, place):
    """A surface as data."""
    try:
        return json.loads(text)
    except ValueError:
        raise NoSurface(f"{place} is not JSON.") from None
