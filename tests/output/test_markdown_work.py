"""What rendering an answer costs: as many characters parsed and laid out as the answer is long, times a constant."""

import pytest
from inprocess import Stream
from printing import answered

from cometapi.context import Context
from cometapi.output import as_markdown_live, markdown_rows, write

SHAPES = {  # what an answer begins with, the piece that follows over and over, and how often at first
    "paragraph": ("", "word and ", 133),
    "markup that never ends": ("", "a *word ", 150),
    "poem": ("", "a line of it\n", 80),
    "no spaces": ("", "中文字", 200),
    "code": ("```python\n", "x = 1 + y\n", 30),
    "list": ("", "- an item\n", 60),
    "numbers": ("", "1. an item\n", 60),
    "nested list": ("- first\n", "  - an item\n", 90),
    "table": ("| a | b |\n|---|---|\n", "| a | b |\n", 60),
    "quote": ("", "> a line\n", 120),
    "long quote": ("> ", "word and ", 133),
    "quoted paragraphs": ("", "> a line\n>\n", 80),
    "quoted list": ("", "> - an item\n", 60),
    "quoted code": ("> ```python\n", "> x = 1 + y\n", 30),
    "long item": ("- ", "word and ", 133),
    "lines of an item": ("- first\n", "  a line of it\n", 60),
    "paragraphs of an item": ("- first\n", "\n  a paragraph\n", 60),
    "code of an item": ("- first\n  ```python\n", "  x = 1 + y\n", 30),
    "list in a list in a list": ("- first\n  - second\n", "    - an item\n", 60),
    "brackets": ("", "[[[[[", 220),
}
TOGETHER = 4  # pieces that arrive at once: the text is as long with fewer drawings, and each drawing costs as much

# What stands inside of another block, and is shown piece by piece all the same, because what grows stays short.
SMOOTH = (
    "quote",
    "long quote",
    "quoted list",
    "quoted code",
    "long item",
    "lines of an item",
    "nested list",
    "code of an item",
)


def work(lead, piece, number, monkeypatch):
    """How many characters are rendered for so many pieces, none of them put off, and how often the page is drawn."""
    counted, drawn, draw = [], [], as_markdown_live.Page.draw

    class Counted(markdown_rows.Rendered):
        def __init__(self, block, part):
            counted.append(len(block))
            super().__init__(block, part)

    context = Context([], {"TERM": "xterm", "COLUMNS": "60"}, Stream(), Stream(terminal=True), Stream())
    with monkeypatch.context() as patched:
        patched.setattr(markdown_rows, "Rendered", Counted)
        patched.setattr(as_markdown_live, "SLOW", 1000)
        patched.setattr(as_markdown_live.Page, "draw", lambda page: drawn.append(draw(page)))
        write(answered(iter([lead, *[piece] * number])), "table", context)
    return sum(counted), len(drawn)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_as_much_costs_about_four_times_and_is_drawn_as_it_comes(shape, monkeypatch):
    lead, piece, number = SHAPES[shape]
    piece, number = piece * TOGETHER, number // TOGETHER
    once, _ = work(lead, piece, number, monkeypatch)
    four_times, drawn = work(lead, piece, 4 * number, monkeypatch)

    assert four_times < 6 * once
    assert drawn >= 4 * number or shape not in SMOOTH


@pytest.mark.parametrize("text", ["[31m" * 240, "[" * 100 + "]" * 100, "]" * 100 + "[" * 100, "[ ][" * 100])
def test_brackets_that_none_closes_are_no_links_to_look_for(text):
    inline = [one for one in markdown_rows.tokens(text) if one.type == "inline"]

    assert [[child.type for child in one.children] for one in inline] == [["text"]]


def test_links_of_a_long_list_are_links_all_the_same():
    inline = next(one for one in markdown_rows.tokens("[a](b) " * 140) if one.type == "inline")

    assert sum(child.type == "link_open" for child in inline.children) == 140
