"""Saved images drawn on the terminal by kitty's protocol, iTerm2's or as sixels, where the terminal says that it can.

It is asked once, never judged by its name; every terminal answers the last of the questions, which ends the wait.
"""

import os
import re
import select
import time
from base64 import b64encode
from contextlib import contextmanager

from cometapi.cli import pictures
from cometapi.terminal import sixel

KITTY = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"  # would a picture of one pixel be drawn?
ITERM = b"\x1b]1337;ReportCellSize\x07"  # how large is a character in pixels?
LAST = b"\x1b[c"  # what are you? (DA1)
ANSWERS = {
    "kitty": re.compile(rb"\x1b_Gi=31;OK"),
    "iterm": re.compile(rb"\x1b\]1337;ReportCellSize="),
    "sixel": re.compile(rb"\x1b\[\?(?:\d+;)*4(?:;\d+)*c"),  # 4 is the extension for sixel graphics
}
LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
PATIENCE = 1.0  # seconds for all answers
QUIET = 0.02  # seconds in which nothing more comes when all has been read
PIECE = 4096  # bytes of base64 that kitty takes at a time
LARGEST = 32 * 1024**2  # bytes of a file that is drawn
MULTIPLEXERS = ("tmux", "screen")  # which pass nothing of this on
CELL = (8, 16)  # pixels of a character where the terminal does not tell
INSTALL = "The images were not shown. To show them as sixels, run in the checkout: pipx install --force '.[sixel]'"
UNABLE = "The images were not shown: this terminal cannot display images."


def show(paths, context):
    """Draw the images that can be drawn; what cannot is told, and is no failure: they are saved."""
    if not can_ask(context):
        context.note("The images were not shown: this needs a terminal that can display images.")
        return
    context.stdout.flush()
    handle = context.stdout.fileno()
    try:
        with quiet_terminal(context.stdin.fileno()) as source:
            way = kind(asked(handle, source, KITTY + ITERM + LAST))
            fault = UNABLE if way is None else INSTALL if way == "sixel" and not sixel.is_installed() else None
            for path in paths if not fault else ():
                draw(path, way, handle, context)
            if not fault:
                asked(handle, source, LAST)  # what the drawing brought is read
    except OSError:  # the terminal is gone, or is none of this kind
        fault = UNABLE
    if fault:
        context.note(fault)


def can_ask(context):
    """Whether stdin and stdout are one terminal that obeys escape sequences, with this program in its foreground."""
    term, environ = context.environ.get("TERM", ""), context.environ
    if context.is_plain() or environ.get("TMUX") or environ.get("STY") or term.startswith(MULTIPLEXERS):
        return False
    if not (context.is_terminal("stdin") and context.is_terminal("stdout")):
        return False
    try:
        ends = [os.fstat(stream.fileno()).st_rdev for stream in (context.stdin, context.stdout)]
        return ends[0] == ends[1] and os.tcgetpgrp(context.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError, AttributeError):
        return False


@contextmanager
def quiet_terminal(source):
    """Let a terminal give what comes at once and without showing it; it is as before in the end. Raises OSError."""
    try:
        import termios
    except ImportError:  # Windows
        raise OSError from None
    before = None
    try:
        before = termios.tcgetattr(source)
        now = termios.tcgetattr(source)
        now[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(source, termios.TCSADRAIN, now)
        yield source
    except termios.error as error:
        raise OSError(str(error)) from None
    finally:
        if before:
            termios.tcsetattr(source, termios.TCSADRAIN, before)


def asked(handle, source, question):
    """The bytes that a terminal answers to a question that ends with LAST."""
    write(handle, question)
    found, end = b"", time.monotonic() + PATIENCE
    while not LAST_ANSWER.search(found) and (piece := came(source, end - time.monotonic())):
        found += piece
    while piece := came(source, QUIET):
        found += piece
    return found


def came(source, seconds):
    """What comes within so many seconds, nothing where nothing does."""
    ready = seconds > 0 and select.select([source], [], [], seconds)[0]
    return os.read(source, PIECE) if ready else b""


def kind(answer):
    """The way of drawing that an answer says is known, None for none, or where it was not answered to its end."""
    if not LAST_ANSWER.search(answer):
        return None
    return next((way for way, sign in ANSWERS.items() if sign.search(answer)), None)


def draw(path, way, handle, context):
    """Draw one file; one that cannot be drawn in this way is told."""
    columns, cell = screen(handle)
    try:
        parts = list(DRAWN[way](path, columns, cell))
    except OSError:
        kinds = "PNG files" if way == "kitty" else "images"
        context.note(f"{path} was not shown: this terminal displays only {kinds} of at most {LARGEST // 2**20} MiB.")
        return
    for part in parts:
        write(handle, part)
    write(handle, b"\n")


def screen(handle):
    """``(columns, (width, height) of a character in pixels)`` of a terminal."""
    import fcntl
    import struct
    import termios

    rows, columns, across, down = struct.unpack("HHHH", fcntl.ioctl(handle, termios.TIOCGWINSZ, bytes(8)))
    columns, rows = columns or 80, rows or 24
    return columns, (across // columns, down // rows) if across >= columns and down >= rows else CELL


def content(path):
    """``(bytes, width in pixels or None)`` of a file; raises OSError for one that is too large."""
    with open(path, "rb") as file:
        size = pictures.size(file)
        file.seek(0)
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError("The file is too large.")
    return data, size and size[0]


def by_kitty(path, columns, cell):
    """The sequences with which kitty draws a PNG, none longer than a piece; it is asked for no answer."""
    data, width = content(path)
    if not data.startswith(pictures.PNG):
        raise OSError("kitty decodes PNG alone.")
    head = b"a=T,f=100,q=2" + (b",c=%d" % columns if is_wide(width, columns, cell) else b"")
    data = b64encode(data)
    for at in range(0, len(data), PIECE):
        more = b"m=%d" % (at + PIECE < len(data))
        facts = head + b"," + more if at == 0 else b"q=2," + more
        yield b"\x1b_G" + facts + b";" + data[at : at + PIECE] + b"\x1b\\"


def by_iterm(path, columns, cell):
    """The sequence with which iTerm2 draws an image of any kind."""
    data, width = content(path)
    room = b";width=%d" % columns if is_wide(width, columns, cell) else b""
    yield b"\x1b]1337;File=inline=1;size=%d%b:" % (len(data), room) + b64encode(data) + b"\x07"


def by_sixel(path, columns, cell):
    """The sequence with which a terminal draws sixels."""
    content(path)
    yield sixel.drawn(path, columns, cell)


def is_wide(width, columns, cell):
    """Whether an image of this width in pixels, None where it is unknown, has to be scaled down to the columns."""
    return width is not None and width > columns * cell[0]


DRAWN = {"kitty": by_kitty, "iterm": by_iterm, "sixel": by_sixel}


def write(handle, data):
    """Write all of some bytes."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
