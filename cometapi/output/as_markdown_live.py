"""An answer on a terminal: its Markdown rendered while it arrives.

A finished block is printed and never touched again. The block that is still growing is drawn anew with every piece, by
rewriting only the rows that changed, and only rows that are still on the screen; where a row that has scrolled away
would have to change, the whole block is printed once more when it is finished. So nothing is ever lost.
"""

import threading
import time
from contextlib import contextmanager

from cometapi.errors import OutputFailed
from cometapi.terminal.visible import visible

SLACK = 2  # columns left free, because terminals disagree about the width of some characters
SLOW = 0.02  # seconds; drawing that takes longer is done less often
PAUSE = 2  # times as long as a slow drawing took, until the next one


def write_answer(answer, columns, out):
    """Print an answer piece by piece; when reading it breaks off, what came is printed and its line ended."""
    page = Page(out)
    with unechoed(out.context.stdin):
        try:
            for piece in answer.pieces:
                page.add(piece)
        finally:
            page.end()


class Page:
    """An answer that grows: ``source`` is the Markdown of the block that is not finished."""

    def __init__(self, out):
        from cometapi.output import markdown_rows  # while the service is thinking

        self.markdown = markdown_rows
        self.out = out
        self.region = Region(out)
        self.source = ""
        self.carried = ""  # a CR whose LF may be in the next piece
        self.begun = False
        self.due = 0.0  # when the next drawing may begin
        self.later = None  # the timer of a drawing that was put off
        self.lock = threading.Lock()
        self.width = self.columns()

    def columns(self):
        """How wide rows may be."""
        return max(1, self.out.context.width() - SLACK)

    def add(self, piece):
        """Take a piece of text and show it, at once or as soon as drawing is due."""
        piece = self.carried + piece
        self.carried = "\r" if piece.endswith("\r") else ""
        piece = piece.removesuffix(self.carried).replace("\r\n", "\n")
        with self.lock:
            self.source += visible(piece, keep="\n\t")
            wait = self.due - time.monotonic()
            if wait <= 0:
                self.draw()
            elif self.later is None:
                self.later = threading.Timer(wait, self.catch_up)
                self.later.daemon = True
                self.later.start()

    def catch_up(self):
        """Draw what was put off, while the service may be silent."""
        with self.lock:
            self.later = None
            try:
                self.draw()
            except (OSError, OutputFailed):
                return  # whoever writes next meets it too, and can tell

    def draw(self):
        """Print what is finished and show what is not."""
        begun = time.monotonic()
        if self.width != self.columns():  # the terminal has laid out its rows anew: leave them, and go on below
            self.width = self.columns()
            self.region.leave()
        done, rest = self.markdown.finished(self.source)
        self.put(done, whole=True)
        self.source = rest  # only now: Ctrl-C may come at any point, and what is said twice is not lost
        self.put(rest, whole=False)
        took = time.monotonic() - begun
        self.due = begun + took * (1 + PAUSE) if took > SLOW else 0.0

    def put(self, source, whole):
        """Show a source, an empty row before it unless it is the first."""
        found = self.markdown.rows(source, self.width)
        if found:
            self.region.draw([""] * self.begun + found, whole)
            self.begun = self.begun or whole

    def end(self):
        """Print all that came."""
        with self.lock:
            if self.later is not None:
                self.later.cancel()
            self.source += visible(self.carried)
            self.put(self.source, whole=True)
            self.source = ""


class Region:
    """The rows of the growing block, with the cursor at the end of the last one."""

    def __init__(self, out):
        self.out = out
        self.shown = []
        self.is_torn = False  # whether a row has scrolled away that would be another one now

    def draw(self, rows, whole):
        """Make the rows shown these; ``whole`` says that they are final."""
        height = self.out.context.height() - 1
        same = common(self.shown, rows)
        if same < len(self.shown) - height:
            self.is_torn = True
        if self.is_torn:
            self.shown = self.shown[-height:]
            rows = rows if whole else rows[-height:]
            same = common(self.shown, rows)
        self.rewrite(rows, min(same, len(rows) - 1) if len(rows) < len(self.shown) else same)
        if whole:
            self.leave()
        self.out.flush()

    def rewrite(self, rows, same):
        """Bring the terminal from the rows shown to these, of which the first ``same`` stand already."""
        up = len(self.shown) - 1 - same
        text = "" if not self.shown else "\n" if up < 0 else "\r" if up == 0 else f"\r\x1b[{up}A"
        if same < len(rows):
            self.out.write(text + "\x1b[K\n".join(rows[same:]) + ("\x1b[J" if self.shown else ""))
        self.shown = rows

    def leave(self):
        """Let the rows stand as they are and go to the line below them."""
        if self.shown:
            self.out.write("\n")
        self.shown, self.is_torn = [], False


def common(before, after):
    """How many rows two lists share at their beginning."""
    pairs = zip(before, after, strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))


@contextmanager
def unechoed(stream):
    """Keep what is typed meanwhile from being echoed into the answer, where the terminal is ours to tell so."""
    try:
        import os
        import termios

        handle = stream.fileno()
        if os.tcgetpgrp(handle) != os.getpgrp():  # in the background: telling the terminal would stop the program
            raise OSError
        before = termios.tcgetattr(handle)
    except (ImportError, AttributeError, OSError, ValueError):
        yield
        return
    quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, quiet)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
