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

KITTY = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"  # asks whether an image of one pixel could be drawn
ITERM = b"\x1b]1337;ReportCellSize\x07"  # asks for the size of a character in pixels
LAST = b"\x1b[c"  # asks for the device attributes (DA1), which every terminal answers
ANSWERS = {
    "kitty": re.compile(rb"\x1b_Gi=31;OK"),
    "iterm": re.compile(rb"\x1b\]1337;ReportCellSize="),
    "sixel": re.compile(rb"\x1b\[\?(?:\d+;)*4(?:;\d+)*c"),  # 4 is the extension for sixel graphics
}
LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
PATIENCE = 1.0  # seconds for all answers
QUIET = 0.02  # seconds without input after which an answer is complete
PIECE = 4096  # base64 bytes per kitty escape sequence
LARGEST = 32 * 1024**2  # bytes of a file that is drawn, at most
MULTIPLEXERS = ("tmux", "screen")  # they do not pass images on
CELL = (8, 16)  # pixels of a character if the terminal does not report it
INSTALL = "The images were not shown. To show them as sixels, run in the checkout: pipx install --force '.[sixel]'"
UNABLE = "The images were not shown: this terminal cannot display images."


def show(paths, context):
    """Draw saved images; one that cannot be drawn is reported and is not an error."""
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
                asked(handle, source, LAST)  # read answers that the drawing caused
    except OSError:  # the terminal is gone or does not support this
        fault = UNABLE
    if fault:
        context.note(fault)


def can_ask(context):
    """Whether stdin and stdout are the same terminal, it supports escape sequences, and this program is in the foreground."""
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
    """Switch a terminal to unbuffered input without echo, and restore it at the end. Raises OSError."""
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
    """Send a query that ends with LAST, and return the terminal's answer."""
    write(handle, question)
    found, end = b"", time.monotonic() + PATIENCE
    while not LAST_ANSWER.search(found) and (piece := came(source, end - time.monotonic())):
        found += piece
    while piece := came(source, QUIET):
        found += piece
    return found


def came(source, seconds):
    """The input that arrives within this many seconds; empty if there is none."""
    ready = seconds > 0 and select.select([source], [], [], seconds)[0]
    return os.read(source, PIECE) if ready else b""


def kind(answer):
    """The drawing protocol that an answer shows to be supported; None for none or for an incomplete answer."""
    if not LAST_ANSWER.search(answer):
        return None
    return next((way for way, sign in ANSWERS.items() if sign.search(answer)), None)


def draw(path, way, handle, context):
    """Draw one file; a failure is reported in a note."""
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
    """The escape sequences that draw a PNG in kitty, in pieces, without an answer."""
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
    """The escape sequence that draws an image of any format in iTerm2."""
    data, width = content(path)
    room = b";width=%d" % columns if is_wide(width, columns, cell) else b""
    yield b"\x1b]1337;File=inline=1;size=%d%b:" % (len(data), room) + b64encode(data) + b"\x07"


def by_sixel(path, columns, cell):
    """The escape sequence that draws an image as sixels."""
    content(path)
    yield sixel.drawn(path, columns, cell)


def is_wide(width, columns, cell):
    """Whether an image of this width in pixels, or None if unknown, has to be scaled down to fit the columns."""
    return width is not None and width > columns * cell[0]


DRAWN = {"kitty": by_kitty, "iterm": by_iterm, "sixel": by_sixel}


def write(handle, data):
    """Write all the bytes."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
