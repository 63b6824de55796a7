"""What a page consists of, before it is HTML or Markdown. Addresses are relative to the site's root."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """A piece of a line: plain text, ``code`` or ``strong``; with a ``target`` it is a link."""

    text: str
    kind: str = ""
    target: str = ""


@dataclass
class Heading:
    """A title inside a page."""

    text: str
    anchor: str
    level: int = 2


@dataclass
class Paragraph:
    """A paragraph; ``tone`` is ``lead`` for the first sentence of a page, ``note`` or ``warning`` for a box."""

    spans: list[Span]
    tone: str = ""


@dataclass
class Listing:
    """Code or output, kept as it is; ``label`` says what it is where that is not obvious."""

    text: str
    language: str = ""
    label: str = ""


@dataclass
class Bullets:
    """A list of lines."""

    items: list[list[Span]]


@dataclass
class Definition:
    """One named thing: an option, a setting, a word. ``names`` are what a search takes for exactly this."""

    kind: str
    anchor: str
    term: str
    spans: list[Span]
    facts: list[tuple[str, list[Span]]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)  # further anchors, such as that of the short letter
    listings: list[Listing] = field(default_factory=list)
    is_code: bool = True  # whether the term is typed as it stands
    target: str = ""  # where the term leads, in lists of what stands elsewhere


@dataclass
class Definitions:
    """A list of named things."""

    items: list[Definition]


@dataclass
class Row:
    """A row of a table; with an ``anchor`` it is a thing that a search finds by its ``names``."""

    cells: list[list[Span]]
    anchor: str = ""
    kind: str = ""
    names: list[str] = field(default_factory=list)


@dataclass
class Table:
    """A table; the first cell of each row is its head."""

    head: list[str]
    rows: list[Row]
    label: str


@dataclass
class Facts:
    """What there is to know of a page's subject at a glance: (label, spans)."""

    items: list[tuple[str, list[Span]]]


@dataclass
class Markup:
    """A text that was written in Markdown: its HTML, its source, the titles in it, and what it says below each.

    ``said`` is by anchor; what stands before the first title is under an empty one.
    """

    html: str
    source: str
    headings: list[Heading]
    said: dict[str, str]


@dataclass
class Page:
    """One page: ``path`` is its address without an ending, ``kind`` what search results call it."""

    path: str
    title: str
    summary: str
    kind: str
    blocks: list
    section: str = ""
    names: list[str] = field(default_factory=list)

    @property
    def html(self) -> str:
        """Its address."""
        return f"{self.path}.html"


def text_of(spans):
    """What spans say, as plain text."""
    return "".join(one.text for one in spans)


def anchors_of(page):
    """Every anchor of a page, in order."""
    for block in page.blocks:
        if isinstance(block, Heading):
            yield block.anchor
        elif isinstance(block, Markup):
            yield from (one.anchor for one in block.headings)
        elif isinstance(block, Definitions):
            for one in block.items:
                yield from (one.anchor, *one.also)
        elif isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)
