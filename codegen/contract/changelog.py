"""The changelog and the contract: whether it names a breaking change, and the part of it that the press writes."""

import re

from codegen.contract.changes import BREAKING, COMPATIBLE
from codegen.write import between

HEADING = "Breaking"
MARKS = ("<!-- surface: begin (made by the press) -->", "<!-- surface: end -->")
ALL = re.compile(r"\b(every|all) commands?\b", re.IGNORECASE)
TITLES = {  # kind of a change to the title of its list
    "command added": "New commands",
    "added": "New options",
    "setting added": "New settings",
    "column added": "New columns",
    "topic added": "New help topics",
    "deprecated": "Deprecated",
    "setting deprecated": "Deprecated",
}


def unreleased(text):
    """The section of what is not released yet, empty without one."""
    found = re.search(r"^## \[?Unreleased\]?.*?\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else ""


def told(text):
    """The points under the heading of breaking changes in the section of what is not released yet, each on one line."""
    prose = re.sub(f"{re.escape(MARKS[0])}.*?{re.escape(MARKS[1])}", "", unreleased(text), flags=re.DOTALL)
    found = re.search(rf"^### {HEADING}\s*\n(.*?)(?=^### |\Z)", prose, re.DOTALL | re.MULTILINE)
    points = re.split(r"^[-*] ", found.group(1), flags=re.MULTILINE)[1:] if found else []
    return [" ".join(point.split()) for point in points]


def unnamed(changes, text):
    """The breaking changes that the changelog does not name."""
    points = told(text)
    return [one for one in changes if one.level == BREAKING and not is_named(one, points)]


def is_named(change, points):
    """Whether some points name the item of a change together with each of its commands, or with every command."""
    about = [point for point in points if not change.item or has(point, change.item)]
    if change.item and any(ALL.search(point) for point in about):
        return True
    return bool(about) and all(any(has(point, command) for point in about) for command in change.commands)


def has(point, words):
    """Whether a point has these words, whole: ``--max`` is not in ``--max-tokens``."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", point) is not None


def section(changes):
    """The part that the press writes, with its marks: what is new, what is deprecated, what breaks, by title."""
    lists: dict[str, list[str]] = {}
    for one in changes:
        title = "Breaking" if one.level == BREAKING else TITLES.get(one.kind) if one.level == COMPATIBLE else None
        if title:
            lists.setdefault(title, []).append(point_about(one))
    order = ["Breaking", *dict.fromkeys(TITLES.values())]
    parts = [f"{title}:\n\n" + "\n".join(lists[title]) for title in order if title in lists]
    return "\n\n".join([MARKS[0], *parts, MARKS[1]])


def point_about(change):
    """One change as a point of a list."""
    return f"- `{change.place}`: {change.sentence}"


def pressed(text, changes):
    """The changelog with that part written into it: between its marks, else at the end of what is not released yet."""
    part = section(changes)
    if MARKS[0] in unreleased(text):
        return between(text, part, MARKS)
    body = unreleased(text)
    return text.replace(body, f"{body.rstrip()}\n\n### Surface\n\n{part}\n\n", 1) if body else text
