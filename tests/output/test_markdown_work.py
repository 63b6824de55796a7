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
    "brackets": ("", "[[[[[", 220),
}


def work(lead, piece, number, monkeypatch):
    """How many characters are rendered for so many pieces, none of them put off."""
    counted = []

    class Counted(markdown_rows.Rendered):
        def __init__(self, block, part):
            counted.append(len(block))
            super().__init__(block, part)

    monkeypatch.setattr(markdown_rows, "Rendered", Counted)
    monkeypatch.setattr(as_markdown_live, "SLOW", 1000)
    context = Context([], {"TERM": "xterm", "COLUMNS": "60"}, Stream(), Stream(terminal=True), Stream())
    write(answered(iter([lead, *[piece] * number])), "table", context)
    monkeypatch.undo()
    return sum(counted)


@pytest.mark.parametrize(("lead", "piece", "number"), SHAPES.values(), ids=list(SHAPES))
def test_four_times_as_much_costs_about_four_times(lead, piece, number, monkeypatch):
    assert work(lead, piece, 4 * number, monkeypatch) < 6 * work(lead, piece, number, monkeypatch)


@pytest.mark.parametrize("text", ["[31m" * 240, "[" * 100 + "]" * 100, "]" * 100 + "[" * 100, "[ ][" * 100])
def test_brackets_that_none_closes_are_no_links_to_look_for(text):
    inline = [one for one in markdown_rows.tokens(text) if one.type == "inline"]

    assert [[child.type for child in one.children] for one in inline] == [["text"]]


def test_links_of_a_long_list_are_links_all_the_same():
    inline = next(one for one in markdown_rows.tokens("[a](b) " * 140) if one.type == "inline")

    assert sum(child.type == "link_open" for child in inline.children) == 140
