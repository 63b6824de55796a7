"""Markdown as rows for a terminal, by rich. Imported only when an answer is shown on one, after its request was sent.

Nothing of the source is lost: HTML, images, link definitions and the addresses of links stay readable, line breaks stay
breaks, and a table that has no room is shown as records.
"""

import io
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.markdown import CodeBlock, Heading, ListItem, Markdown, TableElement
from rich.segment import Segment
from rich.syntax import Syntax
from rich.text import Text
from rich.theme import Theme

from cometapi.terminal.visible import visible

HIDING = ("reference", "html_block", "html_inline", "autolink", "image")  # what rich would show nothing of
PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["strikethrough", "table"]).disable(HIDING)
LONGEST_WORD = 12  # columns of the terminal that a word in a table's cell may ask for; a longer one is folded
NUMBERS = 99  # ordered lists have room for this number, so that they do not move when the tenth item arrives
STYLES = {
    "markdown.h1": "bold underline",
    "markdown.h2": "bold",
    "markdown.h3": "bold",
    "markdown.h4": "bold",
    "markdown.code": "cyan",
    "markdown.code_block": "none",
    "markdown.link": "underline",
    "markdown.link_url": "dim",
    "markdown.block_quote": "italic",
    "markdown.item.bullet": "bold",
    "markdown.item.number": "bold",
    "markdown.hr": "dim",
    "markdown.table.border": "dim",
    "markdown.table.header": "bold",
}


def finished(source):
    """The source in two parts: blocks that no further line can change, and the one that is still growing."""
    starts = block_starts(source[: source.rfind("\n") + 1])
    if len(starts) < 2:
        return "", source
    lines = source.split("\n")
    return "\n".join(lines[: starts[-1]]) + "\n", "\n".join(lines[starts[-1] :])


def block_starts(source):
    """The numbers of the lines on which the outermost blocks begin."""
    return [token.map[0] for token in PARSER.parse(source) if token.level == 0 and token.nesting >= 0 and token.map]


def rows(source, width):
    """The source as rows of at most ``width`` columns, styled by escape sequences, with one empty row between blocks."""
    lines, found = source.split("\n"), []
    for start, end in pairwise([*block_starts(source), len(lines)]):
        block = "\n".join(lines[start:end]).rstrip()
        found += [*([""] if found else []), *(block_rows(block, width) or block.split("\n"))]
    return found


def block_rows(block, width):
    """The rows of one block, without empty ones around it."""
    rendered = Rendered(block)
    if rendered.loses_cells(block):
        block = f"````\n{block}\n````"
        rendered = Rendered(block)
    painted = [paint(line) for line in console(width).render_lines(rendered, pad=False)]
    while painted and not painted[-1]:
        painted.pop()
    while painted and not painted[0]:
        painted.pop(0)
    return painted


@cache
def console(width):
    """rich's idea of the terminal; what it writes is never used."""
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        theme=Theme(STYLES),
    )


def paint(segments):
    """One row of rich's segments as text with escape sequences, without spaces at its end.

    The text is made harmless here once more, because Markdown can name any character by its number.
    """
    parts = [(visible(segment.text), segment.style) for segment in segments]
    while parts and not parts[-1][0].strip(" "):
        parts.pop()
    if parts:
        parts[-1] = (parts[-1][0].rstrip(" "), parts[-1][1])
    return "".join(style.render(text, color_system=ColorSystem.STANDARD) if style else text for text, style in parts)


class LeftHeading(Heading):
    """A heading at the left, by style alone."""

    def __rich_console__(self, console, options):
        self.text.justify = "left"
        yield self.text


class Code(CodeBlock):
    """Code between two short rules, in the terminal's own colours and without padding, so that it can be copied."""

    @classmethod
    def create(cls, markdown, token):
        """The element of a token; ``info`` is what stands behind the opening fence."""
        code = super().create(markdown, token)
        code.info = token.info.strip()
        return code

    def __rich_console__(self, console, options):
        code = str(self.text).rstrip("\n")
        yield Text(f"─── {self.info}".rstrip(), style="dim", overflow="fold")
        yield Syntax(code, self.lexer_name, theme="ansi_dark", word_wrap=True, background_color="default")
        yield Text("───", style="dim")


class SteadyItem(ListItem):
    """An item whose number has the same room whatever comes after it."""

    def render_number(self, console, options, number, last_number):
        """The rows of the item as rich's segments."""
        numeral = f"{number}.".rjust(len(f"{max(last_number, NUMBERS)}.") + 1) + " "
        inner = options.update(width=options.max_width - len(numeral))
        style = console.get_style("markdown.item.number")
        for line in console.render_lines(self.elements, inner, style=self.style):
            yield Segment(numeral, style)
            yield from line
            yield Segment.line()
            numeral = " " * len(numeral)


class Grid(TableElement):
    """A table that folds its words, or one record after the other where its columns have no room."""

    def __rich_console__(self, console, options):
        body = self.body.rows if self.body else ()
        header, *records = [[cell.content for cell in row.cells] for row in (self.header.row, *body)]
        if sum(room(column) for column in zip(header, *records, strict=True)) > options.max_width:
            yield from as_records(header, records)
            return
        for table in super().__rich_console__(console, options):
            for column in table.columns:
                column.overflow = "fold"
            yield table


def room(cells):
    """Columns of the terminal that a column of a table needs to be readable, its gap included."""
    words = [word for cell in cells for word in cell.plain.split()]
    return min(LONGEST_WORD, max(map(cell_len, words), default=1)) + 2


def as_records(header, records):
    """A table as lines of name and value, an empty line between records; the names alone when there are none."""
    for number, record in enumerate(records or [[Text()] * len(header)]):
        if number:
            yield Text()
        for name, value in zip(header, record, strict=True):
            yield Text.assemble((name.plain, "markdown.table.header"), "  ", value)


class Rendered(Markdown):
    """One block of Markdown as this program shows it."""

    elements = {  # noqa: RUF012 - rich declares it so
        **Markdown.elements,
        "heading_open": LeftHeading,
        "fence": Code,
        "code_block": Code,
        "list_item_open": SteadyItem,
        "table_open": Grid,
    }

    def __init__(self, block):
        super().__init__("", hyperlinks=False)
        self.parsed = PARSER.parse(block)
        for token in self.parsed:
            for child in token.children or ():
                if child.type == "softbreak":
                    child.type = "hardbreak"

    def loses_cells(self, block):
        """Whether this is a table some row of which has more cells than its header; Markdown drops those."""
        if not self.parsed or self.parsed[0].type != "table_open":
            return False
        return letters(block) != sum(letters(token.content) for token in self.parsed)


def letters(text):
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
