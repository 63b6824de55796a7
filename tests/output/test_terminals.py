"""An answer on terminals of several widths, also when they are resized while it arrives, cell by cell."""

import re
from collections import Counter

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminals import Cutting, Wrapping, played

from cometapi.output import as_markdown_live

WIDTHS = (32, 60, 100)


@pytest.fixture(autouse=True, scope="module")
def every_piece_is_drawn():
    """No drawing is put off: a timer would draw while the terminal takes another size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_markdown_live, "SLOW", 1000)
        yield


def cut(text, size):
    """A text in pieces of this length."""
    return [text[start : start + size] for start in range(0, len(text), size)]


def numbered(count, form="w{:03}"):
    return [form.format(number) for number in range(count)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [3, 1000])
def test_a_poem_keeps_its_lines(width, size):
    poem = "\n".join(f"Line {number} of it, and *so* on" for number in range(30))
    assert played(cut(poem, size), width).text() == [*poem.replace("*", "").split("\n"), ""]


FORMULAS = [
    "$x_1 + y_2*z*w$",
    "$$a_{i}^* \\\\ b_j$$",
    "\\(\\frac{a_b}{c*d*e}\\)",
    "\\[ \\sum_{i=1}^n i_k \\]",
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [3, 1000])
def test_formulas_stay_as_they_came(width, size):
    text = "".join(f"*So* {formula}\n\n- {formula} it\n\n" for formula in FORMULAS)
    expected = [line for formula in FORMULAS for line in (f"So {formula}", f" • {formula} it")]
    assert [line for line in played(cut(text, size), width).text() if line] == expected


DISPLAYED = [
    "$$\n\\begin{aligned}\n  a_1 &= b_1 \\\\\n- c*d*e\n= 7\n\\end{aligned}\n$$",
    "\\[\n# a_b_c\n1. \\alpha\n\\]",
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("source", DISPLAYED)
def test_displayed_formulas_stay_as_they_came(width, source):
    assert played(cut(source, 3), width).text() == [*source.split("\n"), ""]


def test_prices_are_no_formulas():
    assert played(["from $5 *or* $10 on, and $ 3 *or* 4 $"], 60).text() == ["from $5 or $10 on, and $ 3 or 4 $", ""]


CODE = "def f(x):\n\tif x:\n\t\treturn\tx\n\ta\tb\n\tab\tb\n"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [3, 1000])
def test_tabs_in_code_have_the_columns_of_the_terminal(width, size):
    plain = Cutting(width, 24)
    pyte.Stream(plain).feed(CODE)
    lines = [line for line in plain.text() if line]
    assert played(cut(f"```python\n{CODE}```", size), width).text() == ["─── python", *lines, "───", ""]


PARAGRAPH = " ".join(numbered(200))
TEXTS = {
    "paragraph": PARAGRAPH,
    "paragraphs": "\n\n".join(" ".join(numbered(30, f"p{paragraph:02}w{{:02}}")) for paragraph in range(8)),
    "styled": " ".join(f"**{word}**" if number % 3 else word for number, word in enumerate(numbered(150))),
    "poem": "\n".join(f"{word} and more {word}x" for word in numbered(36)),
    "list": "\n".join(f"- {word} " + " ".join(numbered(12, f"{word}i{{:02}}")) for word in numbered(15)),
    "numbers": "\n".join(f"{number}. {word}" for number, word in enumerate(numbered(36), 1)),
    "code": "```\n" + "\n".join(" ".join(numbered(4, f"{word}c{{:02}}")) for word in numbered(36)) + "\n```",
    "table": "| a | b | c |\n|---|---|---|\n"
    + "".join(f"| {word}a | {word}b | {word}c {word}d {word}e |\n" for word in numbered(36)),
    "quote": "\n".join(f"> {word} and more {word}x" for word in numbered(15)),
}
SIZES = {
    "wider": [(100, 24)],
    "narrower": [(40, 24)],
    "narrower and back": [(40, 24), (60, 24)],
    "to and fro": [(45, 24), (120, 24), (32, 24), (80, 24)],
    "lower": [(60, 8), (45, 30), (100, 12)],
}


def resized(text, sizes, size=17):
    """The pieces of a text, and the sizes between them, evenly."""
    pieces = cut(text, size)
    share = len(pieces) // (len(sizes) + 1)
    for number, one in enumerate(sizes, 1):
        pieces.insert(number * share + number - 1, one)
    return pieces


def words(lines):
    return re.findall(r"[wp]\d+[a-z]?\d*", " ".join(lines))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_resize_prints_nothing_twice_and_tears_nothing(text, sizes):
    assert sorted(words(played(resized(text, sizes), 60).text())) == sorted(words([text]))


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_terminal_that_cuts_rows_off_has_nothing_twice(text):
    wider = [(80, 24), (120, 24)]
    assert sorted(words(played(resized(text, wider), 60, kind=Cutting).text())) == sorted(words([text]))
    found = Counter(words(played(resized(text, [(40, 24), (90, 24)]), 60, kind=Cutting).text()))
    assert {word for word in words([text]) if found[word] > 1} == set()


@pytest.mark.parametrize("kind", [Wrapping, Cutting])
def test_what_is_drawn_anew_uses_the_new_width(kind):
    found = played([PARAGRAPH[:150], (100, 24), PARAGRAPH[150:]], 40, kind=kind).text()
    assert {len(line) for line in found[3:-2]} == {94}


MARKUP = [
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "  ",
    "```",
    "`",
    "|",
    "|-|\n",
    "# ",
    "> ",
    "**",
    "_",
    "$",
    "$$",
    "\\(",
    "[x](y)",
    "中",
    "👍",
]
PIECES = st.lists(st.one_of(st.just(None), st.sampled_from(MARKUP), st.sampled_from(WIDTHS)), max_size=60)


@settings(max_examples=60)
@given(PIECES)
def test_every_word_stands_once_whatever_the_markup_and_the_sizes(pieces):
    named = [f"w{number:03} " if piece is None else piece for number, piece in enumerate(pieces)]
    sized = [piece if isinstance(piece, str) else (piece, 80) for piece in named]

    assert sorted(words(played(sized, 60, height=80).text())) == sorted(words(filter(str.strip, map(str, named))))
