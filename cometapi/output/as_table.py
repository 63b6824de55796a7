"""Tables for people, laid out by hand: two spaces between columns, a rule under the header, numbers to the right.

rich's own table costs half a millisecond and more for a row of nine cells, this thirty microseconds (1,000 log records:
0.5 to 0.8 s against 0.03 s). rich is asked only how wide a text is that has characters outside ASCII.
"""

import re
from itertools import chain, islice, zip_longest

from cometapi.advice import also
from cometapi.output import as_text
from cometapi.output.formats import are_recent, is_numeric, is_time, is_unbroken, people, short_time
from cometapi.terminal.visible import visible

__all__ = ["write_answer", "write_record", "write_rows"]

READABLE = 12  # columns of the terminal below which no column of text is squeezed
NAME = 32  # the first column names the record, and what is copied should be whole: it gets spare room up to here first
LONGEST_UNBROKEN = 24  # a number, a time or a price is not broken over lines, unless it is longer than this
LONGEST_WORD = 64  # neither is what is copied as one word: an id, a URL
GAP = "  "
UNSAID = 10  # the priority of a column for which the manifest says none

_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")
_MARKS = r"\-/_,;&?，。、；："
_AMOUNT = re.compile(r"-?\$[\d,]+(?:\.\d+)?")
_PIECES = re.compile(rf"\s+|[{_MARKS}]*[^\s{_MARKS}]+[{_MARKS}]*|[{_MARKS}]+")  # a line may end after each


def write_answer(answer, columns, out):
    """Print an answer while it arrives: its Markdown rendered on a terminal that has styles, else as text."""
    if is_styled(out.context) and out.is_unicode and not answer.is_raw:
        from cometapi.output import as_markdown_live

        as_markdown_live.write_answer(answer, columns, out)
    else:
        as_text.write_answer(answer, columns, out)


def is_styled(context):
    """Whether answers are rendered."""
    is_live = context.is_terminal("stdout") and context.has_color("stdout") and not context.is_plain()
    return is_live and not context.debug


def prepare(context):
    """Load what renders an answer, where that is done."""
    if is_styled(context):
        from cometapi.output import as_markdown_live, markdown_parts  # noqa: F401 - which loads rich


def write_rows(columns, records, out):
    """Print a header, a rule and the records, as wide as the terminal, or as they need into a pipe; nothing for none.

    Columns without any value are left out, and those for which the terminal has no room, which a note then names: the ones
    of the lowest priority first, else from the right.
    """
    records = iter(records)
    first = list(islice(records, out.sample))
    if not first:
        return
    if len(first) < out.sample:
        columns = [c for c in columns if any(people(c, record.get(c["name"])) for record in first)] or columns[:1]
    table = _Table(columns, first, out)
    out.write(table.header())
    for record in chain(first, records):
        out.write(table.lines(table.cells(record)))
    if table.left_out:
        names = ", ".join(column["title"] for column in table.left_out)
        out.context.note(f"Hidden columns (terminal too narrow): {names}.{also(' {format} json shows every column.')}")


def write_record(columns, record, out):
    """Print a line for each field, its name first; long values go on under themselves."""
    titles = [_one_line(column["title"], out) for column in columns]
    label = max(map(_width, titles), default=0)
    available = out.context.width()
    room = None if available is None else available - label - len(GAP)
    for column, title in zip(columns, titles, strict=True):
        lines = [_one_line(line, out) for line in people(column, record.get(column["name"])).splitlines()] or [""]
        if room is not None and room < READABLE:  # no room beside the names: under them
            _write_field(title, "\n" + GAP, GAP, lines, max(1, available - len(GAP)), out)
        else:
            _write_field(title, " " * (label - _width(title)) + GAP, " " * label + GAP, lines, room, out)


def _write_field(title, joint, indent, lines, room, out):
    wrapped = [part for line in lines for part in _wrap(line, room)]
    first, *rest = [f"{joint}{wrapped[0]}", *(f"{indent}{line}" for line in wrapped[1:])]
    out.write("\n".join([_bold(title, out) + first.rstrip(), *(line.rstrip() for line in rest)]) + "\n")


