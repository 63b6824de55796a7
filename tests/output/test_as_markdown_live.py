"""An answer's Markdown on a terminal while it arrives: what stands on the screen and above it in the end."""

import re
import threading
import unicodedata

import pytest
from generators import TEXTS, cut
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inprocess import Stream
from printing import answered, printed
from rich.cells import cell_len

from cometapi.context import Context
from cometapi.errors import StreamCut
from cometapi.output import as_markdown_live, markdown_parts, write

STYLE = re.compile(r"\x1b\[[0-9;]*m")
PIECE = re.compile(r"\x1b\[(\d*)([AJK])|(\r)|(\n)|([^\x1b\r\n]+)")


def terminal(text, height):
    """The rows that a terminal of this height shows after a text, those that scrolled away first."""
    rows, row, column = [""], 0, 0
    for number, act, start, line, plain in PIECE.findall(STYLE.sub("", text)):
        if plain:
            rows[row] = rows[row][:column] + plain + rows[row][column + len(plain) :]
            column += len(plain)
        elif start:
            column = 0
        elif line:
            row, column = row + 1, 0
            rows += [""] * (row == len(rows))
        elif act == "A":
            row = max(row - int(number), len(rows) - height, 0)
        else:
            rows[row] = rows[row][:column]
            rows[row + 1 :] = [] if act == "J" else rows[row + 1 :]
    return rows


def shown(*pieces, width=60, height=24):
    """The rows of the terminal after an answer in these pieces."""
    stdout = Stream(terminal=True)
    context = Context([], {"TERM": "xterm", "COLUMNS": str(width)}, Stream(), stdout, Stream())
    context.height = lambda: height
    write(answered(iter(pieces)), "table", context)
    return terminal(stdout.text(), height)


def parts(source, width, height):
    """The parts of a whole text."""
    final, growing = markdown_parts.split(markdown_parts.Part(source), markdown_parts.View(width, height))
    return [*final, growing]


def rows(source, width=60, height=24):
    """The rows of a whole text, without styles."""
    width -= as_markdown_live.SLACK
    return [STYLE.sub("", row) for row in markdown_parts.rows(parts(source, width, height), width, False)]


LONG = "# Title\n\nSome **bold** text.\n\n" + "\n".join(f"{n}. item {n}" for n in range(1, 30))
CODE = "Before\n\n```python\n" + "\n".join(f"print({n})" for n in range(40)) + "\n```\n\nAfter\n"
TABLE = "| a | b |\n|---|---|\n" + "".join(f"| {n} | {'wide ' * (n % 7)} |\n" for n in range(40)) + "\nend"


@pytest.mark.parametrize("text", [LONG, CODE])
@pytest.mark.parametrize("size", [1, 3, 17, 1000])
def test_what_arrives_in_pieces_looks_like_what_comes_at_once(text, size):
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    assert shown(*pieces, height=12) == [*rows(text), ""]


def test_a_table_that_widens_as_it_scrolls_stands_whole_in_the_end():
    found = shown(*TABLE, height=12)
    expected = [*rows(TABLE, height=12), ""]
    assert found[-len(expected) :] == expected


MARKDOWN = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "  ",
            "```",
            "`",
            "|",
            "|-|",
            "# ",
            "> ",
            "**",
            "_",
            "word ",
            "中",
            "👍",
            "<b>",
            "[x](y)",
        ]
    ),
    max_size=60,
)


def blocks(source, width, height):
    """The rows of each part, as one text."""
    shown = (
        markdown_parts.rows([part], width - as_markdown_live.SLACK, False) for part in parts(source, width, height)
    )
    return [STYLE.sub("", "\n".join(rows)) for rows in shown]


def in_order(parts, text):
    """Those of the parts that stand in a text, each behind the one before."""
    found, place = [], 0
    for part in parts:
        at = text.find(part, place)
        found += [part] * (at >= 0)
        place = at + len(part) if at >= 0 else place
    return found


@settings(max_examples=150)
@given(MARKDOWN, st.sampled_from([4, 24]))
@example(["```", "\n", "word ", "\n\n"], 24)
@example(["- ", "\n", "1. ", "\n", "```", "\n", "```", "\n", "- "], 4)  # a block's draft stands between two blocks
def test_every_block_stands_whole_at_last(pieces, height):
    expected = blocks("".join(pieces), 30, height)

    assert in_order(expected, "\n".join(shown(*pieces, width=30, height=height))) == expected


