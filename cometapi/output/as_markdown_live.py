"""An answer on a terminal: its Markdown rendered while it arrives.

What is final is printed and never touched again. The part that is still growing is drawn anew with every piece, by
rewriting only the rows that changed, and only rows that are still on the screen; where a row that has scrolled away
would have to change, the whole part is printed once more when it is finished. So nothing is ever lost.

When the terminal gets another width, the growing part is drawn anew if it is sure where its rows stand; else it is
left as it is, and what comes goes on behind it.
"""

import threading
import time
from contextlib import contextmanager

from cometapi.errors import OutputFailed
from cometapi.terminal.visible import visible

SLACK = 2  # columns left free, because terminals disagree about the width of some characters
SLOW = 0.02  # seconds; drawing that takes longer is done less often
PAUSE = 2  # times as long as a slow drawing took, until the next one
LARGE = 1000  # characters; a growing part that is longer is drawn when it has grown by one in SHARE
SHARE = 16


def write_answer(answer, columns, out):
    """Print an answer piece by piece; when reading it breaks off, what came is printed and its line ended."""
    page = Page(out)
    waits_are_known = answer.before_wait(page.update)
    with unechoed(out.context.stdin):
        try:
            for piece in answer.pieces:
                page.add(piece)
                if not waits_are_known:
                    page.update()
        finally:
            page.end()


class Page:
    """An answer that grows: ``part`` is what is shown and not finished, ``fresh`` what came since the last drawing."""

    def __init__(self, out):
        from cometapi.output import markdown_parts, markdown_rows  # while the service is thinking

        self.markdown, self.rendering = markdown_parts, markdown_rows
        self.out = out
        self.region = Region(out)
        self.part = markdown_parts.Part()
        self.fresh = []
        self.carried = ""  # a CR whose LF may be in the next piece
        self.begun = False
        self.unfinished = None  # the pattern of what still belongs to the row that a resize has left
        self.due = 0.0  # when the next drawing may begin
        self.later = None  # the timer of a drawing that was put off
        self.lock = threading.Lock()
        self.view = self.seen()

    def seen(self):
        """How wide rows may be, and how many the terminal shows."""
        return self.markdown.View(max(1, self.out.context.width() - SLACK), self.out.context.height())

    def add(self, piece):
        """Take a piece of text."""
        piece = self.carried + piece
        self.carried = "\r" if piece.endswith("\r") else ""
        piece = piece.removesuffix(self.carried).replace("\r\n", "\n")
        with self.lock:
            self.fresh.append(visible(piece, keep="\n\t"))

    def update(self):
        """Show what came, at once or as soon as drawing is due."""
        with self.lock:
            if not self.fresh:
                return
            wait = self.due - time.monotonic()
            if wait <= 0 and self.is_worth_drawing():
                self.draw()
            elif self.later is None:
                self.later = threading.Timer(max(wait, SLOW), self.catch_up)
                self.later.daemon = True
                self.later.start()

    def is_worth_drawing(self):
        """Whether enough came since the last drawing; a long part is drawn when it has grown by a share."""
        large = len(self.part.source) - LARGE
        return large <= 0 or sum(map(len, self.fresh)) * SHARE >= large

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
        self.take()
        final, growing = self.markdown.split(self.part, self.view)
        self.show(final, growing)
        self.part = growing  # only now: Ctrl-C may come at any point, and what is said twice is not lost
        took = time.monotonic() - begun
        self.due = begun + took * (1 + PAUSE) if took > SLOW else 0.0

    def take(self):
        """Put what came to what is shown, on a terminal that may have another width than before."""
        view = self.seen()
        if view.width != self.view.width and not self.region.fits(self.rendering.columns, view.width + SLACK):
            self.part, self.unfinished = self.markdown.left(self.part, view.width)
            self.region.leave("\n" if self.unfinished is None else "")
        self.view = view
        came = "".join(self.fresh)
        self.part = self.part._replace(source=self.part.source + self.finish_row(came))
        self.fresh = []

    def finish_row(self, came):
        """Write what belongs to a row that a resize has left; the rest of what came."""
        if self.unfinished is None:
            return came
        found = self.unfinished.match(came)
        self.out.write(found[1].expandtabs(self.rendering.TAB))
        if found.end(1) == len(came):
            return ""
        self.unfinished = None
        self.out.write("\n")
        return came[found.end() :]

    def show(self, final, growing):
        """Print the rows of parts that are final, and those of the growing one as far as they may be shown."""
        rows = self.markdown.rows(final, self.view.width, self.begun)
        self.begun = self.begun or bool(rows)
        self.region.draw(rows, self.markdown.rows([growing.shown()], self.view.width, self.begun))

    def end(self):
        """Print all that came."""
        with self.lock:
            if self.later is not None:
                self.later.cancel()
            self.fresh.append(visible(self.carried))
            self.take()
            final, growing = self.markdown.split(self.part, self.view)
            self.show([*final, growing], self.markdown.Part())
            self.part, self.carried = self.markdown.Part(), ""
            self.region.leave("\n" if self.unfinished else "")


class Region:
    """The rows of the growing part, with the cursor at the end of the last one."""

    def __init__(self, out):
        self.out = out
        self.shown = []
        self.gone = 0  # how many of the rows have scrolled away
        self.is_torn = False  # whether one of them would be another one now

    def draw(self, final, growing):
        """Make the rows shown these; the first of them are final."""
        rows = final + growing
        if not rows:
            return
        self.scroll()
        if common(self.shown, rows) < self.gone:
            self.is_torn = True
        if self.is_torn:
            self.shown, self.gone = self.shown[self.gone :], 0
            rows = rows if final else rows[-self.height() :]
        same = common(self.shown, rows)
        self.rewrite(rows, min(same, len(rows) - 1) if len(rows) < len(self.shown) else same)
        if final:
            self.settle(len(final))
        self.out.flush()

    def height(self):
        """How many rows can be rewritten."""
        return max(1, self.out.context.height() - 1)

    def scroll(self):
        """Count the rows that have scrolled away; they do not come back when the terminal grows."""
        self.gone = max(self.gone, len(self.shown) - self.height())

    def rewrite(self, rows, same):
        """Bring the terminal from the rows shown to these, of which the first ``same`` stand already."""
        up = len(self.shown) - 1 - same
        if self.shown and up == 0 and rows[same].startswith(self.shown[same]):
            self.out.write("\x1b[K\n".join([rows[same].removeprefix(self.shown[same]), *rows[same + 1 :]]))
        elif same < len(rows):
            text = "" if not self.shown else "\n" if up < 0 else "\r" if up == 0 else f"\r\x1b[{up}A"
            self.out.write(text + "\x1b[K\n".join(rows[same:]) + ("\x1b[J" if self.shown else ""))
        self.shown = rows

    def settle(self, number):
        """Count the first rows no longer: they are never touched again."""
        self.scroll()
        self.is_torn = False
        if number == len(self.shown):
            self.leave("\n")
        else:
            self.shown, self.gone = self.shown[number:], max(0, self.gone - number)

    def fits(self, columns, width):
        """Whether all rows still stand as they were drawn on a terminal that has another width now.

        Terminals differ about a row that is wider than they are: some wrap it, some cut it off.
        """
        self.scroll()
        return self.gone == 0 and all(columns(row) < width for row in self.shown)

    def leave(self, ending):
        """Let the rows stand as they are."""
        self.out.write(ending)
        self.shown, self.gone, self.is_torn = [], 0, False


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
