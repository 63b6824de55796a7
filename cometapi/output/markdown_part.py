"""A part of an answer in Markdown, and the terminal that it is shown on."""

import re
from typing import NamedTuple

BLANK = re.compile(r"[ \t]*\n[ \t]*\n")


class Part(NamedTuple):
    """A stretch of Markdown that is rendered by itself, with what it must know of the text before it."""

    source: str = ""
    head: str = ""  # lines that stand before it and are shown already: a fence, the head of a table
    number: int = 0  # of its first item, where an ordered list goes on
    widths: tuple = ()  # of the columns of a table whose first rows are shown already; none if it is shown as records
    is_settled: bool = False  # whether it goes on with such a table
    is_by_lines: bool = False  # whether a line is shown when it is complete: a row that is not would move the others
    is_joined: bool = False  # whether it goes on with the block before it, without an empty row between

    def has_gap(self):
        """Whether an empty row stands before it."""
        return not self.is_joined or (not self.head and BLANK.match(self.source) is not None)

    def shown(self):
        """What may be shown of it while it grows."""
        return self._replace(source=complete_lines(self.source)) if self.is_by_lines else self


class View(NamedTuple):
    """The terminal: columns and rows that an answer may fill."""

    width: int
    height: int = 24


def lines_of(text):
    """The lines of a text, each with its newline."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def complete_lines(text):
    """The text without a last line that may go on."""
    return text[: text.rfind("\n") + 1]
