"""The folder of the skill: what was written there, what is the user's, and what an installation would change."""

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field

from cometapi.errors import OutputFailed, UsageError
from cometapi.settings import folders
from cometapi.settings.file import locked
from cometapi.skill.content import OWN, PAGES, TOPICS

RECORD = ".installed.json"  # digests of what was written, the copies of what was there before, folders that were made
FOLDERS = (PAGES, TOPICS, OWN)
OURS = re.compile(
    rf"(({'|'.join(FOLDERS)})/)?[A-Za-z0-9-]+\.(md|txt)"
)  # whatever the record says, no other path is touched
COPY = re.compile(rf"{OURS.pattern}\.before(-\d+)?")
LARGEST = 4 * 1024 * 1024


@dataclass
class Plan:
    """What an installation or a removal does to the files of a folder."""

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    old: list = field(default_factory=list)
    theirs: list = field(default_factory=list)  # files that stand in the way: of the user, or changed by the user
    left: list = field(default_factory=list)  # old files that were changed, which stay


def content(place, path):
    """The bytes of a file in the folder, None where there is none; raises OutputFailed for a link."""
    full = os.path.join(place, path)
    for one in (place, os.path.dirname(full), full):
        if os.path.islink(one):
            raise OutputFailed(f"{one} is a link, and is not followed.")
    if os.path.exists(full) and not os.path.isfile(full):  # a pipe would be waited for
        raise OutputFailed(f"{full} is not a file.")
    try:
        with open(full, "rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputFailed(f"{full} cannot be read: {error.strerror}.") from None


def digest(data):
    """The digest of a file, None where there is none."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def digests(files):
    """The digests of files, by path."""
    return {path: digest(data) for path, data in files.items()}


def recorded(place):
    """What was written to the folder: ``{"files": {path: digest}, "copies": {path: copy}, "made": number}``."""
    try:
        found = json.loads(content(place, RECORD) or b"{}")
        files, copies, made = found.get("files", {}), found.get("copies", {}), found.get("made", 0)
        return {
            "files": {path: str(mark) for path, mark in files.items() if OURS.fullmatch(path)},
            "copies": {path: copy for path, copy in copies.items() if OURS.fullmatch(path) and COPY.fullmatch(copy)},
            "made": min(int(made), 3),
        }
    except (ValueError, TypeError, AttributeError):
        return {"files": {}, "copies": {}, "made": 0}  # then every file counts as the user's


def planned(place, wanted, record):
    """What has to be done so that the folder holds the ``wanted`` files (bytes by path)."""
    plan = Plan()
    known = record["files"]
    for path, data in wanted.items():
        there = content(place, path)
        if there is None:
            plan.new.append(path)
        elif there != data:
            (plan.changed if digest(there) == known.get(path) else plan.theirs).append(path)
    for path in (one for one in known if one not in wanted):
        there = digest(content(place, path))
        if there is not None:
            (plan.old if there == known[path] else plan.left).append(path)
    return plan


def install(place, wanted, plan):
    """Write the ``wanted`` files, after a copy of what is the user's and was shown in ``plan``; returns the paths of the copies.

    Raises UsageError where more of them are the user's by now.
    """
    made = missing(place)
    with locked(place):
        record = recorded(place)
        now = planned(place, wanted, record)
        if not set(now.theirs) <= set(plan.theirs):
            raise UsageError(f"The files in {place} have changed meanwhile. Nothing was written.", hint="")
        copies = {path: keep(place, path) for path in now.theirs}
        for path in [*now.new, *now.changed, *now.theirs]:
            write(place, path, wanted[path])
        for path in now.old:
            delete(place, path)
        drop(os.path.join(place, name) for name in FOLDERS)
        write_record(place, record, digests(wanted), copies, made)
    return list(copies.values())


def write_record(place, record, files, copies, made):
    """Write down what is there now: digests by path, the copies of what was the user's before, folders that were made."""
    first = {path: copy for path, copy in copies.items() if path not in record["files"]}
    now = {"files": files, "copies": {**first, **record["copies"]}, "made": record["made"] or made}
    data = json.dumps(now, indent=1).encode("utf-8") + b"\n"
    if content(place, RECORD) != data:
        write(place, RECORD, data)


def remove(place):
    """Delete what was written and is unchanged, and put back what was there before."""
    with locked(place):
        record = recorded(place)
        for path in [*planned(place, {}, record).old, RECORD]:
            delete(place, path)
        for path, copy in record["copies"].items():
            if content(place, path) is None and content(place, copy) is not None:
                os.rename(os.path.join(place, copy), os.path.join(place, path))
        above = [place]
        for _ in range(record["made"] - 1):
            above.append(os.path.dirname(above[-1]))
        drop([*(os.path.join(place, name) for name in FOLDERS), *above[: record["made"]]])


def drop(rooms):
    """Delete those folders that are empty."""
    for room in rooms:
        with suppress(OSError):  # it is not there, or something of the user's is in it
            os.rmdir(room)


def missing(place):
    """How many folders an installation makes: the skill's own, and those above it that are not there."""
    count = 0
    while not os.path.isdir(place):
        place, count = os.path.dirname(place), count + 1
    return count


def keep(place, path):
    """Move a file of the user's aside, whole and with its mode; returns its new path in the folder."""
    number, copy = 1, f"{path}.before"
    while os.path.lexists(os.path.join(place, copy)):
        number, copy = number + 1, f"{path}.before-{number + 1}"
    try:
        os.rename(os.path.join(place, path), os.path.join(place, copy))
    except OSError as error:
        raise OutputFailed(f"{os.path.join(place, path)} cannot be kept as {copy}: {error.strerror}.") from None
    return copy


def write(place, path, data):
    """Write a file of the folder whole; raises OutputFailed."""
    content(place, path)  # which refuses links
    try:
        folders.write_private(os.path.join(place, path), data, is_durable=False)
    except OSError as error:
        raise OutputFailed(f"{os.path.join(place, path)} cannot be written: {error.strerror or error}.") from None


def delete(place, path):
    """Delete a file of the folder, if it is there; raises OutputFailed."""
    content(place, path)
    try:
        os.unlink(os.path.join(place, path))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise OutputFailed(f"{os.path.join(place, path)} cannot be removed: {error.strerror}.") from None
