"""The clipboard: by the system's own program where the terminal is here, else by the terminal (OSC 52)."""

import base64
import shutil
import subprocess

from cometapi.errors import CometError
from cometapi.settings.secrets import without_secrets

PATIENCE = 5  # seconds for a program to take the text
LARGEST = 74_994  # bytes that terminals take by OSC 52: xterm's limit, in base64 100,000 characters less the sequence
# The variable without which a program has no clipboard to write to, and the program with its arguments.
PROGRAMS = (
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ("DISPLAY", ["xsel", "-b", "-i"]),
    ("TMUX", ["tmux", "load-buffer", "-w", "-"]),
    ("WSL_DISTRO_NAME", ["clip.exe"]),
    (None, ["pbcopy"]),
    ("WINDIR", ["clip"]),
)


def copied(text, context):
    """Put a text on the clipboard; the sentence that says how.

    Raises CometError where neither a program nor the terminal can take it.
    """
    for command in programs(context.environ):
        if taken(command, text, context.environ):
            return f"Copied with {command[0]}."
    data = text.encode("utf-8", "replace")
    if context.is_dumb() or not context.is_terminal("stdout") or len(data) > LARGEST:
        raise CometError(
            "Nothing here takes text for the clipboard.", hint="Install wl-copy, xclip or xsel, or use /save."
        )
    context.print(f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07")
    return "Sent to the terminal's clipboard; some terminals need a setting to allow it."


def programs(environ):
    """The programs of this machine that may have a clipboard; none over SSH, where it would be that of another desk."""
    is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    for variable, command in PROGRAMS:
        is_here = variable == "TMUX" or not is_remote
        has_all = (variable is None or environ.get(variable)) and shutil.which(command[0], path=environ.get("PATH"))
        if is_here and has_all:
            yield command


def taken(command, text, environ):
    """Whether a program has taken a text on its stdin.

    Its output goes nowhere: some of these programs stay behind to serve the text, and would keep a pipe open.
    """
    try:
        found = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=without_secrets(environ),
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return found.returncode == 0
