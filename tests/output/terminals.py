"""Terminals that answers are played on, with pyte as the judge of what stands where.

pyte itself cuts rows off when it becomes narrower, as xterm and the Linux console do. ``Wrapping`` lays its rows out
anew, those that have scrolled away too, as tmux, kitty, VTE, iTerm and Windows Terminal do.
"""

import pyte
from inprocess import Stream
from printing import answered

from cometapi.context import Context
from cometapi.output import write


class Cutting(pyte.HistoryScreen):
    """A terminal that cuts its rows off; when it becomes lower, the rows at its top scroll away."""

    def __init__(self, columns, lines):
        super().__init__(columns, lines, history=100_000)
        self.set_mode(pyte.modes.LNM)  # as the system's driver does it: LF is CR LF

    def draw(self, data):
        """Write text, and remember which rows go on in the next one."""
        for sign in data:
            if self.cursor.x == self.columns:
                self.buffer[self.cursor.y].goes_on = True
            super().draw(sign)

    def resize(self, columns, lines):
        """Have another size from now on."""
        rows, place = self.all_rows()
        rows = [row[:columns] for row in rows]
        self.lay_out(rows, (place[0], min(place[1], columns)), (columns, lines), len(self.history.top))

    def lay_out(self, rows, place, size, above):
        """Show these rows on a screen of a size, at least the last ones; ``above`` have scrolled away already."""
        self.columns, self.lines = size
        self.reset_mode(pyte.modes.DECOM)
        above = max(min(above, place[0]), place[0] - self.lines + 1)
        made = [self.row(cells) for cells in rows]
        self.history.top.clear()
        self.history.top.extend(made[:above])
        self.buffer.clear()
        self.buffer.update(enumerate(made[above : above + self.lines]))
        self.cursor.y, self.cursor.x = place[0] - above, place[1]

    def row(self, cells):
        """A row of pyte's of these cells."""
        made = self.buffer[-1]
        del self.buffer[-1]
        made.update(enumerate(cells))
        made.goes_on = getattr(cells, "goes_on", False)
        return made

    def all_rows(self):
        """All rows as lists of cells, up to the last one that is not empty, and the row and column of the cursor."""
        at = len(self.history.top) + self.cursor.y
        rows = [*self.history.top, *(self.buffer[y] for y in range(self.lines))]
        found = []
        for row in rows:
            cells = Cells(row[x] for x in range(max(row, default=-1) + 1))
            cells.goes_on = getattr(row, "goes_on", False)
            while cells and cells[-1] == self.default_char and not cells.goes_on:
                cells.pop()
            found.append(cells)
        while len(found) > at + 1 and not found[-1]:
            found.pop()
        return found, (at, self.cursor.x)

    def text(self):
        """The text of every line, those that have scrolled away first; rows that go on are one line."""
        lines, begun = [], ""
        for row in self.all_rows()[0]:
            begun += "".join(cell.data for cell in row)
            if not row.goes_on:
                lines.append(begun.rstrip())
                begun = ""
        return lines


class Cells(list):
    """The cells of a row; ``goes_on`` says whether the next row belongs to the same line."""

    goes_on = False


class Wrapping(Cutting):
    """A terminal that lays out its rows anew."""

    def resize(self, columns, lines):
        """Have another size from now on."""
        rows, (row, column) = self.all_rows()
        found, line, place = [], Cells(), (0, 0)
        for number, cells in enumerate(rows):
            if number == row:
                offset = len(line) + column
                is_full = offset > 0 and offset % columns == 0 and offset >= len(line) + len(cells)
                place = (len(found) + offset // columns - is_full, offset % columns or columns * is_full)
            line += cells
            if not cells.goes_on:
                found += wrapped(line, columns)
                line = Cells()
        found += [Cells()] * (place[0] + 1 - len(found))
        self.lay_out(found, place, (columns, lines), max(0, len(found) - lines))


def wrapped(line, columns):
    """The rows of a line."""
    rows = [Cells(line[start : start + columns]) for start in range(0, len(line), columns)] or [Cells()]
    for row in rows[:-1]:
        row.goes_on = True
    return rows


class Fed(Stream):
    """A stream that a terminal shows."""

    def __init__(self, screen):
        super().__init__(terminal=True)
        self.feed = pyte.Stream(screen).feed

    def write(self, text):
        self.feed(text)
        return super().write(text)


def played(pieces, width, height=24, kind=Wrapping):
    """The terminal after an answer: pieces of text, and sizes that it takes between them."""
    screen = kind(width, height)
    context = Context([], {"TERM": "xterm"}, Stream(), Fed(screen), Stream())
    context.width, context.height = lambda name="stdout": screen.columns, lambda: screen.lines

    def texts():
        for piece in pieces:
            if isinstance(piece, str):
                yield piece
            else:
                screen.resize(*piece)

    write(answered(texts()), "table", context)
    return screen
