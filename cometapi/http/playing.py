"""``--play``: play audio with a player of the system. Audio that could not be played is saved instead."""

import os
import shutil
import subprocess
import tempfile
from fnmatch import fnmatch

from cometapi.children import waited_for
from cometapi.cli import signatures
from cometapi.generated import program
from cometapi.output.new_files import NewFiles
from cometapi.output.results import Value

QUIET = subprocess.DEVNULL
PIECE = 262144  # bytes read at most at a time


def played(call, kind, pieces, save):
    """Play the pieces of a sound: None if it was played, else a Value with the path that ``save`` returned."""
    with tempfile.TemporaryDirectory() as folder:
        path = NewFiles.into(folder, "audio").save(kind, pieces)
        fault = None
        try:
            fault = play(call, kind, path)
        except BaseException:  # such as Ctrl-C, which ends the player but should not lose the audio
            call.context.note(f"Saved {save(read(path))}.")
            raise
        if fault is None:
            return None
        call.context.note(fault)
        return Value(save(read(path)))


def play_saved(call, kind, path):
    """Play a saved sound; a failure is only a note."""
    try:
        fault = play(call, kind, path)
    except BaseException:
        call.context.note(f"Saved {path}.")
        raise
    if fault:
        call.context.note(fault)


def play(call, kind, path):
    """Play a file; returns None, or a sentence that says why it could not be played. Ctrl-C ends the player too."""
    words = player(kind, call.context.environ)
    if words is None:
        return f"No audio player for {kind} was found."
    words = [*words, os.path.abspath(path)]  # an absolute path is never mistaken for an option
    try:
        code = waited_for(words, env=dict(call.context.environ), stdin=QUIET, stdout=QUIET, stderr=QUIET)
    except OSError as error:
        return f"{words[0]} cannot be run: {error.strerror}."
    return f"{words[0]} could not play the audio (exit code {code})." if code else None


def player(kind, environ):
    """The command of the first installed player in the manifest that plays a media type, or None."""
    for one in program.PLAYERS:
        found = shutil.which(one["command"][0], path=environ.get("PATH", ""))
        if found and signatures.has_mark(kind) and any(fnmatch(kind, taken) for taken in one["takes"]):
            return [found, *one["command"][1:]]
    return None


def read(path):
    """Yield the bytes of a file in pieces."""
    with open(path, "rb") as file:
        while piece := file.read(PIECE):
            yield piece
