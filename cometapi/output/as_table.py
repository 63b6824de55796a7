"""Tables for people, laid out by hand: two spaces between columns, a rule under the header, numbers to the right.

rich's own table costs half a millisecond and more for a row of nine cells, this thirty microseconds (1,000 log records:
0.5 to 0.8 s against 0.03 s). rich is asked only how wide a text is that has characters outside ASCII.
"""

import re
from itertools import chain, islice, zip_longest
from operator import le

from cometapi.advice import also
from cometapi.output.cells import aligned, decimals, width, wrapped
from cometapi.output.formats import are_recent, face_for_people, is_numeric, is_time, is_unbroken, people, short_time
from cometapi.terminal.visible import visible

READABLE = 12  # columns of the terminal below which no column of text is squeezed
NAME = 32  # the first column names the record, and what is copied should be whole: it gets spare room up to here first
LONGEST_UNBROKEN = 24  # a number, a time or a price is not broken over lines, unless it is longer than this
LONGEST_WORD = 64  # neither is what is copied as one word: an id, a URL
GAP = "  "
UNSAID = 10  # the priority of a column for which the manifest says none

_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")


def write_rows(columns, records, out):
    """Print a header, a rule and the records, as wide as the terminal, or as they need into a pipe; nothing for none.

    Columns without any value are left out, and those for which the terminal has no room, which a note then names: the ones
    of the lowest priority first, else from the right.
    """
    records = iter(records)
    first = list(islice(records, out.sample))
    if not first:
        return
    table = _Table(columns, first, out, is_whole=len(first) < out.sample)
    out.write(table.header())
    for texts in chain(table.sample, map(table.texts, records)):
        out.write(table.lines(texts))
    if table.left_out:
        names = ", ".join(column["title"] for column in table.left_out)
        out.context.note(f"Hidden columns (terminal too narrow): {names}.{also(' {format} json shows every column.')}")


def write_record(columns, record, out):
    """Print a line for each field, its name first; long values go on under themselves."""
    titles = [_one_line(column["title"], out) for column in columns]
    label = max(map(width, titles), default=0)
    available = out.context.width()
    room = None if available is None else available - label - len(GAP)
    for column, title in zip(columns, titles, strict=True):
        lines = [_one_line(line, out) for line in people(column, record.get(column["name"])).splitlines()] or [""]
        if room is not None and room < READABLE:  # no room beside the names: under them
            _write_field(title, "\n" + GAP, GAP, lines, max(1, available - len(GAP)), out)
        else:
            _write_field(title, " " * (label - width(title)) + GAP, " " * label + GAP, lines, room, out)


def _write_field(title, joint, indent, lines, room, out):
    parts = [part for line in lines for part in wrapped(line, room)]
    first, *rest = [f"{joint}{parts[0]}", *(f"{indent}{line}" for line in parts[1:])]
    out.write("\n".join([_bold(title, out) + first.rstrip(), *(line.rstrip() for line in rest)]) + "\n")


class _Column:
    """A column of one table: the function that gives what it says of a record, and its texts of the first records."""

    def __init__(self, facts, records, out):
        self.name, self.face, self.out = facts["name"], face_for_people(facts), out
        self.facts = facts
        self.texts = [_one_line(self.face(record.get(self.name)), out) for record in records]
        self.title = _one_line(facts["title"], out)
        self.is_numeric = is_numeric(facts, [one[self.name] for one in records if one.get(self.name) is not None])

    def shorten(self):
        """Cut its texts to short times, where it has times."""
        if is_time(self.facts):
            whole = self.face
            self.face = lambda value: short_time(_one_line(whole(value), self.out))
            self.texts = list(map(short_time, self.texts))

    def lay_out(self, *, is_aligned):
        """Find out how wide it is, how narrow it may be, and how many decimals stand in it."""
        self.decimals = max(map(decimals, self.texts)) if is_aligned else 0
        cells = [aligned(text, self.decimals) for text in self.texts] if self.decimals else self.texts
        widest = max(map(width, cells))
        self.width = max(width(self.title), widest)
        self.least = min(self.width, READABLE)
        if self.is_numeric or is_unbroken(self.facts):
            self.least = max(self.least, min(widest, LONGEST_UNBROKEN))
        else:
            self.least = max(self.least, min(max(map(width, _copied(cells)), default=0), LONGEST_WORD))