LOST = ["<details>text</details>", "![alt](http://x/y.png)", "[name]: http://x", "[text](http://x)", "<http://x>"]


@pytest.mark.parametrize("source", LOST)
def test_what_markdown_hides_stays_readable(source):
    words = [word for word in re.split(r"\W+", source) if word]
    assert [word for word in words if word in "".join(rows(source))] == words


def test_line_breaks_and_brackets_stay():
    assert rows("Roses are red,\nviolets [b]blue[/b] :smile:") == ["Roses are red,", "violets [b]blue[/b] :smile:"]


def test_a_row_with_more_cells_than_its_table_keeps_them():
    assert "| 1 | 2 | 3 |" in rows("| a | b |\n|---|---|\n| 1 | 2 | 3 |")


def test_a_table_without_room_is_shown_as_records():
    source = "| language | inventor | published |\n|---|---|---|\n| Python | Guido | 1991 |\n| C | Dennis | 1972 |"
    assert rows(source, 30) == [
        "language  Python",
        "inventor  Guido",
        "published  1991",
        "",
        "language  C",
        "inventor  Dennis",
        "published  1972",
    ]


def test_wide_characters_keep_their_columns():
    head, rule, *lines = rows("| 名前 | n |\n|---|---|\n| 中文 | 1 |\n| ab | 2 |")

    assert [line.split() for line in (head, *lines)] == [["名前", "n"], ["中文", "1"], ["ab", "2"]]
    assert len({cell_len(line.rstrip()) for line in (head, *lines)}) == 1  # how far apart they are is rich's
    assert len(set(rule.strip())) == 1


def test_sequences_of_the_service_do_nothing_even_when_named_by_number():
    assert shown("a\x1b", "[2J &#x202e;b &#13;c\r", "\nd\r") == ["a␛[2J \\u202eb c", "d␍", ""]


OURS = re.compile(r"\x1b\[(?:[0-9;]*m|\d*A|K|J)")  # styles, and what redraws the growing block


@given(cut(TEXTS), st.integers(4, 80))
def test_every_sequence_and_control_on_the_terminal_is_ours(case, width):
    _, pieces = case
    stdout = Stream(terminal=True)
    context = Context([], {"TERM": "xterm", "COLUMNS": str(width)}, Stream(), stdout, Stream())
    write(answered(iter(pieces)), "table", context)
    left = OURS.sub("", stdout.text())

    assert {one for one in left if unicodedata.category(one) == "Cc" or "\u202a" <= one <= "\u202e"} <= {"\n", "\r"}


def test_an_answer_that_breaks_off_keeps_what_came():
    def pieces():
        yield "**half** of `it"
        raise StreamCut("The answer was cut.")

    stdout = Stream(terminal=True)
    with pytest.raises(StreamCut):
        write(
            answered(pieces()),
            "table",
            Context([], {"TERM": "xterm", "COLUMNS": "60"}, Stream(), stdout, Stream()),
        )
    assert terminal(stdout.text(), 24) == ["half of `it", ""]


def test_what_slow_drawing_puts_off_is_shown_though_nothing_more_comes(monkeypatch):
    monkeypatch.setattr(as_markdown_live, "SLOW", 0)
    drawn = threading.Event()

    class Watched(Stream):
        def write(self, text):
            drawn.set() if "answer" in text else None
            return super().write(text)

    def pieces():
        yield "Half an"
        yield " answer"
        assert drawn.wait(10)

    write(
        answered(pieces()),
        "table",
        Context([], {"TERM": "xterm", "COLUMNS": "60"}, Stream(), Watched(terminal=True), Stream()),
    )


def test_nothing_is_printed_for_an_answer_without_text():
    assert shown() == [""]


def test_without_styles_the_source_itself_is_printed():
    assert printed(answered(iter(["**a**"])), "table", width=60)[0] == "**a**\n"


def test_a_piece_that_only_lengthens_the_last_row_writes_only_what_is_new():
    stdout = Stream(terminal=True)
    context = Context([], {"TERM": "xterm", "COLUMNS": "60"}, Stream(), stdout, Stream())
    write(answered(iter(["one\ntwo", " three"])), "table", context)
    assert stdout.text() == "one\x1b[K\ntwo three\n"