class _Table:
    """The layout of one table: its columns, how wide each is, which are numbers, and how many decimals stand in each.

    Where not all columns fit, the points of amounts need not stand below each other, and then times are cut to
    ``03-25 04:21``, if all of them are of the last half a year.
    """

    def __init__(self, columns, records, out):
        self.out, self.available = out, out.context.width()
        self._lay_out(columns, records)
        if self.left_out:
            self._lay_out(columns, records, is_aligned=False)
        if self.left_out and are_recent(columns, records):
            self._lay_out(columns, records, is_aligned=False, has_short_times=True)

    def _lay_out(self, columns, records, *, is_aligned=True, has_short_times=False):
        self.columns, self.has_short_times = columns, has_short_times
        self.numeric = [is_numeric(c, [r[c["name"]] for r in records if r.get(c["name"]) is not None]) for c in columns]
        self.titles = [_one_line(column["title"], self.out) for column in columns]
        texts = list(zip(*map(self._texts, records), strict=True))
        self.decimals = [max(map(_decimals, some)) if is_aligned else 0 for some in texts]
        cells = [[_padded(text, most) for text in some] for some, most in zip(texts, self.decimals, strict=True)]
        titles = map(_width, self.titles)
        self.widths = [max(title, *map(_width, some)) for title, some in zip(titles, cells, strict=True)]
        self.left_out = []
        if self.available is not None:
            self._fit(list(map(self._least, range(len(columns)), cells)))

    def _fit(self, least):
        shown = _shown(self.columns, least, self.available)
        self.left_out = [column for place, column in enumerate(self.columns) if place not in shown]
        self.columns, self.titles, self.numeric, self.decimals, self.widths, least = (
            [some[place] for place in shown]
            for some in (self.columns, self.titles, self.numeric, self.decimals, self.widths, least)
        )
        self.widths = _fitted(self.widths, least, self.available)

    def _least(self, place, cells):
        """The least readable width of a column: of a number, a time, a price and a word all of it."""
        widest, width = max(map(_width, cells)), min(self.widths[place], READABLE)
        if self.numeric[place] or is_unbroken(self.columns[place]):
            return max(width, min(widest, LONGEST_UNBROKEN))
        return max(width, min(max(map(_width, _copied(cells)), default=0), LONGEST_WORD))

    def cells(self, record):
        return list(map(_padded, self._texts(record), self.decimals))

    def _texts(self, record):
        return [self._text(column, record.get(column["name"])) for column in self.columns]

    def _text(self, column, value):
        text = _one_line(people(column, value), self.out)
        return short_time(text) if self.has_short_times and is_time(column) else text

    def header(self):
        rule = GAP.join(("─" if self.out.is_unicode else "-") * width for width in self.widths)
        titles = self.lines(self.titles)
        return "".join(f"{_bold(line, self.out)}\n" for line in titles.splitlines()) + rule + "\n"

    def lines(self, cells):
        """The lines of one row: what is longer than its column goes on in the next line."""
        if self.available is None:
            return self._line(cells)
        wrapped = [_wrap(cell, width) for cell, width in zip(cells, self.widths, strict=True)]
        return "".join(map(self._line, zip_longest(*wrapped, fillvalue="")))

    def _line(self, cells):
        padded = []
        for cell, width, numeric in zip(cells, self.widths, self.numeric, strict=False):
            space = " " * (width - _width(cell))
            padded.append(space + cell if numeric else cell + space)
        return GAP.join(padded).rstrip() + "\n"


def _decimals(text):
    """How many signs an amount of money has from its point on."""
    return len(text) - len(text.partition(".")[0]) if _AMOUNT.fullmatch(text) else 0


def _padded(text, most):
    """An amount with spaces behind it that put its point below those of others; any other text as it is."""
    return text + " " * (most - _decimals(text)) if most and _AMOUNT.fullmatch(text) else text


def _shown(columns, least, available):
    """The places of the columns for which there is room, in their order: the first one, then whatever fits by priority."""
    first, *others = range(len(columns))
    chosen, room = [first], available - least[first]
    for place in sorted(others, key=lambda place: columns[place].get("priority", UNSAID)):
        if len(GAP) + least[place] <= room:
            room -= len(GAP) + least[place]
            chosen.append(place)
    return sorted(chosen)


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


def _wrap(text, width):
    """The text in lines that fit, ended after spaces and punctuation; a longer word is folded."""
    if width is None or _width(text) <= width:
        return [text]
    lines = [""]
    for piece in _PIECES.findall(text):
        if _width(lines[-1] + piece.rstrip()) <= width:
            lines[-1] += piece
        elif _width(piece) <= width:
            lines.append(piece.lstrip())
        else:
            *whole, last = _folded(lines.pop() + piece, width)
            lines += [*whole, last]
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _folded(text, width):
    from rich.cells import chop_cells

    return chop_cells(text, max(2, width)) or [""]


def _width(text):
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _one_line(text, out):
    """The text as one harmless line of a cell, in characters that stdout can carry."""
    return text if text.isascii() and text.isprintable() else out.encodable(visible(_BREAKS.sub(" ", text)))


def _bold(text, out):
    return f"\x1b[1m{text}\x1b[0m" if text and out.context.has_color("stdout") else text