class _Table:
    """The layout of one table.

    Where not all columns fit, the points of amounts need not stand below each other, and then times are cut to
    ``03-25 04:21``, if all of them are of the last half a year. Of a table that ``is_whole`` the ``records`` by which it
    is laid out say which columns have nothing to show.
    """

    def __init__(self, columns, records, out, *, is_whole):
        self.out, self.available = out, out.context.width()
        every = [_Column(one, records, out) for one in columns]
        self.every = [one for one in every if not is_whole or any(one.texts)] or every[:1]
        self._lay_out(is_aligned=True)
        if self.left_out:
            self._lay_out(is_aligned=False)
        if self.left_out and are_recent([one.facts for one in self.every], records):
            for one in self.every:
                one.shorten()
            self._lay_out(is_aligned=False)
        self.sample = zip(*[one.texts for one in self.columns], strict=True)

    def _lay_out(self, *, is_aligned):
        for one in self.every:
            one.lay_out(is_aligned=is_aligned)
        self.columns = self.every if self.available is None else _shown(self.every, self.available)
        self.left_out = [one.facts for one in self.every if one not in self.columns]
        self.widths = [one.width for one in self.columns]
        if self.available is not None:
            self.widths = _fitted(self.widths, [one.least for one in self.columns], self.available)
        signs = zip(self.columns, self.widths, strict=True)
        self.faces = [(one.name, one.face) for one in self.columns]
        self.points = [(place, one.decimals) for place, one in enumerate(self.columns) if one.decimals]
        self.row = GAP.join(f"%{room}s" if one.is_numeric else f"%-{room}s" for one, room in signs)

    def texts(self, record):
        """What the columns say of a record."""
        texts = [face(record.get(name)) for name, face in self.faces]
        joined = "".join(texts)
        if joined.isprintable() and (self.out.is_unicode or joined.isascii()):
            return texts  # each of which is one harmless line
        return [_one_line(text, self.out) for text in texts]

    def header(self):
        rule = GAP.join(("─" if self.out.is_unicode else "-") * room for room in self.widths)
        titles = self._lines([one.title for one in self.columns])
        return "".join(f"{_bold(line, self.out)}\n" for line in titles.splitlines()) + rule + "\n"

    def lines(self, texts):
        """The lines of one row."""
        cells = list(texts)
        for place, most in self.points:
            cells[place] = aligned(cells[place], most)
        return self._lines(cells)

    def _lines(self, cells):
        """The lines of some cells: what is longer than its column goes on in the next line."""
        is_one_line = self.available is None or all(map(le, map(len, cells), self.widths))
        if is_one_line and "".join(cells).isascii():
            return (self.row % tuple(cells)).rstrip() + "\n"
        if self.available is None:
            return self._line(cells)
        parts = [wrapped(cell, room) for cell, room in zip(cells, self.widths, strict=True)]
        return "".join(map(self._line, zip_longest(*parts, fillvalue="")))

    def _line(self, cells):
        padded = []
        for cell, room, one in zip(cells, self.widths, self.columns, strict=True):
            space = " " * (room - (len(cell) if cell.isascii() else width(cell)))
            padded.append(space + cell if one.is_numeric else cell + space)
        return GAP.join(padded).rstrip() + "\n"


def _shown(columns, available):
    """The columns for which there is room, in their order: the first one, then whatever fits by priority."""
    first, *others = columns
    chosen, room = [first], available - first.least
    for one in sorted(others, key=lambda one: one.facts.get("priority", UNSAID)):
        if len(GAP) + one.least <= room:
            room -= len(GAP) + one.least
            chosen.append(one)
    return [one for one in columns if one in chosen]


def _copied(cells):
    """The words in the cells of a column that somebody may want to copy: all where each cell is one, else the URLs."""
    words = [word for cell in cells for word in cell.split(" ")]
    return words if len(words) == len(cells) else [word for word in words if "://" in word]


def _fitted(widths, least, available):
    """The widths of columns that fit at their least, the widest ones cut first."""
    room = available - len(GAP) * (len(widths) - 1)
    if len(widths) == 1:
        return [min(widths[0], room)]
    spare = room - sum(least)
    least = [max(least[0], min(widths[0], NAME, least[0] + spare)), *least[1:]]
    for level in range(min(max(widths), room), 0, -1):
        cut = [max(low, min(width, level)) for width, low in zip(widths, least, strict=True)]
        if sum(cut) <= room:
            return cut
    return least


def _one_line(text, out):
    """The text as one harmless line of a cell, in characters that stdout can carry."""
    return text if text.isascii() and text.isprintable() else out.encodable(visible(_BREAKS.sub(" ", text)))


def _bold(text, out):
    return f"\x1b[1m{text}\x1b[0m" if text and out.context.has_color("stdout") else text
