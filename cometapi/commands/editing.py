"""A text in the user's editor: a private copy, which is checked before anything takes its place."""

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import contextmanager
from tempfile import mkdtemp

from cometapi.errors import CometError, ConfigurationError, OutputFailed, UsageError
from cometapi.generated import index
from cometapi.settings import folders
from cometapi.settings.file import locked
from cometapi.settings.secrets import without_secrets

LARGEST = 16 * 2**20  # bytes of a file that is edited; each kind of file has a bound of its own besides


class Draft:
    """What is edited: ``name`` of the copy, so that an editor knows what it holds, ``what`` people call it, and ``faults``,
    which gives of a copy's path the sentences that stop it and those that only warn.
    """

    def __init__(self, name, what, faults):
        self.name, self.what, self.faults = name, what, faults


def needs_terminal(context, command, instead):
    """Raise UsageError where nobody sits at a terminal."""
    reason = context.silence("stdin", "stdout", "stderr")
    if reason:
        raise UsageError(f"{command} needs a terminal, and {reason}; {instead}.")


def content(path, what="file"):
    """The bytes of a file, None when there is none. Raises ConfigurationError when it cannot be read, or is too large."""
    try:
        with open(path, "rb") as file:
            found = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"The {what} {path} cannot be read: {error.strerror}.") from None
    if len(found) > LARGEST:
        raise ConfigurationError(f"The {what} {path} has more than {LARGEST // 2**20} MiB, the maximum.")
    return found


def replace(path, before, text, store, what="file"):
    """Let ``store(path, text)`` replace a file, unless it no longer has the bytes ``before`` that its copy was made of.

    Raises OutputFailed then.
    """
    with locked(path):
        if content(path, what) != before:
            raise OutputFailed(f"{path} was changed by another program in the meantime; it was not overwritten.")
        store(path, text)


@contextmanager
def edited(draft, text, context):
    """The bytes that the user wants in the place of a text, None for no change, from a copy that nobody else can read.

    The copy is kept, and named, when something fails after it was edited.
    """
    folder = mkdtemp(prefix=f"{index.PROGRAM}-")
    copy = os.path.join(folder, draft.name)
    folders.write_private(copy, text)
    kept = False
    try:
        yield content(copy) if is_wanted(draft, copy, text, context) else None
    except BaseException:
        kept = is_changed(copy, text)
        if kept:
            context.note(f"Your changes are kept in {copy}.")
        raise
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def is_changed(copy, start):
    """Whether a copy says something else than at the start, or may do so because it cannot be read."""
    try:
        return content(copy) not in (None, start)
    except ConfigurationError:
        return True


def is_wanted(draft, copy, start, context):
    """Edit until the copy is valid or the user decides; returns whether it replaces the file."""
    while True:
        open_editor(copy, context, draft.what)
        if content(copy) in (start, None):
            return False
        stopping, idle = draft.faults(copy)
        if not stopping and not idle:
            return True
        for sentence in [*stopping, *idle]:
            context.note(sentence.replace(copy, draft.name))
        answer = choice(["edit again", "discard"] if stopping else ["edit again", "save anyway", "discard"], context)
        if answer != "edit again":
            return answer != "discard"


def choice(words, context):
    """The one of the words that the user types the beginning of. The end of the input is taken for Ctrl-C."""
    marked = ", ".join(f"[{word[0]}]{word[1:]}" for word in words)
    while True:
        context.stderr.write(f"{marked}: ")
        context.stderr.flush()
        line = context.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        typed = line.strip().lower()
        found = [word for word in words if typed and word.startswith(typed)]
        if found:
            return found[0]


def open_editor(path, context, what):
    """Wait until the user's editor is closed; raises CometError when it cannot be opened or fails."""
    default = "notepad" if os.name == "nt" else "vi"
    asked = (context.environ.get(name, "") for name in ("VISUAL", "EDITOR"))
    named = next((one for one in asked if one.strip()), default)
    try:
        command = shlex.split(named, posix=os.name != "nt")
        with left_to_the_editor("SIGINT"), left_to_the_editor("SIGQUIT"):
            code = subprocess.run([*command, path], check=False, env=without_secrets(context.environ)).returncode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CometError(f"The editor {named!r} cannot be opened: {reason}.", hint="Set VISUAL or EDITOR.") from None
    if code:
        raise CometError(f"The editor {named!r} ended with exit code {code}; the {what} was not changed.")


@contextmanager
def left_to_the_editor(name):
    """Do nothing on a signal meanwhile: Ctrl-C in an editor is the editor's. A handler, which no child inherits."""
    number = getattr(signal, name, signal.SIGINT)  # Windows has no other
    before = signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(number, before)
