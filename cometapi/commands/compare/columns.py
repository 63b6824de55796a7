"""Answers side by side on a wide terminal, while they come.

While something is still coming, each column shows the end of its answer, as much as the terminal has room for; nothing
scrolls away, so nothing is left behind. When all has come the answers are printed once, whole.
"""

from cometapi.output import Out
from cometapi.output.as_markdown_live import Region, unechoed
from cometapi.output.cells import width, wrapped
from cometapi.terminal.visible import visible

WIDEST = 1  # columns left free at the right, because terminals disagree about the width of some characters
GAP = " │ "
WIDE = 100  # columns from which answers stand beside each other
NARROWEST = 24  # columns of one answer
FRAME = 4  # rows of heads and of what stands below
PATIENCE = 0.1  # seconds between two drawings; a resize is seen as soon


def fits(context, count):
    """Whether a terminal has room for the answers side by side."""
    columns = context.width() or 0
    is_torn = context.debug and context.is_terminal("stderr")  # by lines between the drawings
    return columns >= WIDE and columns // count >= NARROWEST and not context.is_plain() and not is_torn


def show(context, entries, wait):
    """Draw the answers until all have come. ``wait`` waits some seconds for news and says whether there are more to come."""
    out = Out(context)
    screen = Screen(out, entries)
    with unechoed(context.stdin):
        try:
            screen.draw()
            while wait(PATIENCE):
                screen.draw()
        finally:
            screen.end()


class Screen:
    """The part of the terminal in which the answers grow."""

    def __init__(self, out, entries):
        self.out, self.entries = out, entries
        self.region = Region(out)
        self.columns = out.context.width()

    def resize(self):
        """Leave what stands there where the terminal has another width, and the rows do not fit it any more."""
        columns = self.out.context.width()
        if columns != self.columns and not self.region.fits(width, columns):
            self.region.leave("\n")
        self.columns = columns

    def draw(self):
        """Show the ends of the answers."""
        self.resize()
        room = max(1, self.out.context.height() - FRAME)
        self.region.draw([], self.rows(room))

    def end(self):
        """Print the answers whole, in the place of their ends."""
        self.resize()
        self.region.draw(self.rows(None), [])
        self.out.write("\n")
        self.out.flush()

    def rows(self, room):
        """The rows of all columns; of long answers the last ``room`` ones, of all where it is None."""
        count = len(self.entries)
        wide = max(1, (self.columns - WIDEST - len(GAP) * (count - 1)) // count)
        columns = [lines(one, wide, room) for one in self.entries]
        heads = [wrapped(visible(one.model, keep=""), wide)[0] for one in self.entries]
        most = max(map(len, columns))
        body = [[column[row] if row < len(column) else "" for column in columns] for row in range(most)]
        return [joined(cells, wide) for cells in (heads, ["─" * wide] * count, *body)]


def joined(cells, wide):
    """One row of all columns."""
    return GAP.join(cell + " " * (wide - width(cell)) for cell in cells).rstrip()


def lines(entry, wide, room):
    """The lines of one column: the answer, and what became of it."""
    text = entry.text if room is None else entry.text[-room * wide :]  # no more can be seen
    found = [one for line in visible(text, keep="\n\t").rstrip("\n").split("\n") for one in wrapped_line(line, wide)]
    if entry.error:
        found += ["", *wrapped(visible(f"failed: {entry.error.message}", keep=""), wide)]
    elif not entry.is_done:
        found.append("…")
    return found if room is None else found[-room:]


def wrapped_line(line, wide):
    """A line of an answer in lines that fit; one of blanks is empty."""
    return wrapped(line.expandtabs(4).rstrip(), wide)
