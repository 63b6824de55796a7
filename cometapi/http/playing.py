"""``--play``: a sound that came, through a player of the system. What was paid for outlives whatever a player does."""

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from fnmatch import fnmatch

from cometapi.cli import signatures
from cometapi.generated import program
from cometapi.output.new_files import NewFiles
from cometapi.output.results import Value

QUIET = subprocess.DEVNULL
PIECE = 262144  # bytes read at most at a time


def played(call, kind, pieces, save):
    """None for a sound that was played, or the path under which ``save`` has saved the pieces of one that was not."""
    with tempfile.TemporaryDirectory() as folder:
        path = NewFiles.into(folder, "audio").save(kind, pieces)
        fault = None
        try:
            fault = play(call, kind, path)
        except BaseException:  # Ctrl-C: whoever ends the player need not want to lose the sound
            call.context.note(f"Saved {save(read(path))}.")
            raise
        if fault is None:
            return None
        call.context.note(fault)
        return Value(save(read(path)))


def play_saved(call, kind, path):
    """Play a sound that is saved; why that cannot be done is only a note."""
    try:
        fault = play(call, kind, path)
    except BaseException:
        call.context.note(f"Saved {path}.")
        raise
    if fault:
        call.context.note(fault)


def play(call, kind, path):
    """Why a file could not be played, as a sentence; None when it was. What ends the wait ends the player, too."""
    words = player(kind, call.context.environ)
    if words is None:
        return f"No audio player for {kind} was found."
    words = [*words, os.path.abspath(path)]  # which no player takes for an option
    try:
        started = subprocess.Popen(words, env=dict(call.context.environ), stdin=QUIET, stdout=QUIET, stderr=QUIET)
    except OSError as error:
        return f"{words[0]} cannot be run: {error.strerror}."
    try:
        code = started.wait()
    except BaseException:
        with suppress(OSError):
            started.kill()
        started.wait()
        raise
    return f"{words[0]} could not play the audio (exit code {code})." if code else None


def player(kind, environ):
    """The words that run the first player of the manifest that is there and plays a media type; None without one."""
    for one in program.PLAYERS:
        found = shutil.which(one["command"][0], path=environ.get("PATH", ""))
        if found and signatures.has_mark(kind) and any(fnmatch(kind, taken) for taken in one["takes"]):
            return [found, *one["command"][1:]]
    return None


def read(path):
    """The bytes of a file, a piece at a time: a generator."""
    with open(path, "rb") as file:
        while piece := file.read(PIECE):
            yield piece
