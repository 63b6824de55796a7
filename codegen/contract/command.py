"""What ``python -m codegen --diff`` and ``--changelog`` do."""

import json
import sys
from pathlib import Path

from codegen.contract.changelog import HEADING, pressed, unnamed
from codegen.contract.changes import as_data, counts, summary
from codegen.contract.places import TODAY, NoSurface, parsed, surface
from codegen.diff import diff

CHANGELOG = "CHANGELOG.md"


def changes_since(root, place):
    """What changed since the surface at a place, as a list of Change. Raises NoSurface where there is none."""
    try:
        return diff(surface(root, place), parsed((Path(root) / TODAY).read_text("utf-8"), TODAY))
    except ValueError as error:
        raise NoSurface(f"{place or 'the newest release'}: {error}.") from None


def compare(root, place, is_json=False):
    """Print what changed; returns 1 when something breaks that the changelog does not name, 2 without a surface."""
    try:
        changes = changes_since(root, place)
    except NoSurface as error:
        print(f"codegen: {error}", file=sys.stderr)
        return 2
    missing = unnamed(changes, changelog(root))
    if is_json:
        data = {"counts": counts(changes), "unnamed": as_data(missing), "changes": as_data(changes)}
        print(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        print("".join(f"{one}\n" for one in changes), end="")
    for one in missing:
        print(f"{CHANGELOG}: not named under ### {HEADING}: {one.place}: {one.sentence}", file=sys.stderr)
    if changes:
        print(f"codegen: {summary(changes)}.", file=sys.stderr)
    return 1 if missing else 0


def write_changelog(root, place=None):
    """Write what changed since a release into the changelog; returns the exit code."""
    try:
        changes = changes_since(root, place)
    except NoSurface as error:
        print(f"codegen: {error}", file=sys.stderr)
        return 2
    before = changelog(root)
    after = pressed(before, changes)
    if after != before:
        (Path(root) / CHANGELOG).write_text(after, "utf-8")
    print(f"codegen: {CHANGELOG} {'written' if after != before else 'is up to date'}.")
    return 0


def changelog(root):
    """The text of the changelog, empty without one."""
    path = Path(root) / CHANGELOG
    return path.read_text("utf-8") if path.is_file() else ""
