"""What rendering an answer costs: as many characters parsed and laid out as the answer is long, times a constant."""

import pytest
from inprocess import Stream
from printing import answered

from cometapi.context import Context
from cometapi.output import as_markdown_live, markdown_rows, write

SHAPES = {
    "paragraph": ("", "word and "),
    "markup that never ends": ("", "a *word "),
    "poem": ("", "a line of it\n"),
    "no spaces": ("", "中文字"),
    "code": ("```python\n", "x = 1 + y\n"),
    "list": ("", "- an item\n"),
    "numbers": ("", "1. an item\n"),
    "nested list": ("- first\n", "  - an item\n"),
    "table": ("| a | b |\n|---|---|\n", "| a | b |\n"),
    "quote": ("", "> a line\n"),
    "brackets": ("", "[[[[["),
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


@pytest.mark.parametrize(("lead", "piece"), SHAPES.values(), ids=list(SHAPES))
def test_four_times_as_much_costs_about_four_times(lead, piece, monkeypatch):
    number = max(40, 600 // len(piece))
    assert work(lead, piece, 4 * number, monkeypatch) < 6 * work(lead, piece, number, monkeypatch)
