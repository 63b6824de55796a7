"""Markdown as rows for a terminal, by rich. Imported only when an answer is shown on one, after its request was sent.

Nothing of the source is lost: HTML, images, link definitions and the addresses of links stay readable, line breaks stay
breaks, and a table that has no room is shown as records.
"""

import io
import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.markdown import CodeBlock, Heading, ListItem, Markdown
from rich.segment import Segment
from rich.syntax import Syntax
from rich.text import Text
from rich.theme import Theme

from cometapi.output.markdown_math import PLAIN, math
from cometapi.output.markdown_tables import Grid
from cometapi.terminal.visible import visible

HIDING = ("reference", "html_block", "html_inline", "autolink", "image")  # what rich would show nothing of


def parser():
    """A parser of the Markdown that services write."""
    options = {"maxNesting": 100}
    return MarkdownIt("commonmark", options).enable(["strikethrough", "table"]).disable(HIDING).use(math)


PARSER = parser()
BLOCKS = parser().disable(["inline", "text_join"])  # finds blocks alone, which takes no longer than the text is long
BRACKETS = 200  # more opening ones in a text are no links: each would cost a look at all that follows
DEEPEST = 20  # opening ones that none closes; with more, those looks are what the time goes into
LONGEST_TEXT = 10_000  # characters; a longer text without an empty line is no Markdown either
TAB = 8  # columns between the stops of a terminal's tabs, where text that is not rendered has them too
NUMBERS = 99  # ordered lists have room for this number, so that they do not move when the tenth item arrives
SHOWN_AS = {"softbreak": "hardbreak", "text_special": "text"}  # kinds of tokens; a line break stays one
STYLE = re.compile(r"\x1b\[[0-9;]*m")
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


def part_rows(part, width):
    """The rows of a part of at most ``width`` columns, styled by escape sequences."""
    text = (part.head + part.source).rstrip()
    rendered = Rendered(text, part)
    if rendered.loses_cells(text):
        return painted(Rendered(f"````\n{part.source.strip()}\n````", part), width)
    if part.head:
        return painted(rendered, width)[head_height(part._replace(source=""), width) :]
    return painted(rendered, width) or list(filter(None, text.split("\n")))


@lru_cache(maxsize=8)
def head_height(part, width):
    """How many rows the lines have that a part needs before it."""
    return len(painted(Rendered(part.head, part), width))


def painted(rendered, width):
    """The rows of what rich can render, without empty ones around them."""
    rows = [paint(line) for line in console(width).render_lines(rendered, pad=False)]
    while rows and not rows[-1]:
        rows.pop()
    while rows and not rows[0]:
        rows.pop(0)
    return rows


def plain(row):
    """A row without styles."""
    return STYLE.sub("", row)


def columns(row):
    """How many columns of the terminal a row takes."""
    return cell_len(plain(row))


def table_widths(part, width):
    """How wide the columns of a table are; nothing if it is shown as records, or with all that stands in its source."""
    rendered = Rendered(part.head + part.source, part._replace(is_settled=False))
    painted(rendered, width)
    return rendered.widths


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
        code.is_open = token.type == "fence" and not is_closed(token)
        return code

    def __rich_console__(self, console, options):
        code = str(self.text).rstrip("\n")
        yield Text(f"─── {self.info}".rstrip(), style="dim", overflow="fold")
        if code:
            look = {"theme": "ansi_dark", "background_color": "default"}
            yield Syntax(code, self.lexer_name, word_wrap=True, tab_size=TAB, **look)
        if not self.is_open:
            yield Text("───", style="dim")


def is_closed(fence):
    """Whether the token of a fence has its last line."""
    lines = fence.content.count("\n") + bool(fence.content and not fence.content.endswith("\n"))
    return fence.map[1] - fence.map[0] == lines + 2


class SteadyItem(ListItem):
    """An item whose number has the same room whatever comes after it."""

    def render_number(self, console, options, number, last_number):
        """The rows of the item as rich's segments."""
        numeral = f"{number}.".rjust(len(f"{max(number, NUMBERS)}.") + 1) + " "
        inner = options.update(width=options.max_width - len(numeral))
        style = console.get_style("markdown.item.number")
        for line in console.render_lines(self.elements, inner, style=self.style):
            yield Segment(numeral, style)
            yield from line
            yield Segment.line()
            numeral = " " * len(numeral)


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

    def __init__(self, block, part):
        super().__init__("", hyperlinks=False)
        self.part = part
        self.widths = ()  # of the columns of the table that it is
        self.parsed = tokens(block)
        for child in (child for token in self.parsed for child in token.children or ()):
            child.type = SHOWN_AS.get(child.type, child.type)
        if part.number and self.parsed and self.parsed[0].type == "ordered_list_open":
            self.parsed[0].attrs["start"] = part.number

    def loses_cells(self, block):
        """Whether this is a table some row of which has more cells than its header; Markdown drops those."""
        if not self.parsed or self.parsed[0].type != "table_open":
            return False
        return letters(block) != sum(letters(token.content) for token in self.parsed)


def is_full_of_brackets(text):
    """Whether a text has more opening brackets than it has links, or is worth the time to look for them."""
    if text.count("[") <= DEEPEST:
        return False
    depth = deepest = 0
    for sign in re.findall(r"[\[\]]", text):
        depth = depth + 1 if sign == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest > DEEPEST or text.count("[") > BRACKETS


def tokens(block):
    """What a block consists of, as the parser's tokens."""
    found, shared = BLOCKS.parse(block), {}
    for token in filter(lambda token: token.type == "inline", found):
        if PLAIN in token.meta or len(token.content) > LONGEST_TEXT or is_full_of_brackets(token.content):
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            PARSER.inline.parse(token.content, PARSER, shared, token.children)
    return found


def letters(text):
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
