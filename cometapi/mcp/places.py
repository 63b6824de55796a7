"""Whether a path stays in the folder that an agent may use. Links are followed, to see where they lead."""

import os

from cometapi.attached import folders as attached
from cometapi.errors import UsageError


def fault(text, kind, folder):
    """Why a word leads out of the folder, as the end of a sentence; None where it does not.

    A word of the kind ``context`` may be a pattern or a folder, and means all files in it.
    """
    if not is_inside(text, folder) or os.pardir in text.split(os.sep):
        return f"leads out of {folder}: {text}"
    if os.path.exists(text) and not (os.path.isfile(text) or os.path.isdir(text)):
        return f"must be a file or a folder, but {text} is neither"  # a pipe would be waited for
    if kind != "context" or os.path.isfile(text):
        return None
    try:
        found, _ = attached.files(text)
    except ValueError:
        return None  # the type says why
    out = next((one for one in found if not is_inside(one, folder)), None)
    return out and f"leads out of {folder}: {out}"


def is_inside(path, folder):
    """Whether a path is the folder or in it, wherever links lead."""
    real = os.path.realpath(path)
    return os.path.commonpath([real, os.path.realpath(folder)]) == os.path.realpath(folder)


def checked(folder, own, program):
    """The absolute path of a folder; raises UsageError where it is one of the program's ``own`` folders, with settings and
    keys, holds one, or is in one, and where it holds a folder that the ``program`` itself runs from.
    """
    for one in filter(None, own):
        if is_inside(one, folder) or is_inside(folder, one):
            raise UsageError(f"An agent may not use {folder}: your settings and keys are in {one}.")
    for one in program:
        if is_inside(one, folder):
            raise UsageError(f"An agent may not use {folder}: this program runs from {one}, which is in it.")
    return os.path.realpath(folder)


def beyond(paths, folder):
    """Those of some paths that Python loads modules from into which no agent writes: absolute ones outside of its folder."""
    return [one for one in paths if os.path.isabs(one) and not (folder and is_inside(one, folder))]
