"""Tables of Markdown as rich can render them: columns that have room to be readable, or else records."""

from rich.cells import cell_len
from rich.markdown import TableElement
from rich.text import Text

GAP = 2  # columns of the terminal between those of a table
LONGEST_WORD = 12  # columns of the terminal that a word in a table's cell may ask for; a longer one is folded


class Grid(TableElement):
    """A table that folds its words, or one record after the other where its columns have no room."""

    @classmethod
    def create(cls, markdown, token):
        """The element of a token; the part of the ``markdown`` may say how wide its columns are."""
        grid = cls()
        grid.markdown = markdown
        return grid

    def __rich_console__(self, console, options):
        body = self.body.rows if self.body else ()
        header, *records = [[cell.content for cell in row.cells] for row in (self.header.row, *body)]
        part = self.markdown.part
        widths = part.widths if part.is_settled else fitted([header, *records], options.max_width)
        self.markdown.widths = widths
        if not widths:
            yield from as_records(header, records) if records or not part.is_settled else ()
            return
        for table in super().__rich_console__(console, options):
            for column, width in zip(table.columns, widths, strict=True):
                column.overflow, column.width = "fold", width
            yield table


def fitted(lines, most):
    """How wide each column of a table is that has ``most`` in all; nothing where they have no room to be readable."""
    columns = list(zip(*lines, strict=True))
    least = [max(map(cell_len, words(cells)), default=1) for cells in columns]
    least = [min(LONGEST_WORD, width) for width in least]
    widths = [max(1, *(cell_len(line) for cell in cells for line in cell.plain.split("\n"))) for cells in columns]
    spare = most - GAP * len(columns) - sum(least)
    if spare < 0:
        return ()
    wished = [width - floor for width, floor in zip(widths, least, strict=True)]
    return tuple(floor + share for floor, share in zip(least, shares(wished, spare), strict=True))


def shares(wished, spare):
    """What each gets of ``spare`` in all: the modest ones what they wish, the others as much as each other."""
    got = [0] * len(wished)
    for left, place in zip(range(len(wished), 0, -1), sorted(range(len(wished)), key=wished.__getitem__), strict=True):
        got[place] = min(wished[place], spare // left)
        spare -= got[place]
    return got


def words(cells):
    """The words of all cells of a column."""
    return [word for cell in cells for word in cell.plain.split()]


def as_records(header, records):
    """A table as lines of name and value, an empty line between records; the names alone when there are none."""
    for number, record in enumerate(records or [[Text()] * len(header)]):
        if number:
            yield Text()
        for name, value in zip(header, record, strict=True):
            yield Text.assemble((name.plain, "markdown.table.header"), "  ", value)
